package org.dudao.zone.internal.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.time.ClockProducer;

/** Draws as sheets: the list of them (随机抽取登记表), and what came out of one. */
public final class DrawSheet {
    private DrawSheet() {}

    public static void write(OutputStream out, Locale locale, List<RandomDraw.Row> rows) throws IOException {
        List<String> head = List.of(Messages.text(locale, "zone.draw.head").split(","));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "zone.draw.name"), head)) {
            for (RandomDraw.Row r : rows) {
                sheet.row(Arrays.asList(
                        r.title(),
                        r.day().toString(),
                        r.schools(),
                        r.inspectors(),
                        r.groupSize(),
                        r.seed(),
                        r.drawnName(),
                        LocalDate.ofInstant(r.drawnAt(), ClockProducer.CHINA).toString(),
                        r.visitsOn() == null ? null : r.visitsOn().toString(),
                        r.voidedFor()));
            }
        }
    }

    /** A row for each school drawn; for each inspector when there are no schools. */
    public static void write(OutputStream out, Locale locale, RandomDraw draw) throws IOException {
        List<String> head =
                List.of(Messages.text(locale, "zone.draw.outcomeHead").split(","));
        String comma = Messages.text(locale, "zone.draw.comma");
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "zone.draw.outcome"), head)) {
            if (draw.outcome().groups().isEmpty()) {
                for (Lots.Lot inspector : draw.outcome().inspectors()) {
                    sheet.row(Arrays.asList(null, inspector.name(), null));
                }
            }
            for (Lots.Group group : draw.outcome().groups()) {
                sheet.row(Arrays.asList(
                        group.school().name(),
                        group.inspectors().stream().map(Lots.Lot::name).collect(Collectors.joining(comma)),
                        group.passed().stream()
                                .map(p -> p.inspector().name() + " "
                                        + Messages.text(locale, "zone.draw.reason." + p.reason()))
                                .collect(Collectors.joining(comma))));
            }
        }
    }
}
