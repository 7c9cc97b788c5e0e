package org.dudao.balance.internal.web;

import java.math.BigDecimal;
import java.util.List;
import org.dudao.balance.internal.StoredFramework;
import org.dudao.balance.internal.engine.Exclusion;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.registry.Stage;

/**
 * The result of a preview, at full precision.
 *
 * @param framework code used
 * @param frameworkVersion version used
 * @param composite mean of the coefficients; null when one is not computable or the framework does not average
 * @param unverified codes of the parameters whose source is not verified
 */
public record PreviewResponse(
        String framework,
        int frameworkVersion,
        Stage stage,
        List<StageResult.IndicatorResult> indicators,
        Double composite,
        BigDecimal compositeLimit,
        Boolean compositeMet,
        List<StageResult.SchoolResult> schools,
        List<Exclusion> exclusions,
        List<StageResult.MissingFact> missing,
        List<StageResult.Warning> warnings,
        int schoolsCounted,
        int schoolsJudged,
        int schoolsPassing,
        Integer schoolsNeeded,
        BigDecimal pupils,
        StageResult.Verdict verdict,
        List<String> unverified) {

    static PreviewResponse from(StoredFramework framework, StageResult r) {
        return new PreviewResponse(
                framework.document().code(),
                framework.document().version(),
                r.stage(),
                r.indicators(),
                r.composite(),
                r.compositeLimit(),
                r.compositeMet(),
                r.schools(),
                r.exclusions(),
                r.missing(),
                r.warnings(),
                r.schoolsCounted(),
                r.schoolsJudged(),
                r.schoolsPassing(),
                r.schoolsNeeded(),
                r.pupils(),
                r.verdict(),
                framework.document().parameters().stream()
                        .filter(p -> !p.verified() && p.hasValue())
                        .map(p -> p.code())
                        .toList());
    }
}
