package org.dudao.balance.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dudao.balance.internal.Run;
import org.dudao.balance.internal.RunSchool;
import org.dudao.balance.internal.engine.Exclusion;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.FrameworkDocument.Parameter;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.engine.StageResult.IndicatorResult;
import org.dudao.balance.internal.engine.StageResult.SchoolResult;
import org.dudao.balance.internal.engine.StageResult.SchoolValue;
import org.dudao.balance.internal.engine.StageResult.Verdict;

/**
 * A run as the tables an office files: verdict, coefficients and schools by stage, schools left out, missing figures,
 * parameters with their sources. Text is always written as text, so that nothing in it can run as a formula.
 */
public final class RunTables {
    private static final String HEAD = "DCEBEA";
    private static final String FAILING = "F9DEDC";
    private static final int NAME_WIDTH = 28;

    private final Run run;
    private final Words words;

    private RunTables(Run run, Words words) {
        this.run = run;
        this.words = words;
    }

    public static void write(OutputStream out, Run run, Words words) throws IOException {
        RunTables tables = new RunTables(run, words);
        try (Workbook book = new Workbook(out, "Dudao", "1.0")) {
            tables.summary(book.newWorksheet(words.t("summary")));
            for (StageResult stage : run.stages()) {
                String name = words.of("stage", stage.stage());
                tables.coefficients(book.newWorksheet(words.t("coefficients", name)), stage);
                tables.schools(book.newWorksheet(words.t("schools", name)), stage);
            }
            tables.excluded(book.newWorksheet(words.t("excluded")));
            tables.missing(book.newWorksheet(words.t("missing")));
            tables.parameters(book.newWorksheet(words.t("parameters")));
        }
    }

    private void head(Worksheet sheet, int row, List<String> titles, int... widths) {
        for (int c = 0; c < titles.size(); c++) {
            sheet.value(row, c, titles.get(c));
            sheet.width(c, c < widths.length ? widths[c] : 14);
        }
        sheet.range(row, 0, row, titles.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor(HEAD)
                .set();
        sheet.freezePane(Math.min(3, titles.size()), row + 1);
        sheet.repeatRows(row);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number n) {
            sheet.value(row, column, n);
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }

    private static void row(Worksheet sheet, int row, Object... values) {
        for (int c = 0; c < values.length; c++) {
            put(sheet, row, c, values[c]);
        }
    }

    private void summary(Worksheet sheet) {
        sheet.width(0, 22);
        sheet.width(1, 44);
        sheet.value(0, 0, run.regionName() + " " + words.name(run.document()));
        sheet.range(0, 0, 0, 1).style().bold().fontSize(14).set();
        row(sheet, 2, words.t("region"), run.regionName() + "（" + run.regionCode() + "）");
        row(sheet, 3, words.t("year"), words.year(run.year()));
        row(
                sheet,
                4,
                words.t("framework"),
                words.name(run.document()) + " " + run.document().source());
        row(sheet, 5, words.t("madeAt"), words.time(run.createdAt()));
        row(sheet, 6, words.t("madeBy"), run.createdBy());
        row(sheet, 7, words.t("checksum"), run.checksum());
        int at = 9;
        for (String title : List.of(
                "stage",
                "verdict",
                "schoolsCounted",
                "schoolsPassing",
                "schoolsNeeded",
                "pupils",
                "composite",
                "limit")) {
            sheet.value(9, at - 9, words.t(title));
            at++;
        }
        sheet.range(9, 0, 9, 7).style().bold().fillColor(HEAD).set();
        for (int i = 0; i < run.stages().size(); i++) {
            StageResult stage = run.stages().get(i);
            row(
                    sheet,
                    10 + i,
                    words.of("stage", stage.stage()),
                    words.of("verdict", stage.verdict()),
                    stage.schools().size(),
                    stage.schoolsNeeded() == null ? null : stage.schoolsPassing(),
                    stage.schoolsNeeded(),
                    stage.pupils(),
                    stage.composite(),
                    stage.compositeLimit());
        }
    }

    private void coefficients(Worksheet sheet, StageResult stage) {
        head(
                sheet,
                0,
                List.of(
                        words.t("number"),
                        words.t("indicator"),
                        words.t("unit"),
                        words.t("mean"),
                        words.t("deviation"),
                        words.t("coefficient"),
                        words.t("limit"),
                        words.t("result"),
                        words.t("threshold"),
                        words.t("below")),
                6,
                44);
        int at = 1;
        for (IndicatorResult result : stage.indicators()) {
            Indicator indicator = indicator(result.code());
            row(
                    sheet,
                    at,
                    indicator.number(),
                    words.name(indicator),
                    words.unit(indicator),
                    result.mean(),
                    result.standardDeviation(),
                    result.coefficientOfVariation(),
                    result.limit(),
                    words.outcome(result),
                    result.threshold(),
                    result.threshold() == null ? null : result.schoolsBelowThreshold());
            sheet.range(at, 3, at, 5).style().format("0.0000").set();
            if (Boolean.FALSE.equals(result.met())) {
                sheet.style(at, 7).fillColor(FAILING).set();
            }
            at++;
        }
        if (stage.compositeLimit() != null) {
            row(sheet, at, null, words.t("composite"), null, null, null, stage.composite(), stage.compositeLimit());
            put(sheet, at, 7, words.composite(stage));
            sheet.range(at, 0, at, 7).style().bold().set();
            sheet.style(at, 5).bold().format("0.0000").set();
        }
    }

    private Indicator indicator(String code) {
        return run.document().indicators().stream()
                .filter(i -> i.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void schools(Worksheet sheet, StageResult stage) {
        List<String> titles = new java.util.ArrayList<>(List.of(
                words.t("number"),
                words.t("code"),
                words.t("name"),
                words.t("kind"),
                words.t("place"),
                words.t("pupils")));
        for (Indicator indicator : run.document().indicators()) {
            String unit = words.unit(indicator);
            titles.add(words.name(indicator) + (unit.isEmpty() ? "" : "（" + unit + "）"));
        }
        titles.add(words.t("met"));
        titles.add(words.t("verdict"));
        head(sheet, 0, titles, 6, 13, NAME_WIDTH, 16, 14, 10);
        int first = 6;
        int at = 1;
        put(sheet, at, 2, words.t("threshold"));
        put(sheet, at + 1, 2, words.t("county"));
        put(sheet, at + 1, 5, stage.pupils());
        for (int i = 0; i < stage.indicators().size(); i++) {
            IndicatorResult result = stage.indicators().get(i);
            put(sheet, at, first + i, result.threshold());
            put(sheet, at + 1, first + i, result.mean());
        }
        sheet.range(at, 0, at + 1, titles.size() - 1)
                .style()
                .bold()
                .format("0.00##")
                .set();
        at += 2;
        Map<String, RunSchool> places = new HashMap<>();
        run.schools().forEach(s -> places.put(s.school().id(), s));
        int number = 1;
        for (SchoolResult school : stage.schools()) {
            row(
                    sheet,
                    at,
                    number++,
                    school.code(),
                    school.name(),
                    words.of("kind", school.kind()),
                    places.get(school.id()).regionName(),
                    school.pupils());
            for (int i = 0; i < school.values().size(); i++) {
                SchoolValue value = school.values().get(i);
                put(sheet, at, first + i, value.value());
                if (Boolean.FALSE.equals(value.met())) {
                    sheet.style(at, first + i)
                            .fillColor(FAILING)
                            .format("\"▼\"0.00##")
                            .set();
                } else {
                    sheet.style(at, first + i).format("0.00##").set();
                }
            }
            int last = first + school.values().size();
            if (school.thresholdsSet() > 0) {
                put(sheet, at, last, school.thresholdsMet());
            }
            put(sheet, at, last + 1, words.of("verdict", school.verdict()));
            if (school.verdict() == Verdict.FAIL) {
                sheet.style(at, last + 1).fillColor(FAILING).set();
            }
            at++;
        }
    }

    private void excluded(Worksheet sheet) {
        head(
                sheet,
                0,
                List.of(
                        words.t("stage"),
                        words.t("code"),
                        words.t("name"),
                        words.t("kind"),
                        words.t("reason"),
                        words.t("parent")),
                10,
                13,
                NAME_WIDTH,
                16,
                36);
        int at = 1;
        for (StageResult stage : run.stages()) {
            for (Exclusion exclusion : stage.exclusions()) {
                row(
                        sheet,
                        at++,
                        words.of("stage", stage.stage()),
                        exclusion.code(),
                        exclusion.name(),
                        words.of("kind", exclusion.kind()),
                        words.of("reason", exclusion.reason()),
                        exclusion.parentCode());
            }
        }
    }

    private void missing(Worksheet sheet) {
        head(
                sheet,
                0,
                List.of(words.t("stage"), words.t("code"), words.t("name"), words.t("fact")),
                10,
                13,
                NAME_WIDTH,
                30);
        int at = 1;
        for (StageResult stage : run.stages()) {
            for (StageResult.MissingFact missing : stage.missing()) {
                row(
                        sheet,
                        at++,
                        words.of("stage", stage.stage()),
                        missing.code(),
                        missing.name(),
                        words.figure(missing.fact()));
            }
        }
    }

    private void parameters(Worksheet sheet) {
        head(
                sheet,
                0,
                List.of(
                        words.t("parameter"),
                        words.t("value"),
                        words.t("verified"),
                        words.t("confidence"),
                        words.t("source"),
                        words.t("effective")),
                48,
                26,
                12,
                20,
                48,
                14);
        int at = 1;
        for (Parameter parameter : run.document().parameters()) {
            BigDecimal number = parameter.hasValue() && parameter.value().isNumber()
                    ? parameter.value().decimalValue()
                    : null;
            row(
                    sheet,
                    at,
                    words.name(parameter),
                    number == null ? words.value(parameter) : number,
                    words.t(parameter.verified() ? "verified" : "unverified"),
                    words.of("tag", parameter.confidence()),
                    parameter.source(),
                    String.valueOf(parameter.effectiveFrom()));
            if (!parameter.verified()) {
                sheet.style(at, 2).fillColor("FFF3D6").set();
            }
            at++;
        }
    }
}
