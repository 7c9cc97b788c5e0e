package org.dudao.zone.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;

/** The register of inspectors (督学名册), one row each, as the list shows them. */
public final class InspectorSheet {
    /** Hands over the rows, one after another. */
    public interface Rows {
        void each(Consumer<InspectorRow> consumer);
    }

    private InspectorSheet() {}

    public static void write(OutputStream out, Locale locale, Rows rows) throws IOException {
        List<String> head = List.of(Messages.text(locale, "zone.sheet.head").split(","));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "zone.sheet.name"), head)) {
            rows.each(i -> sheet.row(Arrays.asList(
                    i.name(),
                    Messages.text(locale, "zone.kind." + i.kind()),
                    i.employer(),
                    i.post(),
                    i.phone(),
                    Messages.text(locale, "zone.standing." + i.standing()),
                    i.termNo(),
                    text(i.startsOn()),
                    text(i.endsOn()),
                    i.trainingHours(),
                    i.trainingShort())));
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
