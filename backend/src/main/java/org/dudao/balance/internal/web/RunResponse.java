package org.dudao.balance.internal.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.balance.internal.Run;
import org.dudao.balance.internal.engine.Exclusion;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.registry.Stage;

/**
 * A run without its schools.
 *
 * @param unverified parameters whose source is not verified, by code
 */
public record RunResponse(
        UUID id,
        UUID frameworkId,
        String frameworkCode,
        int frameworkVersion,
        String regionCode,
        String regionName,
        int year,
        String createdBy,
        Instant createdAt,
        String checksum,
        List<String> unverified,
        List<RunStage> stages) {

    /** One stage; see {@link StageResult}. */
    public record RunStage(
            Stage stage,
            List<StageResult.IndicatorResult> indicators,
            Double composite,
            BigDecimal compositeLimit,
            Boolean compositeMet,
            List<Exclusion> exclusions,
            List<StageResult.MissingFact> missing,
            List<StageResult.Warning> warnings,
            int schoolsCounted,
            int schoolsJudged,
            int schoolsPassing,
            Integer schoolsNeeded,
            BigDecimal pupils,
            StageResult.Verdict verdict) {

        static RunStage from(StageResult r) {
            return new RunStage(
                    r.stage(),
                    r.indicators(),
                    r.composite(),
                    r.compositeLimit(),
                    r.compositeMet(),
                    r.exclusions(),
                    r.missing(),
                    r.warnings(),
                    r.schoolsCounted(),
                    r.schoolsJudged(),
                    r.schoolsPassing(),
                    r.schoolsNeeded(),
                    r.pupils(),
                    r.verdict());
        }
    }

    static RunResponse from(Run run) {
        return new RunResponse(
                run.id(),
                run.frameworkId(),
                run.document().code(),
                run.document().version(),
                run.regionCode(),
                run.regionName(),
                run.year(),
                run.createdBy(),
                run.createdAt(),
                run.checksum(),
                run.document().parameters().stream()
                        .filter(p -> !p.verified() && p.hasValue())
                        .map(p -> p.code())
                        .toList(),
                run.stages().stream().map(RunStage::from).toList());
    }
}
