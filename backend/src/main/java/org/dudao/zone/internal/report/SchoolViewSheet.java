package org.dudao.zone.internal.report;

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

/** Schools' views as a sheet, one row each. */
public final class SchoolViewSheet {
    /** Hands over the rows, one after another. */
    public interface Rows {
        void each(Consumer<SchoolViews.View> consumer);
    }

    private SchoolViewSheet() {}

    public static void write(OutputStream out, Locale locale, Rows rows) throws IOException {
        List<String> head = List.of(Messages.text(locale, "zone.views.head").split(","));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "zone.views.name"), head)) {
            rows.each(v -> sheet.row(Arrays.asList(
                    v.schoolName(),
                    v.inspectorName(),
                    v.madeOn() == null ? null : v.madeOn().toString(),
                    v.fair(),
                    v.useful(),
                    v.clean(),
                    v.words(),
                    LocalDate.ofInstant(v.givenAt(), ClockProducer.CHINA).toString())));
        }
    }
}
