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
import org.dudao.kernel.time.ClockProducer;

/** The notices as a sheet, one row for each. */
public final class NoticeSheet {
    /** Hands over the rows, one after another. */
    public interface Rows {
        void each(Consumer<Notice> consumer);
    }

    private NoticeSheet() {}

    public static void write(OutputStream out, Locale locale, Rows rows) throws IOException {
        List<String> head = List.of(
                Messages.text(locale, "rectification.notices.sheet.head").split(","));
        try (SheetWriter sheet =
                new SheetWriter(out, Messages.text(locale, "rectification.notices.sheet.name"), head)) {
            rows.each(n -> sheet.row(Arrays.asList(
                    n.title(),
                    n.number(),
                    n.unitName(),
                    Messages.text(locale, "rectification.notices.state." + n.state()),
                    n.drafterName(),
                    LocalDate.ofInstant(n.draftedAt(), ClockProducer.CHINA).toString(),
                    n.approverName(),
                    text(n.issuedOn()),
                    text(n.servedOn()),
                    n.receiptName(),
                    n.withdrawnFor())));
        }
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
