package org.dudao.registry.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;

/** Schools as a workbook, under the headers the import understands, so that an export can be edited and imported. */
public final class SchoolExport {
    /** Gives every row to the consumer. */
    public interface Rows {
        void forEach(Consumer<SchoolRow> consumer);
    }

    private SchoolExport() {}

    public static void write(OutputStream out, Locale locale, Rows rows) throws IOException {
        List<String> headers = new ArrayList<>();
        for (SchoolColumn column : SchoolColumn.values()) {
            headers.add(column.header(locale));
        }
        headers.add(Messages.text(locale, "registry.column.regionName"));
        headers.add(Messages.text(locale, "registry.column.state"));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "registry.export.schools"), headers)) {
            rows.forEach(s -> {
                List<Object> cells = new ArrayList<>();
                for (SchoolColumn column : SchoolColumn.values()) {
                    cells.add(column.cell(s, locale));
                }
                cells.add(s.regionName());
                cells.add(Messages.text(locale, "registry.state." + s.state()));
                sheet.row(cells);
            });
        }
    }
}
