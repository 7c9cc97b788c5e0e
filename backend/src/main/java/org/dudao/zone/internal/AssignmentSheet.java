package org.dudao.zone.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.SchoolKind;

/** The table of responsible inspectors (责任督学挂牌一览表), one row a school. */
public final class AssignmentSheet {
    /** Hands over the rows, one after another. */
    public interface Rows {
        void each(Consumer<ResponsibleRow> consumer);
    }

    private AssignmentSheet() {}

    public static void write(OutputStream out, Locale locale, Rows rows) throws IOException {
        List<String> head =
                List.of(Messages.text(locale, "zone.assignments.head").split(","));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "zone.assignments.name"), head)) {
            rows.each(r -> sheet.row(Arrays.asList(
                    r.zoneName(),
                    r.regionName(),
                    r.code(),
                    r.schoolName(),
                    kind(locale, r.kind()),
                    r.inspectorName(),
                    r.inspectorKind() == null ? null : Messages.text(locale, "zone.kind." + r.inspectorKind()),
                    r.employer(),
                    r.phone(),
                    text(r.fromDay()),
                    text(r.untilDay()))));
        }
    }

    /** A code the standard does not know stays as it is. */
    private static String kind(Locale locale, String code) {
        return SchoolKind.ofCode(code)
                .map(k -> Messages.text(locale, "zone.schoolKind." + k.code()))
                .orElse(code);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
