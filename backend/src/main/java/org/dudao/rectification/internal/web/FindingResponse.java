package org.dudao.rectification.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.rectification.Severity;
import org.dudao.rectification.internal.Finding;
import org.dudao.rectification.internal.Term;

/**
 * A finding in a list.
 *
 * @param overdue past its deadline while it is the unit's turn
 * @param earlier earlier findings of the same rule at the same unit: a repeated finding has at least one
 * @param daysLeft days to the deadline, negative when past; null without a deadline or when closed
 */
public record FindingResponse(
        UUID id,
        String regionCode,
        UUID schoolId,
        String unitName,
        String origin,
        String originRef,
        String ruleCode,
        String rule,
        String description,
        Severity severity,
        List<String> departments,
        List<UUID> evidence,
        LocalDate foundOn,
        String finderName,
        Instant recordedAt,
        Finding.State state,
        UUID noticeId,
        String requirement,
        Integer termDays,
        Term termKind,
        LocalDate deadline,
        LocalDate closedOn,
        boolean overdue,
        Integer daysLeft,
        int earlier,
        long version) {

    static FindingResponse from(Finding f, LocalDate today) {
        boolean running = f.deadline() != null && f.state() != Finding.State.CLOSED;
        return new FindingResponse(
                f.id(),
                f.regionCode(),
                f.schoolId(),
                f.unitName(),
                f.origin(),
                f.originRef(),
                f.ruleCode(),
                f.rule(),
                f.description(),
                f.severity(),
                f.departments(),
                f.evidence(),
                f.foundOn(),
                f.finderName(),
                f.recordedAt(),
                f.state(),
                f.noticeId(),
                f.requirement(),
                f.termDays(),
                f.termKind(),
                f.deadline(),
                f.closedOn(),
                f.overdue(today),
                running ? (int) (f.deadline().toEpochDay() - today.toEpochDay()) : null,
                f.earlier(),
                f.version());
    }
}
