package org.dudao.indexsystem.internal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.indexsystem.CountSource;
import org.dudao.indexsystem.Findings;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Scope;
import org.dudao.registry.SchoolYear;
import org.dudao.registry.SchoolYears;

/** Adds a school's figures and counts of a school year to findings, so that items taken from elsewhere answer themselves. */
@ApplicationScoped
class RegisterFacts {
    /** A school year begins on 1 September. */
    private static final int FIRST_MONTH = 9;

    @Inject
    SchoolYears schoolYears;

    @Inject
    Instance<CountSource> sources;

    /** What other modules count, for items that take a number from them. */
    List<CountSource.Count> counts() {
        return sources.stream().flatMap(s -> s.counts().stream()).toList();
    }

    /** What the findings state themselves counts over what is stored. */
    Findings with(Findings findings, UUID schoolId, Integer year, Scope scope) {
        if (schoolId == null) {
            return findings;
        }
        if (year == null) {
            throw Problem.unprocessable("kernel.required", "year");
        }
        SchoolYear school = schoolYears
                .ofSchool(schoolId, year, scope)
                .orElseThrow(() -> Problem.notFound("indexsystem.school.notFound", schoolId));
        Map<String, BigDecimal> facts = new HashMap<>(school.values());
        facts.putAll(findings.facts());
        Map<String, BigDecimal> counts = new HashMap<>();
        sources.forEach(source -> counts.putAll(source.of(
                schoolId,
                LocalDate.of(year, FIRST_MONTH, 1),
                LocalDate.of(year + 1, FIRST_MONTH, 1).minusDays(1))));
        counts.putAll(findings.counts());
        return new Findings(findings.answers(), facts, counts, findings.circumstances());
    }
}
