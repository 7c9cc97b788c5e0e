package org.dudao.rectification.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    /** Statutory holidays of a year in days. */
    private static final Map<Integer, Long> EXPECTED = Map.of(2024, 11L, 2025, 13L, 2026, 13L);

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

    @Test
    void holidays_the_law_fixes_are_off_in_a_year_without_calendar_and_only_there() {
        WorkingDays days = new WorkingDays(Map.of(LocalDate.of(2026, 2, 16), false));
        assertTrue(days.working(LocalDate.of(2026, 5, 1)));
        assertEquals(
                List.of(
                        LocalDate.of(2029, 1, 1),
                        LocalDate.of(2029, 5, 1),
                        LocalDate.of(2029, 5, 2),
                        LocalDate.of(2029, 10, 1),
                        LocalDate.of(2029, 10, 2),
                        LocalDate.of(2029, 10, 3)),
                LocalDate.of(2029, 1, 1)
                        .datesUntil(LocalDate.of(2030, 1, 1))
                        .filter(d -> d.getDayOfWeek().getValue() < 6 && !days.working(d))
                        .toList());
    }

    @Test
    void five_working_days_over_the_spring_festival_and_national_day_of_2026() {
        Map<LocalDate, Boolean> special = new HashMap<>();
        PublishedCalendar.of(2026).orElseThrow().days().forEach(d -> special.put(d.day(), d.working()));
        WorkingDays days = new WorkingDays(special);
        // 14 February is worked, 15 to 23 are off
        assertEquals(LocalDate.of(2026, 2, 27), days.deadline(LocalDate.of(2026, 2, 13), 5, Term.WORKING));
        // 1 to 7 October are off, Saturday the 10th is worked
        assertEquals(LocalDate.of(2026, 10, 13), days.deadline(LocalDate.of(2026, 9, 30), 5, Term.WORKING));
        // Sunday 20 September is worked for it
        assertEquals(LocalDate.of(2026, 9, 20), days.deadline(LocalDate.of(2026, 9, 18), 1, Term.WORKING));
    }

    @Test
    void shipped_calendars_swap_as_many_weekend_days_as_they_take_and_name_their_notice() {
        // 全国年节及纪念日放假办法: 11 days, since 2025 13; every other weekday off is worked on a weekend
        for (PublishedCalendar c : PublishedCalendar.all()) {
            long weekdaysOff = c.days().stream()
                    .filter(d -> !d.working() && d.day().getDayOfWeek().getValue() < 6)
                    .count();
            long weekendsWorked = c.days().stream().filter(d -> d.working()).count();
            assertTrue(c.days().stream()
                    .filter(d -> d.working())
                    .noneMatch(d -> d.day().getDayOfWeek().getValue() < 6));
            assertEquals(EXPECTED.get(c.year()), weekdaysOff - weekendsWorked, "" + c.year());
            assertTrue(c.source().matches("国办发明电〔20\\d\\d〕\\d+号"), c.source());
            assertTrue(c.verified());
        }
        assertEquals(
                EXPECTED.keySet(),
                PublishedCalendar.all().stream().map(PublishedCalendar::year).collect(Collectors.toSet()));
    }
}
