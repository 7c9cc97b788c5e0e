package org.dudao.balance.internal.plan;

import java.math.BigDecimal;
import java.util.List;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.registry.Stage;

/**
 * A set of additions after which every stage passes, and what it costs.
 *
 * @param additions by indicator, then school
 * @param permitted indicators a school may leave between the floor and the threshold, where that saves something
 * @param summaries by indicator and stage
 * @param leftOut schools that need not pass because the framework asks for a share of the schools only
 * @param bill 元
 * @param before the stages as they stand
 * @param after the stages with the additions
 */
public record Proposal(
        List<ProposedAddition> additions,
        List<Permitted> permitted,
        List<Summary> summaries,
        List<LeftOut> leftOut,
        BigDecimal bill,
        List<StageResult> before,
        List<StageResult> after) {

    /**
     * @param stage null when the fact belongs to the whole school
     * @param amount in the unit of the fact
     * @param forThreshold part of the amount that the school's own standard asks for; the rest is for evenness
     * @param cost 元
     */
    public record ProposedAddition(
            String schoolId,
            String schoolCode,
            String schoolName,
            String indicator,
            String fact,
            Stage stage,
            BigDecimal amount,
            BigDecimal forThreshold,
            BigDecimal cost) {}

    /** Indicators left below the threshold but at or above the floor. */
    public record Permitted(
            String schoolId, String schoolCode, String schoolName, Stage stage, List<String> indicators) {}

    /** A row that may fail. */
    public record LeftOut(String schoolId, String schoolCode, String schoolName, Stage stage) {}

    /** How good the whole units of an indicator are. */
    public enum Guarantee {
        /** least total for the thresholds chosen */
        EXACT,
        /** feasible and locally improved; units serve two stages, or the limit is on a mean */
        LOCAL
    }

    /**
     * @param level per pupil (or per 100): the lowest schools of the stage are raised to it when amounts need not be whole;
     *     0 when evenness asks for nothing
     * @param leastAmount lower bound of the amount the stage must receive for evenness beyond the thresholds; null where
     *     the limit is on the mean of all indicators
     * @param amount what the stage receives in the plan
     * @param forThreshold part of {@code amount} the schools' own standards ask for; the rest is for evenness
     */
    public record Summary(
            String indicator,
            Stage stage,
            Double coefficientBefore,
            Double coefficientAfter,
            BigDecimal limit,
            Double level,
            Double leastAmount,
            double amount,
            double forThreshold,
            Guarantee guarantee) {}
}
