package org.dudao.zone.internal.innovation;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;
import org.dudao.zone.internal.innovation.InnovationCheck.Condition;
import org.dudao.zone.internal.innovation.InnovationCheck.Item;
import org.dudao.zone.internal.innovation.InnovationCheck.Measured;

/** A self-check, and the rows behind its numbers, as sheets; what is not measurable stays empty. */
public final class InnovationSheet {
    private InnovationSheet() {}

    public static void write(OutputStream out, Locale locale, InnovationCheck check) throws IOException {
        try (SheetWriter sheet =
                new SheetWriter(out, Messages.text(locale, "zone.innovation.name"), head(locale, "head"))) {
            for (Condition c : check.conditions()) {
                for (Item i : c.items()) {
                    sheet.row(cells(locale, c, i));
                }
            }
        }
    }

    public static void write(OutputStream out, Locale locale, List<InnovationRow> rows) throws IOException {
        try (SheetWriter sheet =
                new SheetWriter(out, Messages.text(locale, "zone.innovation.rows"), head(locale, "rowHead"))) {
            for (InnovationRow r : rows) {
                boolean term = r.kind() == InnovationRow.Kind.TERM;
                sheet.row(Arrays.asList(
                        term ? schoolYear(locale, r.name()) : r.name(),
                        term ? Messages.text(locale, "zone.innovation.half." + r.about()) : r.about(),
                        r.day(),
                        r.value(),
                        Messages.text(locale, r.met() ? "zone.innovation.yes" : "zone.innovation.no")));
            }
        }
    }

    private static List<?> cells(Locale locale, Condition c, Item i) {
        boolean zh = Messages.CHINESE.getLanguage().equals(locale.getLanguage());
        Measured m = i.measured();
        return Arrays.asList(
                zh ? c.nameZh() : c.nameEn(),
                i.code(),
                zh ? i.nameZh() : i.nameEn(),
                m == null ? null : m.met(),
                m == null ? null : m.total(),
                m == null ? null : m.value(),
                m == null ? null : BigDecimal.valueOf(m.standard().value()),
                m == null ? null : unit(locale, m),
                Messages.text(locale, "zone.innovation.outcome." + i.outcome()),
                m == null ? null : m.missing(),
                m == null
                        ? i.answer() == null ? null : i.answer().note()
                        : m.standard().source());
    }

    /** As the screen says it, of the year a school year begins in. */
    private static String schoolYear(Locale locale, String year) {
        return Messages.text(locale, "zone.innovation.schoolYear", year, Integer.parseInt(year) + 1);
    }

    private static String unit(Locale locale, Measured m) {
        return Messages.text(locale, "zone.innovation.unit." + m.shape());
    }

    private static List<String> head(Locale locale, String which) {
        return List.of(Messages.text(locale, "zone.innovation." + which).split(","));
    }
}
