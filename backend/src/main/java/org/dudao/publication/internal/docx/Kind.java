package org.dudao.publication.internal.docx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dudao.kernel.json.Documents;

/**
 * A kind of document (文种): data in {@code publication/kinds.json}. A later module adds its kinds there, a template in
 * {@link ShippedTemplates} and an observer of its event that gives the fields.
 *
 * @param code e.g. {@code RECTIFICATION_NOTICE}
 * @param numberWord 发文机关代字 before the year in the number (文号); null for slips, which have none
 */
public record Kind(String code, String name, String nameEn, String numberWord, List<Field> fields) {
    private static final Map<String, Kind> ALL = new LinkedHashMap<>();

    static {
        for (Kind kind : Documents.shipped("/publication/kinds.json", Kind[].class)) {
            ALL.put(kind.code(), kind);
        }
    }

    public static List<Kind> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Kind> find(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** @throws IllegalArgumentException when there is none */
    public static Kind of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no kind of document " + code));
    }

    public boolean numbered() {
        return numberWord != null;
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Values of every field as a preview shows them. */
    public Map<String, Object> samples() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach(f -> values.put(f.name(), f.list() ? f.samples() : f.sample()));
        return values;
    }
}
