package org.dudao.zone.internal.innovation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A thing behind a number of the self-check.
 *
 * @param name of the school, inspector or zone; the title of key points; the school year of a term, e.g. {@code 2026}
 * @param about the inspector, the month as {@code 2026-11}, the half of the school year, the finding in words; null for nothing more
 * @param day the day it is judged by; null for none
 * @param value what is held against the rule: schools, hours, terms, visits, yuan; null for none
 * @param met whether it is in order
 */
@Schema(name = "InnovationRow")
public record InnovationRow(
        Kind kind, UUID id, String name, String about, LocalDate day, BigDecimal value, boolean met) {
    /** What a row is; by it and the id its page is found. */
    @Schema(name = "InnovationRowKind")
    public enum Kind {
        SCHOOL,
        INSPECTOR,
        ZONE,
        VISIT,
        REPORT,
        FINDING,
        COMPLAINT,
        TERM,
        KEY_POINTS
    }
}
