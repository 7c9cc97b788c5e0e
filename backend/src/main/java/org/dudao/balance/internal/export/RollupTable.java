package org.dudao.balance.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dudao.balance.internal.RollupCounty;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.kernel.sheet.SheetWriter;

/** A roll-up as one list: a row for each stage of each county, with every coefficient. */
public final class RollupTable {
    private RollupTable() {}

    /** @param counties hands over the counties, one after another */
    public static void write(
            OutputStream out, FrameworkDocument framework, Words words, Consumer<Consumer<RollupCounty>> counties)
            throws IOException {
        List<String> head = new ArrayList<>(List.of(
                words.t("rank"),
                words.t("countyCode"),
                words.t("region"),
                words.t("stage"),
                words.t("verdict"),
                words.t("distance"),
                words.t("schoolsCounted"),
                words.t("schoolsPassing"),
                words.t("schoolsNeeded"),
                words.t("pupils"),
                words.t("composite")));
        framework.indicators().forEach(i -> head.add(words.t("coefficient") + "：" + words.name(i)));
        try (SheetWriter sheet = new SheetWriter(out, words.t("rollup"), head)) {
            counties.accept(c -> {
                List<Object> row = new ArrayList<>();
                row.add(c.rank());
                row.add(c.countyCode());
                row.add(c.countyName());
                row.add(words.of("stage", c.stage()));
                row.add(words.of("verdict", c.verdict()));
                row.add(c.distance());
                row.add(c.schools());
                row.add(c.schoolsNeeded() == null ? null : c.schoolsPassing());
                row.add(c.schoolsNeeded());
                row.add(c.pupils());
                row.add(c.composite());
                c.indicators().forEach(i -> row.add(i.coefficientOfVariation()));
                sheet.row(row);
            });
        }
    }
}
