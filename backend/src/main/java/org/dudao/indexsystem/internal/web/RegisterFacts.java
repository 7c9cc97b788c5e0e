package org.dudao.indexsystem.internal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dudao.indexsystem.Findings;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Scope;
import org.dudao.registry.SchoolYear;
import org.dudao.registry.SchoolYears;

/** Adds a school's figures of a year to findings, so that items taken from the register answer themselves. */
@ApplicationScoped
class RegisterFacts {
    @Inject
    SchoolYears schoolYears;

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
        return new Findings(findings.answers(), facts, findings.counts(), findings.circumstances());
    }
}
