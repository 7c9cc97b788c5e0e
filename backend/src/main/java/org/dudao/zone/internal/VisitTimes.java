package org.dudao.zone.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A visit's times by the office's clock.
 *
 * @param madeOn the day it counts for: what the phone's clock was off by is taken off, no visit is made tomorrow
 * @param clockOff seconds the phone's clock was ahead (negative: behind) when that is more than ten minutes, else 0
 * @param doubts in the order of {@link VisitDoubt}
 */
record VisitTimes(LocalDate madeOn, int clockOff, List<VisitDoubt> doubts) {
    /** A phone's clock further off than this is marked. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    /** A day longer ago than this is no day a phone can be believed about. */
    static final Duration BELIEVED = Duration.ofDays(366);

    /**
     * From where on a visit is doubtful.
     *
     * @param lateDays days from the visit to its record's receipt
     * @param longestHours from check-in to the end
     */
    record Limits(int lateDays, int longestHours) {}

    /**
     * @param sentAt the phone's clock at sending, or at exporting
     * @param handedIn whether it came as a file, which says nothing of the phone's clock
     */
    static VisitTimes of(VisitRecord r, Instant sentAt, boolean handedIn, Instant now, ZoneId zone, Limits limits) {
        Duration off = handedIn ? Duration.ZERO : Duration.between(now, sentAt);
        boolean wrong = off.abs().compareTo(CLOCK_TOLERANCE) > 0;
        Instant finished = wrong ? r.finishedAt().minus(off) : r.finishedAt();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate day = LocalDate.ofInstant(finished.isAfter(now) ? now : finished, zone);
        List<VisitDoubt> doubts = new ArrayList<>();
        if (finished.isBefore(now.minus(BELIEVED))) {
            doubts.add(VisitDoubt.DAY_UNKNOWN);
            day = today;
        } else if (ChronoUnit.DAYS.between(day, today) > limits.lateDays()) {
            doubts.add(VisitDoubt.LATE);
        }
        if (Duration.between(r.startedAt(), r.finishedAt()).compareTo(Duration.ofHours(limits.longestHours())) > 0) {
            doubts.add(VisitDoubt.LONG);
        }
        if (finished.isAfter(now.plus(CLOCK_TOLERANCE))) {
            doubts.add(VisitDoubt.AHEAD);
        }
        int seconds = wrong ? (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, off.toSeconds())) : 0;
        return new VisitTimes(day, seconds, List.copyOf(doubts));
    }
}
