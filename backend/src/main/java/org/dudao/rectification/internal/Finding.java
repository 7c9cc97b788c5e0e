package org.dudao.rectification.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.rectification.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One finding as it stands. A step returns the finding after it, or throws the problem why it cannot be taken.
 *
 * @param deadline last day of rectification; null until the notice is served
 * @param repliedBy subject of who replied last
 * @param earlier earlier findings of the same rule at the same unit, as far as the caller may know of them
 */
public record Finding(
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
        String foundBy,
        String finderName,
        Instant recordedAt,
        State state,
        UUID noticeId,
        String requirement,
        Integer termDays,
        Term termKind,
        LocalDate deadline,
        String repliedBy,
        LocalDate closedOn,
        int earlier,
        long version) {

    /** Where a finding stands. */
    @Schema(name = "FindingState")
    public enum State {
        /** recorded, the unit not yet asked for anything */
        RAISED,
        /** in a notice that is not yet served */
        NOTIFIED,
        /** served: the unit is to rectify it */
        RECTIFYING,
        /** the unit says it is rectified */
        REPLIED,
        /** checked and found rectified */
        ACCEPTED,
        /** 销号 */
        CLOSED,
        /** 撤销登记: recorded by mistake, before any unit was asked for anything; counted nowhere from that day on */
        VOIDED
    }

    /** Past its deadline while it is the unit's turn; once it has replied, the office is awaited. */
    public boolean overdue(LocalDate today) {
        return state == State.RECTIFYING && deadline != null && deadline.isBefore(today);
    }

    /** Mends what was recorded while no unit has been asked for anything. */
    Finding corrected(
            String newRuleCode,
            String newRule,
            String newDescription,
            Severity newSeverity,
            List<String> newDepartments,
            LocalDate newFoundOn) {
        require(state == State.RAISED, "notRaised");
        return new Finding(
                id,
                regionCode,
                schoolId,
                unitName,
                origin,
                originRef,
                newRuleCode,
                newRule,
                newDescription,
                newSeverity,
                newDepartments,
                evidence,
                newFoundOn,
                foundBy,
                finderName,
                recordedAt,
                state,
                noticeId,
                requirement,
                termDays,
                termKind,
                deadline,
                repliedBy,
                closedOn,
                earlier,
                version);
    }

    /** Strikes out what was recorded by mistake. */
    Finding voided() {
        require(state == State.RAISED, "notRaised");
        return copy(State.VOIDED, null, null, null, null, null, repliedBy, null);
    }

    /** Puts it into a notice with what is demanded. */
    Finding into(UUID notice, String demanded, int days, Term kind) {
        require(state == State.RAISED, "inNotice");
        return copy(State.NOTIFIED, notice, demanded, days, kind, null, repliedBy, null);
    }

    /** Changes what is demanded while the notice is drafted. */
    Finding demanded(String what, int days, Term kind) {
        require(state == State.NOTIFIED, "notInNotice");
        return copy(State.NOTIFIED, noticeId, what, days, kind, null, repliedBy, null);
    }

    /** Takes it out of a notice that is withdrawn or thrown away. */
    Finding outOf() {
        require(state == State.NOTIFIED || state == State.RECTIFYING, "notInNotice");
        return copy(State.RAISED, null, null, null, null, null, repliedBy, null);
    }

    Finding served(LocalDate on, WorkingDays days) {
        require(state == State.NOTIFIED, "notInNotice");
        return copy(
                State.RECTIFYING,
                noticeId,
                requirement,
                termDays,
                termKind,
                days.deadline(on, termDays, termKind),
                null,
                null);
    }

    /** The unit's reply; also for what was mended on the spot, without a notice. */
    Finding replied(Account by) {
        require(
                state == State.RECTIFYING || state == State.RAISED && severity == Severity.ON_THE_SPOT,
                "notRectifying");
        return copy(State.REPLIED, noticeId, requirement, termDays, termKind, deadline, by.subject(), null);
    }

    /** By someone who did not reply for the unit. */
    Finding accepted(Account by) {
        require(state == State.REPLIED, "notReplied");
        if (by.subject().equals(repliedBy)) {
            throw Problem.conflict("rectification.finding.checkedByRectifier");
        }
        return copy(State.ACCEPTED, noticeId, requirement, termDays, termKind, deadline, repliedBy, null);
    }

    /** Sends the reply back; a new last day may be set. */
    Finding returned(LocalDate newDeadline) {
        require(state == State.REPLIED || state == State.ACCEPTED, "notReplied");
        requireLater(newDeadline);
        return copy(
                State.RECTIFYING,
                noticeId,
                requirement,
                termDays,
                termKind,
                newDeadline == null ? deadline : newDeadline,
                repliedBy,
                null);
    }

    Finding extended(LocalDate newDeadline) {
        require(state == State.RECTIFYING, "notRectifying");
        require(newDeadline != null && deadline != null && newDeadline.isAfter(deadline), "deadlineEarlier");
        return copy(State.RECTIFYING, noticeId, requirement, termDays, termKind, newDeadline, repliedBy, null);
    }

    /** By someone who neither found nor rectified it. */
    Finding closed(Account by, LocalDate on) {
        require(state == State.ACCEPTED, "notAccepted");
        if (by.subject().equals(foundBy)) {
            throw Problem.conflict("rectification.finding.closedByFinder");
        }
        if (by.subject().equals(repliedBy)) {
            throw Problem.conflict("rectification.finding.closedByRectifier");
        }
        return copy(State.CLOSED, noticeId, requirement, termDays, termKind, deadline, repliedBy, on);
    }

    /** 回头看 found that it is there again; everything that happened stays. */
    Finding reopened(LocalDate newDeadline) {
        require(state == State.CLOSED, "notClosed");
        require(newDeadline != null && newDeadline.isAfter(closedOn), "deadlineEarlier");
        return copy(State.RECTIFYING, noticeId, requirement, termDays, termKind, newDeadline, null, null);
    }

    private void requireLater(LocalDate newDeadline) {
        require(newDeadline == null || deadline == null || !newDeadline.isBefore(deadline), "deadlineEarlier");
    }

    private void require(boolean holds, String code) {
        if (!holds) {
            throw Problem.conflict("rectification.finding." + code, state);
        }
    }

    private Finding copy(
            State newState,
            UUID notice,
            String demanded,
            Integer days,
            Term kind,
            LocalDate newDeadline,
            String replier,
            LocalDate closed) {
        return new Finding(
                id,
                regionCode,
                schoolId,
                unitName,
                origin,
                originRef,
                ruleCode,
                rule,
                description,
                severity,
                departments,
                evidence,
                foundOn,
                foundBy,
                finderName,
                recordedAt,
                newState,
                notice,
                demanded,
                days,
                kind,
                newDeadline,
                replier,
                closed,
                earlier,
                version);
    }
}
