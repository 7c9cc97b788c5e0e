package org.dudao.balance.internal.web;

import java.math.BigDecimal;
import java.util.List;
import org.dudao.balance.internal.RunSchool;
import org.dudao.balance.internal.engine.StageResult;

/** One row of a stage, with the place the school had when the run was made. */
public record RunSchoolResponse(
        String id,
        String code,
        String name,
        String kind,
        String regionCode,
        String regionName,
        String urbanRural,
        Double longitude,
        Double latitude,
        BigDecimal pupils,
        List<StageResult.SchoolValue> values,
        int thresholdsMet,
        int thresholdsSet,
        List<String> folded,
        StageResult.Verdict verdict) {

    static RunSchoolResponse from(StageResult.SchoolResult row, RunSchool school) {
        return new RunSchoolResponse(
                row.id(),
                row.code(),
                row.name(),
                row.kind(),
                school.regionCode(),
                school.regionName(),
                school.urbanRural(),
                school.longitude(),
                school.latitude(),
                row.pupils(),
                row.values(),
                row.thresholdsMet(),
                row.thresholdsSet(),
                row.folded(),
                row.verdict());
    }
}
