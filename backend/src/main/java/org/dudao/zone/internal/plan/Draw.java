package org.dudao.zone.internal.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a term's visits are drawn from, and what comes out. Kept with an adopted plan, so that it can be drawn again. */
public final class Draw {
    private Draw() {}

    /** Everything the draw depends on; the same gives the same. */
    public record Input(
            long seed,
            List<Period> periods,
            List<LocalDate> days,
            List<Round> rounds,
            List<Known> known,
            Limits limits) {}

    /** A month of the term, or the time of the term-opening check. */
    public record Period(String key, LocalDate from, LocalDate until) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * An inspector and the schools they answer for in the term.
     *
     * @param terms of office (聘期), the earliest first; null in plans kept from before they were asked for
     */
    public record Round(UUID inspectorId, String inspectorName, List<Stop> stops, List<Span> terms) {
        boolean inOffice(LocalDate day) {
            return terms == null || terms.stream().anyMatch(s -> s.holds(day));
        }

        /** The last day in office until a day; null when there was none. */
        LocalDate termUntil(LocalDate day) {
            return terms == null
                    ? null
                    : terms.stream()
                            .map(Span::until)
                            .filter(end -> !end.isAfter(day))
                            .max(LocalDate::compareTo)
                            .orElse(null);
        }
    }

    /**
     * A school of a round.
     *
     * @param longitude null when not known, as is latitude
     * @param spans when the inspector answers for it
     */
    public record Stop(UUID schoolId, String schoolName, Double longitude, Double latitude, List<Span> spans) {
        boolean heldOn(LocalDate day) {
            return spans.stream().anyMatch(s -> s.holds(day));
        }
    }

    /** Days from and until which an inspector answers for a school, or is in office. */
    public record Span(LocalDate from, LocalDate until) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * A visit that is there already, planned or made.
     *
     * @param inspectorId who goes; null for nobody
     * @param counts whether it is one of those asked for; if not, it only takes up the day and keeps its distance
     */
    public record Known(UUID schoolId, UUID inspectorId, LocalDate day, boolean counts) {}

    /**
     * The limits of a draw.
     *
     * @param perPeriod visits to a school in a period
     * @param perDay visits of an inspector on a day at most
     * @param gapDays days between two visits to a school at least
     * @param nearbyKm schools this near go on one day where they can
     */
    public record Limits(int perPeriod, int perDay, int gapDays, int nearbyKm) {}

    /**
     * A visit drawn.
     *
     * @param choices among how many days it was drawn
     * @param together other schools nearby, drawn for the same day
     */
    @Schema(name = "DrawnVisit")
    public record Drawn(
            UUID inspectorId,
            String inspectorName,
            UUID schoolId,
            String schoolName,
            LocalDate day,
            String period,
            int choices,
            List<String> together) {}

    /**
     * A visit asked for that found no day.
     *
     * @param termUntil with {@link Reason#NO_TERM}, the last day the inspector was in office; null when there was none
     */
    @Schema(name = "MissingVisit")
    public record Missing(
            UUID inspectorId,
            String inspectorName,
            UUID schoolId,
            String schoolName,
            String period,
            Reason reason,
            LocalDate termUntil) {}

    /** Why a visit found no day. */
    @Schema(name = "MissingVisitReason")
    public enum Reason {
        /** no working day is left in the period on which the inspector answers for the school */
        NO_DAY,
        /** the inspector is not in office on any day left in the period */
        NO_TERM,
        /** every day left is full or too near another visit to the school */
        NO_ROOM
    }

    /** What came out, by inspector, day and school. */
    public record Outcome(List<Drawn> visits, List<Missing> missing) {}
}
