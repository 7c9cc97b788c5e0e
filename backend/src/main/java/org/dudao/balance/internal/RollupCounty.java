package org.dudao.balance.internal;

import java.math.BigDecimal;
import java.util.List;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.registry.Stage;

/**
 * One stage of one county in a roll-up.
 *
 * @param rank by distance from passing, 1 the nearest, equal distances sharing a rank; null while withheld
 * @param distance see {@link org.dudao.balance.internal.engine.Distance}; null while withheld
 */
public record RollupCounty(
        Integer rank,
        String countyCode,
        String countyName,
        Stage stage,
        Verdict verdict,
        Double composite,
        Double distance,
        int schools,
        int schoolsPassing,
        Integer schoolsNeeded,
        BigDecimal pupils,
        int excluded,
        int missing,
        List<RollupIndicator> indicators) {

    /** @param reason why there is no coefficient, else null */
    public record RollupIndicator(
            String code, Double mean, Double coefficientOfVariation, BigDecimal limit, Boolean met, String reason) {}
}
