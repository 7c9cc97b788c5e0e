package org.dudao.balance.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.engine.StageResult.IndicatorResult;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.balance.internal.plan.WhatIf;
import org.dudao.balance.internal.plan.WhatIf.SchoolMove;
import org.dudao.registry.Stage;

/** What moved in one stage from one result to another. */
public record Effect(
        Stage stage,
        Verdict verdictBefore,
        Verdict verdictAfter,
        Double compositeBefore,
        Double compositeAfter,
        BigDecimal compositeLimit,
        int schoolsPassingBefore,
        int schoolsPassingAfter,
        Integer schoolsNeeded,
        List<IndicatorEffect> indicators,
        List<SchoolMove> newlyPassing,
        List<SchoolMove> newlyFailing) {

    /** One indicator before and after; null where it is not computable. */
    public record IndicatorEffect(
            String code,
            Double meanBefore,
            Double meanAfter,
            Double coefficientBefore,
            Double coefficientAfter,
            BigDecimal limit,
            Boolean metBefore,
            Boolean metAfter,
            int belowThresholdBefore,
            int belowThresholdAfter) {}

    /** The indicators of {@code after}, matched by code. */
    static Effect of(StageResult before, StageResult after) {
        WhatIf.Moved moved = WhatIf.moved(before, after);
        List<IndicatorEffect> indicators = new ArrayList<>();
        for (IndicatorResult is : after.indicators()) {
            before.indicators().stream()
                    .filter(i -> i.code().equals(is.code()))
                    .findFirst()
                    .ifPresent(was -> indicators.add(new IndicatorEffect(
                            is.code(),
                            was.mean(),
                            is.mean(),
                            was.coefficientOfVariation(),
                            is.coefficientOfVariation(),
                            is.limit(),
                            was.met(),
                            is.met(),
                            was.schoolsBelowThreshold(),
                            is.schoolsBelowThreshold())));
        }
        return new Effect(
                after.stage(),
                before.verdict(),
                after.verdict(),
                before.composite(),
                after.composite(),
                after.compositeLimit(),
                before.schoolsPassing(),
                after.schoolsPassing(),
                after.schoolsNeeded(),
                indicators,
                moved.newlyPassing(),
                moved.newlyFailing());
    }

    static List<Effect> of(List<StageResult> before, List<StageResult> after) {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            effects.add(of(before.get(i), after.get(i)));
        }
        return effects;
    }
}
