package org.dudao.rectification.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;

/** The ledger as the office keeps it (整改台账), one row for each finding. */
public final class FindingSheet {
    /** Hands over the rows, one after another. */
    public interface Rows {
        void each(Consumer<Finding> consumer);
    }

    private FindingSheet() {}

    public static void write(OutputStream out, Locale locale, LocalDate today, Rows rows) throws IOException {
        List<String> head =
                List.of(Messages.text(locale, "rectification.sheet.head").split(","));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "rectification.sheet.name"), head)) {
            rows.each(f -> sheet.row(Arrays.asList(
                    f.unitName(),
                    f.rule(),
                    f.description(),
                    Messages.text(locale, "rectification.severity." + f.severity()),
                    Messages.text(locale, "rectification.origin." + f.origin()),
                    f.foundOn().toString(),
                    f.finderName(),
                    f.requirement(),
                    text(f.deadline()),
                    Messages.text(locale, "rectification.state." + standing(f, today)),
                    text(f.closedOn()),
                    f.earlier() == 0 ? null : Messages.text(locale, "rectification.sheet.repeated", f.earlier() + 1))));
        }
    }

    private static String standing(Finding f, LocalDate today) {
        return f.overdue(today) ? "OVERDUE" : f.state().name();
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
