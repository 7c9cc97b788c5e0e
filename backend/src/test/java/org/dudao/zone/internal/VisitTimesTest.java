package org.dudao.zone.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitTimesTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final VisitTimes.Limits LIMITS = new VisitTimes.Limits(7, 12);

    private static VisitTimes of(Duration started, Duration finished, Duration clock, boolean handedIn) {
        VisitRecord record = new VisitRecord(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                VisitRecord.Kind.ROUTINE,
                UUID.randomUUID(),
                NOW.plus(started),
                NOW.plus(finished),
                null,
                "室内",
                List.of(),
                List.of(),
                null,
                null);
        return VisitTimes.of(record, NOW.plus(clock), handedIn, NOW, CHINA, LIMITS);
    }

    @Test
    void an_ordinary_visit_has_no_doubts() {
        VisitTimes times = of(Duration.ofHours(-3), Duration.ofHours(-1), Duration.ZERO, false);
        assertEquals(new VisitTimes(LocalDate.of(2026, 11, 29), 0, List.of()), times);
    }

    @Test
    void the_limits_themselves_are_not_doubtful_and_one_beyond_is() {
        assertEquals(
                List.of(),
                of(Duration.ofHours(-7 * 24 - 1), Duration.ofDays(-7), Duration.ZERO, false)
                        .doubts());
        assertEquals(
                List.of(VisitDoubt.LATE),
                of(Duration.ofHours(-8 * 24 - 1), Duration.ofDays(-8), Duration.ZERO, false)
                        .doubts());
        assertEquals(
                List.of(),
                of(Duration.ofHours(-12), Duration.ZERO, Duration.ZERO, false).doubts());
        assertEquals(
                List.of(VisitDoubt.LONG),
                of(Duration.ofHours(-12).minusSeconds(1), Duration.ZERO, Duration.ZERO, false)
                        .doubts());
    }

    @Test
    void a_day_more_than_a_year_ago_is_not_believed_and_the_day_of_receipt_stands() {
        VisitTimes times = of(Duration.ofDays(-400), Duration.ofDays(-400), Duration.ZERO, false);
        assertEquals(List.of(VisitDoubt.DAY_UNKNOWN), times.doubts());
        assertEquals(LocalDate.of(2026, 11, 29), times.madeOn());
        assertEquals(
                List.of(VisitDoubt.DAY_UNKNOWN),
                of(Duration.ofDays(-400), Duration.ofDays(-400), Duration.ofDays(-399), true)
                        .doubts());
    }

    @Test
    void a_wrong_clock_is_taken_off_before_anything_is_doubted() {
        VisitTimes times = of(Duration.ofDays(-400).minusHours(2), Duration.ofDays(-400), Duration.ofDays(-400), false);
        assertEquals(List.of(), times.doubts());
        assertEquals(LocalDate.of(2026, 11, 29), times.madeOn());
        assertEquals((int) Duration.ofDays(-400).toSeconds(), times.clockOff());
    }

    @Test
    void a_visit_that_ends_tomorrow_counts_today() {
        VisitTimes times = of(Duration.ofHours(-1), Duration.ofHours(20), Duration.ZERO, false);
        assertEquals(List.of(VisitDoubt.LONG, VisitDoubt.AHEAD), times.doubts());
        assertEquals(LocalDate.of(2026, 11, 29), times.madeOn());
    }
}
