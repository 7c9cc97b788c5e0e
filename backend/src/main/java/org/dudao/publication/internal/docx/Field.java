package org.dudao.publication.internal.docx;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a template may say {@code {{name}}} for.
 *
 * @param name as written in the template, Chinese
 * @param list whether it is a list: <code>{{?name}} … {{column}} … {{/name}}</code> repeats what stands between, and
 *     <code>{{name表}}</code> in the head of a table repeats the row below with its {@code [column]}s
 * @param picture whether its text is drawn as a QR code, where the template says <code>{{@name}}</code>
 * @param required whether a template without it is refused
 * @param sample what a preview shows; null for a list
 * @param columns of a list
 * @param samples rows a preview shows
 */
@Schema(name = "DocumentField")
public record Field(
        String name,
        String nameEn,
        boolean list,
        boolean picture,
        boolean required,
        String sample,
        List<Column> columns,
        List<Map<String, String>> samples) {
    public Field {
        columns = columns == null ? List.of() : List.copyOf(columns);
        samples = samples == null ? List.of() : List.copyOf(samples);
    }

    /** One column of a list. */
    @Schema(name = "DocumentFieldColumn")
    public record Column(String name, String nameEn) {}

    /** What stands in the head of a table whose next row repeats for a list. */
    public String table() {
        return name + "表";
    }
}
