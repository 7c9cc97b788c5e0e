package org.dudao.balance.internal.engine;

import org.dudao.balance.internal.engine.FrameworkDocument.Decision;
import org.dudao.balance.internal.engine.StageResult.IndicatorResult;
import org.dudao.balance.internal.engine.StageResult.Verdict;

/**
 * How far a stage is from passing, for ranking counties. Dudao's own measure, not an official one: the relative excess of
 * every binding coefficient over its limit, summed, plus the share of schools still missing to the number that must pass.
 * 0 exactly when the stage passes.
 */
public final class Distance {
    private Distance() {}

    /** Null while the verdict is withheld. */
    public static Double of(Rules rules, StageResult result) {
        if (result.verdict() == Verdict.WITHHELD) {
            return null;
        }
        if (result.verdict() == Verdict.PASS) {
            return 0.0;
        }
        double sum = 0;
        if (rules.decision() == Decision.COMPOSITE_MEAN) {
            sum = excess(result.composite(), result.compositeLimit().doubleValue(), result.compositeMet());
        } else {
            for (IndicatorResult indicator : result.indicators()) {
                sum += excess(
                        indicator.coefficientOfVariation(), indicator.limit().doubleValue(), indicator.met());
            }
        }
        if (result.schoolsNeeded() != null) {
            int lacking = Math.max(0, result.schoolsNeeded() - result.schoolsPassing());
            sum += (double) lacking / result.schools().size();
        }
        return sum;
    }

    private static double excess(double coefficient, double limit, boolean met) {
        return met ? 0 : Math.max(Double.MIN_NORMAL, coefficient / limit - 1);
    }
}
