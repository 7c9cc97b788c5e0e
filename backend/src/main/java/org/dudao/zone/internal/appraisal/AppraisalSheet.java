package org.dudao.zone.internal.appraisal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;

/** The year's appraisals as a sheet (督学年度考核表); a figure there is none of stays empty. */
public final class AppraisalSheet {
    private AppraisalSheet() {}

    public static void write(OutputStream out, Locale locale, List<Appraisal.Row> rows) throws IOException {
        List<String> head = List.of(Messages.text(locale, "zone.appraisal.head").split(","));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "zone.appraisal.name"), head)) {
            for (Appraisal.Row row : rows) {
                List<Object> cells = new ArrayList<>();
                cells.add(row.inspectorName());
                cells.add(Messages.text(locale, "zone.kind." + row.kind()));
                row.parts().forEach(p -> cells.add(p.value()));
                cells.add(row.counted());
                cells.add(row.officeMark());
                cells.add(row.total());
                cells.add(grade(locale, row.suggested()));
                cells.add(grade(locale, row.grade()));
                cells.add(Messages.text(
                        locale,
                        "zone.appraisal.state."
                                + (row.state() == null ? "NONE" : row.state().name())));
                cells.add(row.acknowledged() ? Messages.text(locale, "zone.appraisal.read") : null);
                sheet.row(cells);
            }
        }
    }

    private static String grade(Locale locale, AppraisalGrade grade) {
        return grade == null ? null : Messages.text(locale, "zone.appraisal.grade." + grade);
    }
}
