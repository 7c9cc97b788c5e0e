package org.dudao.rectification;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What became of a finding.
 *
 * @param state where it stands, as the ledger names it
 * @param deadline null before a notice sets one
 * @param closedOn null until it is closed
 */
public record FindingOutcome(
        UUID id,
        UUID schoolId,
        String unitName,
        String rule,
        String description,
        Severity severity,
        LocalDate foundOn,
        String state,
        LocalDate deadline,
        LocalDate closedOn) {
    public boolean closed() {
        return closedOn != null;
    }

    /** Whether it can be asked of anybody by a day: closed, or past its deadline. One that still has time is neither done nor missed. */
    public boolean due(LocalDate day) {
        return closed() || deadline != null && deadline.isBefore(day);
    }

    /** Struck out as a mistake: counts nowhere. */
    public boolean voided() {
        return state.equals("VOIDED");
    }
}
