package org.dudao.balance.internal.engine;

import java.math.BigDecimal;
import java.util.List;
import org.dudao.registry.Stage;

/**
 * Where one stage of one county stands. Nothing in it is rounded.
 *
 * @param indicators in official order
 * @param composite mean of the indicators' coefficients; null when one of them is not computable, or the framework does
 *     not average
 * @param compositeLimit null when the framework does not average
 * @param compositeMet null as {@code composite}
 * @param schools the rows, by code; empty where only the outcome was asked for
 * @param schoolsCounted how many rows there are
 * @param exclusions schools without a row of their own
 * @param missing what stands in the way of a verdict
 * @param schoolsJudged rows with a verdict PASS or FAIL
 * @param schoolsPassing rows with verdict PASS
 * @param schoolsNeeded rows that must pass; null when the framework sets no thresholds
 * @param pupils of all rows
 */
public record StageResult(
        Stage stage,
        List<IndicatorResult> indicators,
        Double composite,
        BigDecimal compositeLimit,
        Boolean compositeMet,
        List<SchoolResult> schools,
        List<Exclusion> exclusions,
        List<MissingFact> missing,
        List<Warning> warnings,
        int schoolsCounted,
        int schoolsJudged,
        int schoolsPassing,
        Integer schoolsNeeded,
        BigDecimal pupils,
        Verdict verdict) {

    /** A judgement, or that there is none. */
    public enum Verdict {
        PASS,
        FAIL,
        /** something is missing or cannot be computed; see {@code missing} and the indicators */
        WITHHELD,
        /** the framework sets no standard to judge by */
        NOT_JUDGED
    }

    /** What the reader should know although it changes nothing. */
    public enum Warning {
        /** a single school has a coefficient of variation of 0 */
        ONE_SCHOOL,
        /** the framework sets thresholds for some indicators only; schools are judged on those */
        THRESHOLDS_INCOMPLETE
    }

    /** Why an indicator has no coefficient of variation. */
    public enum NotComputable {
        FACTS_MISSING,
        /** nobody has any: S ÷ X̄ is undefined, not zero */
        MEAN_ZERO,
        NO_SCHOOLS
    }

    /**
     * One indicator of the stage.
     *
     * @param mean X̄ = A ÷ P in the unit of the indicator (times 100 where it counts per 100 pupils); null when facts are
     *     missing or there is no school
     * @param standardDeviation S, population form weighted by pupils, same unit
     * @param coefficientOfVariation S ÷ X̄; null when not computable
     * @param limit for frameworks that average, the limit of the mean, shown for orientation ({@code binding} false)
     * @param met coefficient ≤ limit, decided exactly; null when not computable
     * @param amount A, sum of the numerators
     * @param missingSchools schools whose figures are missing
     */
    public record IndicatorResult(
            String code,
            Double mean,
            Double standardDeviation,
            Double coefficientOfVariation,
            BigDecimal limit,
            boolean binding,
            Boolean met,
            boolean computable,
            NotComputable reason,
            List<MissingFact> missingSchools,
            Double amount,
            BigDecimal threshold,
            int schoolsBelowThreshold) {}

    /** A figure that must be reported, by fact key, e.g. {@code PRIMARY.pupils}. */
    public record MissingFact(String id, String code, String name, String fact) {}

    /**
     * One row.
     *
     * @param values by position of the indicator
     * @param thresholdsMet indicators met, of {@code thresholdsSet}
     * @param folded codes of the teaching points counted with it
     * @param verdict at least k of n met and the rest at or above the floor
     */
    public record SchoolResult(
            String id,
            String code,
            String name,
            String kind,
            BigDecimal pupils,
            List<SchoolValue> values,
            int thresholdsMet,
            int thresholdsSet,
            List<String> folded,
            Verdict verdict) {}

    /**
     * @param value amount ÷ pupils (times 100 where it counts per 100); null when missing
     * @param amount numerator after the split, with folded points; null when missing
     * @param met value ≥ threshold; null when missing or no threshold
     * @param aboveFloor value ≥ floor share × threshold; null as {@code met}
     */
    public record SchoolValue(String indicator, Double value, Double amount, Boolean met, Boolean aboveFloor) {}
}
