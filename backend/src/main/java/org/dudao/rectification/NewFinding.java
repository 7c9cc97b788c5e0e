package org.dudao.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A finding on its way into the ledger.
 *
 * @param id made by the caller, and its idempotency key: the same id twice is one finding
 * @param schoolId the school it is about; null when {@code regionCode} is a township or county
 * @param regionCode region it is about; null with a school
 * @param origin module it comes from, e.g. {@code zone}; {@code office} when raised on the ledger itself
 * @param originRef what in that module, e.g. the id of a visit item; null when none
 * @param ruleCode code of the rule broken, by which repeated findings are recognised; null when none
 * @param rule the rule in words
 * @param departments other departments needed, for COMPLEX
 * @param foundOn day it was found
 */
public record NewFinding(
        UUID id,
        UUID schoolId,
        String regionCode,
        String origin,
        String originRef,
        String ruleCode,
        String rule,
        String description,
        Severity severity,
        List<String> departments,
        List<UUID> evidence,
        LocalDate foundOn) {
    public NewFinding {
        departments = departments == null ? List.of() : List.copyOf(departments);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
