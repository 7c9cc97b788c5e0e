package org.dudao.balance.internal.export;

import io.quarkus.qute.RawString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dudao.balance.internal.Run;
import org.dudao.balance.internal.RunSchool;
import org.dudao.balance.internal.engine.Exclusion;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.engine.StageResult.IndicatorResult;
import org.dudao.balance.internal.engine.StageResult.SchoolResult;
import org.dudao.balance.internal.engine.StageResult.SchoolValue;
import org.dudao.balance.internal.engine.StageResult.Verdict;

/** What the printed report says, in words and numbers ready to print. */
public record ReportModel(
        Words words,
        String lang,
        String title,
        String kind,
        String subtitle,
        String office,
        String day,
        List<Line> facts,
        List<Stage> stages,
        List<Line> exclusions,
        List<Line> missing,
        List<Parameter> unverified) {
    private static final int BAR_WIDTH = 230;
    private static final int BAR_HEIGHT = 13;
    private static final int STRIP_WIDTH = 300;
    private static final int STRIP_HEIGHT = 24;
    private static final int MAX_LISTED = 60;

    /** Cells of a table row. */
    public record Line(List<String> cells) {
        static Line of(String... cells) {
            return new Line(List.of(cells));
        }
    }

    public record Parameter(String name, String value, String confidence, String source) {}

    /** One indicator with its bar and its strip of schools. */
    public record Measure(
            String number,
            String name,
            String unit,
            String mean,
            String deviation,
            String coefficient,
            String limit,
            String result,
            boolean bad,
            String threshold,
            String below,
            RawString bar,
            RawString strip,
            String range) {}

    /** A school that does not pass, with one cell for each indicator. */
    public record School(String name, String place, String pupils, List<Cell> cells, String met) {}

    public record Cell(String text, boolean bad, boolean floor) {}

    public record Stage(
            String name,
            String verdict,
            String tone,
            String sentence,
            String limit,
            String limitLabel,
            String composite,
            boolean averages,
            boolean thresholds,
            List<Measure> measures,
            List<String> numbers,
            List<School> failing,
            String more) {}

    static ReportModel of(Run run, Words words) {
        List<Line> facts = List.of(
                Line.of(words.t("region"), run.regionName() + "（" + run.regionCode() + "）"),
                Line.of(words.t("year"), words.year(run.year())),
                Line.of(
                        words.t("framework"),
                        words.name(run.document()) + "　" + run.document().source()),
                Line.of(words.t("madeAt"), words.time(run.createdAt())),
                Line.of(words.t("madeBy"), run.createdBy()),
                Line.of(words.t("checksum"), run.checksum().substring(0, 16)));
        List<Line> exclusions = new ArrayList<>();
        List<Line> missing = new ArrayList<>();
        for (StageResult stage : run.stages()) {
            String name = words.of("stage", stage.stage());
            Map<Exclusion.Reason, List<Exclusion>> byReason = stage.exclusions().stream()
                    .filter(e -> e.reason() != Exclusion.Reason.STAGE_NOT_TAUGHT)
                    .collect(Collectors.groupingBy(
                            Exclusion::reason,
                            () -> new java.util.EnumMap<>(Exclusion.Reason.class),
                            Collectors.toList()));
            byReason.forEach((reason, list) -> exclusions.add(Line.of(
                    name,
                    words.of("reason", reason),
                    "" + list.size(),
                    list.stream().map(Exclusion::name).collect(Collectors.joining(words.chinese() ? "、" : ", ")))));
            stage.missing().stream()
                    .limit(MAX_LISTED)
                    .forEach(m -> missing.add(Line.of(name, m.code(), m.name(), words.figure(m.fact()))));
        }
        List<Parameter> unverified = run.document().parameters().stream()
                .filter(p -> !p.verified() && p.hasValue() && !p.code().startsWith("plan."))
                .map(p -> new Parameter(words.name(p), words.value(p), words.of("tag", p.confidence()), p.source()))
                .toList();
        return new ReportModel(
                words,
                words.chinese() ? "zh-CN" : "en",
                words.t("heading", run.regionName(), words.name(run.document())),
                words.t("kindOfReport"),
                words.year(run.year()),
                words.t("office", run.regionName()),
                words.day(run.createdAt()),
                facts,
                run.stages().stream()
                        .filter(s -> !s.schools().isEmpty() || !s.missing().isEmpty())
                        .map(s -> stage(run, s, words))
                        .toList(),
                exclusions,
                missing,
                unverified);
    }

    private static Stage stage(Run run, StageResult result, Words words) {
        boolean averages = result.compositeLimit() != null;
        BigDecimal limit = averages
                ? result.compositeLimit()
                : result.indicators().isEmpty()
                        ? BigDecimal.ONE
                        : result.indicators().get(0).limit();
        double scale = result.indicators().stream()
                .map(IndicatorResult::coefficientOfVariation)
                .filter(c -> c != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        scale = Math.max(scale, limit.doubleValue()) * 1.15;
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < result.indicators().size(); i++) {
            measures.add(measure(run.document().indicators().get(i), result, i, scale, words));
        }
        Map<String, String> places = new HashMap<>();
        run.schools().forEach((RunSchool s) -> places.put(s.school().id(), s.regionName()));
        List<SchoolResult> failing = result.schools().stream()
                .filter(s -> s.verdict() == Verdict.FAIL)
                .toList();
        List<School> listed = failing.stream()
                .limit(MAX_LISTED)
                .map(s -> school(run, s, places.get(s.id())))
                .toList();
        boolean thresholds = result.schoolsNeeded() != null;
        return new Stage(
                words.of("stage", result.stage()),
                words.of("verdict", result.verdict()),
                result.verdict().name().toLowerCase(java.util.Locale.ROOT),
                sentence(result, averages, words),
                Words.plain(limit),
                words.t("chart.bars", Words.plain(limit)),
                averages ? Words.number(result.composite(), 4) : null,
                averages,
                thresholds,
                measures,
                run.document().indicators().stream().map(i -> "" + i.number()).toList(),
                listed,
                failing.size() > MAX_LISTED
                        ? words.t("more", "" + MAX_LISTED, "" + (failing.size() - MAX_LISTED))
                        : null);
    }

    private static String sentence(StageResult result, boolean averages, Words words) {
        if (result.verdict() == Verdict.WITHHELD) {
            long blocked = result.missing().isEmpty()
                    ? result.indicators().stream().filter(i -> !i.computable()).count()
                    : result.missing().size();
            return words.t("sentence.withheld", "" + blocked);
        }
        if (averages) {
            return words.t(
                    "sentence.composite",
                    Words.number(result.composite(), 4),
                    Words.plain(result.compositeLimit()),
                    "" + result.schools().size());
        }
        long beyond = result.indicators().stream().filter(i -> !i.met()).count();
        return words.t(
                "sentence.each",
                "" + result.indicators().size(),
                "" + beyond,
                "" + result.schools().size(),
                "" + result.schoolsPassing(),
                "" + result.schoolsNeeded());
    }

    private static Measure measure(Indicator indicator, StageResult stage, int index, double scale, Words words) {
        IndicatorResult result = stage.indicators().get(index);
        List<Double> values = stage.schools().stream()
                .map(s -> s.values().get(index).value())
                .filter(v -> v != null)
                .toList();
        Double threshold =
                result.threshold() == null ? null : result.threshold().doubleValue();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double mean = result.mean() == null ? 0 : result.mean();
        double reach = Math.max(most, threshold == null ? mean : threshold) * 1.02;
        boolean bad = Boolean.FALSE.equals(result.met());
        return new Measure(
                "" + indicator.number(),
                words.name(indicator),
                words.unit(indicator),
                Words.number(result.mean(), indicator.decimals()),
                Words.number(result.standardDeviation(), indicator.decimals()),
                Words.number(result.coefficientOfVariation(), 4),
                Words.plain(result.limit()),
                words.outcome(result),
                bad,
                Words.plain(result.threshold()),
                result.threshold() == null ? "—" : "" + result.schoolsBelowThreshold(),
                new RawString(Drawings.bar(
                        result.coefficientOfVariation(),
                        result.limit().doubleValue(),
                        scale,
                        !bad,
                        BAR_WIDTH,
                        BAR_HEIGHT)),
                new RawString(
                        Drawings.dots(values, threshold, mean, reach <= 0 ? 1 : reach, STRIP_WIDTH, STRIP_HEIGHT)),
                values.isEmpty()
                        ? "—"
                        : Words.number(least, indicator.decimals()) + " – " + Words.number(most, indicator.decimals()));
    }

    private static School school(Run run, SchoolResult school, String place) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < school.values().size(); i++) {
            SchoolValue value = school.values().get(i);
            boolean bad = Boolean.FALSE.equals(value.met());
            String text = Words.number(
                    value.value(), run.document().indicators().get(i).decimals());
            cells.add(new Cell((bad ? "▼" : "") + text, bad, Boolean.FALSE.equals(value.aboveFloor())));
        }
        return new School(
                school.name(),
                place,
                Words.plain(school.pupils()),
                cells,
                school.thresholdsMet() + "/" + school.thresholdsSet());
    }
}
