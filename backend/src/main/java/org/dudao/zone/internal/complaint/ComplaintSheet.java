package org.dudao.zone.internal.complaint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;

/** Complaints as a sheet, one row each, as the list shows them: never who sent them. */
public final class ComplaintSheet {
    /** Hands over the rows, one after another. */
    public interface Rows {
        void each(Consumer<ComplaintRow> consumer);
    }

    private ComplaintSheet() {}

    public static void write(OutputStream out, Locale locale, Rows rows) throws IOException {
        List<String> head =
                List.of(Messages.text(locale, "zone.complaints.head").split(","));
        boolean chinese = Messages.CHINESE.equals(locale);
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "zone.complaints.name"), head)) {
            rows.each(c -> sheet.row(Arrays.asList(
                    text(c.receivedOn()),
                    c.schoolName(),
                    chinese ? c.matterName() : c.matterNameEn(),
                    c.excerpt(),
                    c.inspectorName(),
                    Messages.text(locale, "zone.complaint.state." + c.state()),
                    text(c.dueOn()),
                    c.overdue() ? Messages.text(locale, "zone.complaint.overdue") : null,
                    text(c.closedOn()))));
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
