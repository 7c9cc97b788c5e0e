package org.dudao.balance.internal.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dudao.balance.internal.engine.FrameworkDocument.Decision;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.StageResult.IndicatorResult;
import org.dudao.balance.internal.engine.StageResult.MissingFact;
import org.dudao.balance.internal.engine.StageResult.NotComputable;
import org.dudao.balance.internal.engine.StageResult.SchoolResult;
import org.dudao.balance.internal.engine.StageResult.SchoolValue;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.balance.internal.engine.StageResult.Warning;
import org.dudao.registry.FactKeys;
import org.dudao.registry.Stage;

/**
 * The calculation of 教督〔2012〕3号 and 教督〔2017〕6号 for one stage of one county.
 *
 * <p>School i has p<sub>i</sub> pupils and the amount a<sub>i</sub>; P = Σp, A = Σa, x = a/p, X̄ = A/P (not the mean of
 * the x), S = √(Σ p(x − X̄)² / P), CV = S/X̄. Doubles with compensated sums; whatever lies within 1e-9 of a limit is
 * decided by exact rational arithmetic ({@link Judge}). A missing figure is never read as zero.
 */
public final class BalanceEngine {
    private BalanceEngine() {}

    /**
     * @param schools in any order; the result does not depend on it
     * @return the same result for the same arguments, bit for bit
     */
    public static StageResult evaluate(Rules rules, Stage stage, List<SchoolInput> schools) {
        return evaluate(rules, stage, Roster.of(rules, stage, schools));
    }

    static StageResult evaluate(Rules rules, Stage stage, Roster roster) {
        int n = rules.indicators().size();
        List<SchoolResult> schools = new ArrayList<>(roster.rows().size());
        int[] below = new int[n];
        BigDecimal pupils = BigDecimal.ZERO;
        int judged = 0;
        int passing = 0;
        for (Row row : roster.rows()) {
            SchoolResult school = school(rules, stage, row);
            schools.add(school);
            pupils = pupils.add(row.pupils());
            judged += school.verdict() == Verdict.PASS || school.verdict() == Verdict.FAIL ? 1 : 0;
            passing += school.verdict() == Verdict.PASS ? 1 : 0;
            for (int i = 0; i < n; i++) {
                below[i] += Boolean.FALSE.equals(school.values().get(i).met()) ? 1 : 0;
            }
        }

        List<MissingFact> noPupils = roster.pupilsMissing().stream()
                .map(s -> missing(s, FactKeys.of(stage, FactKeys.PUPILS)))
                .toList();
        List<IndicatorResult> indicators = new ArrayList<>(n);
        Set<MissingFact> missing = new LinkedHashSet<>(noPupils);
        for (int i = 0; i < n; i++) {
            IndicatorResult result = indicator(rules, stage, roster.rows(), i, below[i], noPupils);
            indicators.add(result);
            missing.addAll(result.missingSchools());
        }

        Double composite = null;
        BigDecimal compositeLimit = null;
        Boolean compositeMet = null;
        boolean computable = indicators.stream().allMatch(IndicatorResult::computable);
        if (rules.decision() == Decision.COMPOSITE_MEAN) {
            compositeLimit = rules.limit(stage);
            if (computable) {
                Summation sum = new Summation();
                indicators.forEach(i -> sum.add(i.coefficientOfVariation()));
                composite = sum.value() / n;
                compositeMet = Judge.compositeWithinLimit(composite, compositeLimit, roster.rows(), n);
            }
        }

        Integer needed = rules.judgesSchools(stage)
                ? rules.passShare()
                        .multiply(BigDecimal.valueOf(schools.size()))
                        .setScale(0, RoundingMode.CEILING)
                        .intValueExact()
                : null;
        Verdict verdict = verdict(rules, indicators, compositeMet, schools.size(), judged, passing, needed);
        return new StageResult(
                stage,
                indicators,
                composite,
                compositeLimit,
                compositeMet,
                schools,
                List.copyOf(roster.exclusions()),
                List.copyOf(missing),
                warnings(rules, stage, roster),
                schools.size(),
                judged,
                passing,
                needed,
                pupils,
                verdict);
    }

    private static IndicatorResult indicator(
            Rules rules, Stage stage, List<Row> rows, int index, int below, List<MissingFact> noPupils) {
        Indicator indicator = rules.indicators().get(index);
        BigDecimal limit = rules.limit(stage);
        boolean binding = rules.decision() == Decision.EACH_INDICATOR;
        BigDecimal threshold = rules.threshold(index, stage);
        List<MissingFact> missing = new ArrayList<>(noPupils);
        Summation amount = new Summation();
        Summation pupils = new Summation();
        for (Row row : rows) {
            row.missing(index).forEach(m -> missing.add(missing(m.school(), m.factKey())));
            amount.add(row.value(index));
            pupils.add(row.p());
        }
        NotComputable reason = !missing.isEmpty()
                ? NotComputable.FACTS_MISSING
                : rows.isEmpty() ? NotComputable.NO_SCHOOLS : amount.value() == 0 ? NotComputable.MEAN_ZERO : null;
        if (reason != null) {
            boolean zero = reason == NotComputable.MEAN_ZERO;
            return new IndicatorResult(
                    indicator.code(),
                    zero ? 0.0 : null,
                    zero ? 0.0 : null,
                    null,
                    limit,
                    binding,
                    null,
                    false,
                    reason,
                    List.copyOf(missing),
                    zero ? 0.0 : null,
                    threshold,
                    below);
        }
        double mean = amount.value() / pupils.value();
        Summation squares = new Summation();
        for (Row row : rows) {
            double deviation = row.value(index) / row.p() - mean;
            squares.add(row.p() * deviation * deviation);
        }
        double deviation = Math.sqrt(squares.value() / pupils.value());
        double cv = deviation / mean;
        return new IndicatorResult(
                indicator.code(),
                mean * indicator.per(),
                deviation * indicator.per(),
                cv,
                limit,
                binding,
                Judge.withinLimit(cv, limit, rows, index),
                true,
                null,
                List.of(),
                amount.value(),
                threshold,
                below);
    }

    private static SchoolResult school(Rules rules, Stage stage, Row row) {
        int n = rules.indicators().size();
        List<SchoolValue> values = new ArrayList<>(n);
        int met = 0;
        int set = 0;
        boolean known = true;
        boolean aboveFloor = true;
        for (int i = 0; i < n; i++) {
            Indicator indicator = rules.indicators().get(i);
            boolean here = row.known(i);
            BigDecimal threshold = rules.threshold(i, stage);
            Boolean reaches = null;
            Boolean floor = null;
            if (threshold != null) {
                set++;
                known &= here;
                if (here) {
                    double wanted = rules.thresholdValue(i, stage);
                    reaches = Judge.reaches(row, i, indicator.per(), wanted, threshold, BigDecimal.ONE);
                    floor = reaches
                            || Judge.reaches(
                                    row,
                                    i,
                                    indicator.per(),
                                    wanted * rules.floorShareValue(),
                                    threshold,
                                    rules.floorShare());
                    met += reaches ? 1 : 0;
                    aboveFloor &= floor;
                }
            }
            values.add(new SchoolValue(
                    indicator.code(),
                    here ? indicator.per() * (row.value(i) / row.p()) : null,
                    here ? row.value(i) : null,
                    reaches,
                    floor));
        }
        Verdict verdict = set == 0
                ? Verdict.NOT_JUDGED
                : !known
                        ? Verdict.WITHHELD
                        : met >= Math.min(rules.requiredIndicators(), set) && aboveFloor ? Verdict.PASS : Verdict.FAIL;
        SchoolInput school = row.school();
        return new SchoolResult(
                school.id(),
                school.code(),
                school.name(),
                school.kind().code(),
                row.pupils(),
                values,
                met,
                set,
                row.points().stream().map(SchoolInput::code).toList(),
                verdict);
    }

    private static Verdict verdict(
            Rules rules,
            List<IndicatorResult> indicators,
            Boolean compositeMet,
            int schools,
            int judged,
            int passing,
            Integer needed) {
        if (indicators.stream().anyMatch(i -> !i.computable()) || (needed != null && judged < schools)) {
            return Verdict.WITHHELD;
        }
        boolean even = rules.decision() == Decision.COMPOSITE_MEAN
                ? compositeMet
                : indicators.stream().allMatch(IndicatorResult::met);
        return even && (needed == null || passing >= needed) ? Verdict.PASS : Verdict.FAIL;
    }

    private static List<Warning> warnings(Rules rules, Stage stage, Roster roster) {
        List<Warning> warnings = new ArrayList<>();
        if (roster.rows().size() == 1) {
            warnings.add(Warning.ONE_SCHOOL);
        }
        long set = 0;
        for (int i = 0; i < rules.indicators().size(); i++) {
            set += rules.threshold(i, stage) == null ? 0 : 1;
        }
        if (set > 0 && set < rules.indicators().size()) {
            warnings.add(Warning.THRESHOLDS_INCOMPLETE);
        }
        return warnings;
    }

    private static MissingFact missing(SchoolInput school, String factKey) {
        return new MissingFact(school.id(), school.code(), school.name(), factKey);
    }
}
