package org.dudao.indexsystem.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.kernel.json.Documents;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents compared and carried from version to version. */
public final class Revisions {
    private static final String WHOLE = "";

    private Revisions() {}

    /**
     * One difference.
     *
     * @param code code of the node; empty for what concerns the whole system
     * @param field what changed, e.g. {@code points}, {@code item.standard}; null for a node added or removed
     * @param before as it was, as text; null when it was not there
     * @param after as it is, as text; null when it is gone
     */
    @Schema(name = "IndexSystemChange")
    public record Change(
            Kind kind, String code, String nameZh, String nameEn, String field, String before, String after) {
        /** What happened to the node. */
        @Schema(name = "IndexSystemChangeKind")
        public enum Kind {
            ADDED,
            REMOVED,
            CHANGED,
            /** under another indicator, or at another place */
            MOVED
        }
    }

    private record Placed(IndexNode node, String parent, int position) {}

    /** Every difference: nodes first in the order of the new version, then removed ones, then the whole system's. */
    public static List<Change> diff(IndexSystemDocument before, IndexSystemDocument after) {
        Map<String, Placed> was = place(before);
        Map<String, Placed> is = place(after);
        List<Change> changes = new ArrayList<>();
        is.forEach((code, now) -> {
            Placed old = was.get(code);
            if (old == null) {
                changes.add(change(Change.Kind.ADDED, now.node(), null, null, null));
                return;
            }
            if (!old.parent().equals(now.parent()) || sequence(was, is, code)) {
                changes.add(change(Change.Kind.MOVED, now.node(), null, old.parent(), now.parent()));
            }
            fields(own(old.node()), own(now.node()))
                    .forEach(
                            f -> changes.add(change(Change.Kind.CHANGED, now.node(), f.name(), f.before(), f.after())));
        });
        was.forEach((code, old) -> {
            if (!is.containsKey(code)) {
                changes.add(change(Change.Kind.REMOVED, old.node(), null, null, null));
            }
        });
        fields(whole(before), whole(after))
                .forEach(f -> changes.add(new Change(
                        Change.Kind.CHANGED, WHOLE, after.nameZh(), after.nameEn(), f.name(), f.before(), f.after())));
        return changes;
    }

    /** Whether a node stands elsewhere among those of its siblings that are in both versions. */
    private static boolean sequence(Map<String, Placed> was, Map<String, Placed> is, String code) {
        return rank(was, is, code) != rank(is, was, code);
    }

    private static long rank(Map<String, Placed> in, Map<String, Placed> other, String code) {
        Placed self = in.get(code);
        return in.values().stream()
                .filter(p -> p.parent().equals(self.parent()) && p.position() < self.position())
                .filter(p -> other.containsKey(p.node().code())
                        && other.get(p.node().code()).parent().equals(self.parent()))
                .count();
    }

    private static Change change(Change.Kind kind, IndexNode node, String field, String before, String after) {
        return new Change(kind, node.code(), node.nameZh(), node.nameEn(), field, before, after);
    }

    private static Map<String, Placed> place(IndexSystemDocument document) {
        Map<String, Placed> placed = new LinkedHashMap<>();
        place(document.nodes(), WHOLE, placed);
        return placed;
    }

    private static void place(List<IndexNode> nodes, String parent, Map<String, Placed> placed) {
        for (int i = 0; i < nodes.size(); i++) {
            placed.put(nodes.get(i).code(), new Placed(nodes.get(i), parent, i));
            place(nodes.get(i).children(), nodes.get(i).code(), placed);
        }
    }

    private record Field(String name, String before, String after) {}

    private static ObjectNode own(IndexNode node) {
        ObjectNode tree = (ObjectNode) Documents.tree(node);
        tree.remove("children");
        return tree;
    }

    private static ObjectNode whole(IndexSystemDocument document) {
        ObjectNode tree = (ObjectNode) Documents.tree(document);
        tree.remove(List.of("code", "version", "nodes"));
        return tree;
    }

    private static List<Field> fields(JsonNode before, JsonNode after) {
        Map<String, String> was = new LinkedHashMap<>();
        Map<String, String> is = new LinkedHashMap<>();
        flatten("", before, was);
        flatten("", after, is);
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .filter(n -> !Objects.equals(was.get(n), is.get(n)))
                .map(n -> new Field(n, was.get(n), is.get(n)))
                .toList();
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(
                            f -> flatten(path.isEmpty() ? f.getKey() : path + "." + f.getKey(), f.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), into);
            }
        } else if (node.isNumber()) {
            into.put(path, node.decimalValue().stripTrailingZeros().toPlainString());
        } else if (!node.isNull()) {
            into.put(path, node.asText());
        }
    }

    static IndexSystemDocument named(IndexSystemDocument d, String nameZh, String nameEn) {
        return new IndexSystemDocument(
                d.code(),
                d.version(),
                nameZh,
                nameEn,
                d.subject(),
                d.source(),
                d.settings(),
                d.nodes(),
                d.passRules(),
                d.grades(),
                d.downgrades());
    }

    static IndexSystemDocument with(IndexSystemDocument d, List<IndexNode> nodes) {
        return new IndexSystemDocument(
                d.code(),
                d.version(),
                d.nameZh(),
                d.nameEn(),
                d.subject(),
                d.source(),
                d.settings(),
                nodes,
                d.passRules(),
                d.grades(),
                d.downgrades());
    }

    static IndexSystemDocument identified(IndexSystemDocument d, String code, int version) {
        return new IndexSystemDocument(
                code,
                version,
                d.nameZh(),
                d.nameEn(),
                d.subject(),
                d.source(),
                d.settings(),
                d.nodes(),
                d.passRules(),
                d.grades(),
                d.downgrades());
    }
}
