package org.dudao.rectification.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void working_days_leave_weekends_out_and_begin_the_day_after() {
        WorkingDays plain = new WorkingDays(Map.of());
        assertEquals(LocalDate.of(2026, 11, 23), plain.deadline(FRIDAY, 1, Term.WORKING));
        assertEquals(LocalDate.of(2026, 12, 4), plain.deadline(FRIDAY, 10, Term.WORKING));
    }

    @Test
    void a_holiday_is_no_working_day_and_a_weekend_worked_in_exchange_is_one() {
        WorkingDays swapped =
                new WorkingDays(Map.of(LocalDate.of(2026, 11, 23), false, LocalDate.of(2026, 11, 22), true));
        assertEquals(LocalDate.of(2026, 11, 22), swapped.deadline(FRIDAY, 1, Term.WORKING));
        assertEquals(LocalDate.of(2026, 11, 24), swapped.deadline(FRIDAY, 2, Term.WORKING));
    }

    @Test
    void a_calendar_term_that_ends_on_a_day_off_ends_on_the_next_working_day() {
        WorkingDays plain = new WorkingDays(Map.of());
        assertEquals(LocalDate.of(2026, 11, 30), plain.deadline(FRIDAY, 8, Term.CALENDAR));
        assertEquals(LocalDate.of(2026, 11, 27), plain.deadline(FRIDAY, 7, Term.CALENDAR));
        assertEquals(
                LocalDate.of(2026, 11, 28),
                new WorkingDays(Map.of(LocalDate.of(2026, 11, 28), true)).deadline(FRIDAY, 8, Term.CALENDAR));
    }
}
