package org.dudao.balance.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.registry.Stage;

/**
 * A snapshot of one calculation of one county: what went in, by which rules, what came out.
 *
 * @param year in which the school year starts
 * @param checksum SHA-256 of the results as written down
 */
public record Run(
        UUID id,
        UUID frameworkId,
        String regionCode,
        String regionName,
        int year,
        FrameworkDocument document,
        List<RunSchool> schools,
        List<StageResult> stages,
        String checksum,
        String createdBy,
        Instant createdAt) {

    public List<SchoolInput> inputs() {
        return schools.stream().map(RunSchool::school).toList();
    }

    public Rules rules() {
        return Rules.of(document);
    }

    public StageResult stage(Stage stage) {
        return stages.stream().filter(s -> s.stage() == stage).findFirst().orElseThrow();
    }
}
