package org.dudao.zone.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A term of office, from the recommendation on. A step returns the term after it, or throws why it cannot be taken.
 *
 * @param announcedUntil last day of the public notice (公示); null before it
 * @param termNo which term in a row it is; null until appointed
 * @param startsOn first day in office; null until appointed
 * @param endsOn last day in office
 */
public record Appointment(
        UUID id,
        UUID inspectorId,
        State state,
        LocalDate announcedUntil,
        Integer termNo,
        LocalDate startsOn,
        LocalDate endsOn) {

    /** Where it stands; also the kinds of its steps. */
    @Schema(name = "AppointmentState")
    public enum State {
        /** 推荐 */
        RECOMMENDED,
        /** 教育行政部门审核 */
        REVIEWED,
        /** 县级人民政府批准 */
        APPROVED,
        /** 公示 */
        ANNOUNCED,
        /** 聘任 */
        APPOINTED,
        /** 未通过 */
        REFUSED,
        /** 解聘 */
        DISMISSED;

        private static final List<State> WAY = List.of(RECOMMENDED, REVIEWED, APPROVED, ANNOUNCED, APPOINTED);

        boolean underWay() {
            return WAY.indexOf(this) >= 0 && this != APPOINTED;
        }
    }

    static Appointment recommended(UUID id, UUID inspector) {
        return new Appointment(id, inspector, State.RECOMMENDED, null, null, null, null);
    }

    /** Reviewed or approved: each after the one before. */
    Appointment passed(State next) {
        requireNext(next);
        return new Appointment(id, inspectorId, next, announcedUntil, null, null, null);
    }

    /** 公示 from a day until a day, at least as long as the rule says. */
    Appointment announced(LocalDate from, LocalDate until, int days) {
        requireNext(State.ANNOUNCED);
        if (until == null || ChronoUnit.DAYS.between(from, until) + 1 < days) {
            throw Problem.unprocessable("zone.appointment.announcement", "until", days);
        }
        return new Appointment(id, inspectorId, State.ANNOUNCED, until, null, null, null);
    }

    /**
     * 聘任: office begins after the public notice has run out, for the years the rule says.
     *
     * @param earlier terms held before, in any order
     */
    Appointment appointed(LocalDate from, Inspector.Kind kind, List<Appointment> earlier, ZoneRules rules) {
        requireNext(State.APPOINTED);
        if (!from.isAfter(announcedUntil)) {
            throw Problem.unprocessable("zone.appointment.announcedUntil", "startsOn", announcedUntil);
        }
        Appointment last = earlier.stream()
                .filter(e -> e.startsOn != null && !e.id.equals(id))
                .max(java.util.Comparator.comparing(Appointment::endsOn))
                .orElse(null);
        if (last != null && !from.isAfter(last.endsOn)) {
            throw Problem.unprocessable("zone.appointment.overlap", "startsOn", last.endsOn);
        }
        boolean inRow = last != null && from.isBefore(last.endsOn.plusMonths(rules.breakMonths()));
        int no = inRow ? last.termNo + 1 : 1;
        if (kind.limited() && no > rules.termsInRow()) {
            throw Problem.unprocessable("zone.appointment.tooMany", "startsOn", rules.termsInRow());
        }
        return new Appointment(
                id,
                inspectorId,
                State.APPOINTED,
                announcedUntil,
                no,
                from,
                from.plusYears(rules.termYears()).minusDays(1));
    }

    Appointment refused() {
        require(state.underWay());
        return new Appointment(id, inspectorId, State.REFUSED, announcedUntil, null, null, null);
    }

    /** 解聘: the last day in office is the day of the dismissal. */
    Appointment dismissed(LocalDate on) {
        require(state == State.APPOINTED);
        if (on.isBefore(startsOn) || on.isAfter(endsOn)) {
            throw Problem.unprocessable("zone.appointment.outside", "on", startsOn, endsOn);
        }
        return new Appointment(id, inspectorId, State.DISMISSED, announcedUntil, termNo, startsOn, on);
    }

    private void requireNext(State next) {
        require(State.WAY.indexOf(next) == State.WAY.indexOf(state) + 1 && State.WAY.contains(state));
    }

    private void require(boolean holds) {
        if (!holds) {
            throw Problem.conflict("zone.appointment.state", state);
        }
    }
}
