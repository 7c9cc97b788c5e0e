package org.dudao.zone.internal.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;
import org.dudao.zone.Matter;
import org.dudao.zone.internal.plan.Progress;

/** The office's table of a month as a sheet, totals last; what a month without plan lacks stays empty. */
public final class MonthlySheet {
    private MonthlySheet() {}

    public static void write(OutputStream out, Locale locale, MonthlyReport.Table table) throws IOException {
        boolean complaints = table.total().complaints() != null;
        List<String> head = new ArrayList<>(
                List.of(Messages.text(locale, "zone.monthly.head").split(",")));
        if (complaints) {
            head.addAll(
                    List.of(Messages.text(locale, "zone.monthly.complaintHead").split(",")));
        }
        boolean zh = Messages.CHINESE.getLanguage().equals(locale.getLanguage());
        for (Matter m : table.matters()) {
            String name = zh ? m.name() : m.nameEn();
            head.add(Messages.text(locale, "zone.monthly.matterVisits", m.no(), name));
            head.add(Messages.text(locale, "zone.monthly.matterFindings", m.no(), name));
        }
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "zone.monthly.name"), head)) {
            for (MonthlyReport.Row row : table.rows()) {
                sheet.row(cells(
                        row.name() == null ? Messages.text(locale, "zone.progress.none") : row.name(),
                        row,
                        row.report() == null ? null : Messages.text(locale, "zone.report." + row.report())));
            }
            sheet.row(cells(Messages.text(locale, "zone.progress.total"), table.total(), null));
        }
    }

    private static List<?> cells(String name, MonthlyReport.Row row, String report) {
        Progress.Counts c = row.visits();
        boolean none = c.planned() == 0;
        List<Object> cells = new ArrayList<>(Arrays.asList(
                name,
                none ? null : c.planned(),
                none ? null : c.done(),
                c.rate(),
                c.made(),
                c.unplanned(),
                none ? null : c.overdue(),
                row.findings(),
                row.closed(),
                report));
        if (row.complaints() != null) {
            cells.add(row.complaints().received());
            cells.add(row.complaints().closed());
            cells.add(row.complaints().overdue());
        }
        row.matters().forEach(m -> {
            cells.add(m.visits());
            cells.add(m.findings());
        });
        return cells;
    }
}
