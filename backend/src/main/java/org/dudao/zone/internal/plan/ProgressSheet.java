package org.dudao.zone.internal.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;

/** Progress against plan as a sheet, with the totals as its last row. */
public final class ProgressSheet {
    private ProgressSheet() {}

    public static void write(OutputStream out, Locale locale, Progress progress) throws IOException {
        List<String> head = List.of(Messages.text(locale, "zone.progress.head").split(","));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "zone.progress.name"), head)) {
            for (Progress.Row row : progress.rows()) {
                sheet.row(cells(
                        row.name() == null ? Messages.text(locale, "zone.progress.none") : row.name(), row.counts()));
            }
            sheet.row(cells(Messages.text(locale, "zone.progress.total"), progress.total()));
        }
    }

    /** Without a plan the cells about it stay empty. */
    private static List<?> cells(String name, Progress.Counts c) {
        boolean none = c.planned() == 0;
        return Arrays.asList(
                name,
                none ? null : c.planned(),
                none ? null : c.done(),
                c.rate(),
                c.made(),
                c.unplanned(),
                none ? null : c.moved(),
                none ? null : c.cancelled(),
                none ? null : c.overdue());
    }
}
