package org.dudao.zone.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.kernel.json.Documents;
import org.junit.jupiter.api.Test;

class TermPlannerTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 1, 15);
    private static final Draw.Limits LIMITS = new Draw.Limits(1, 2, 10, 8);
    private static final UUID LIN = new UUID(0, 1);
    private static final UUID WANG = new UUID(0, 2);

    private static UUID school(int n) {
        return new UUID(1, n);
    }

    /** Schools in a row, a tenth of a degree (about 9.5 km) apart; in pairs of which the second is 1 km from the first. */
    private static Draw.Stop stop(int n, LocalDate from, LocalDate until) {
        return new Draw.Stop(
                school(n), "学校" + n, 103 + (n / 2) * 0.2 + (n % 2) * 0.01, 25.0, List.of(new Draw.Span(from, until)));
    }

    private static Draw.Round round(UUID inspector, int from, int count) {
        return new Draw.Round(
                inspector,
                "督学" + inspector,
                IntStream.range(from, from + count)
                        .mapToObj(n -> stop(n, FIRST, LAST))
                        .toList(),
                null);
    }

    private static List<LocalDate> weekdays(LocalDate from) {
        return from.datesUntil(LAST.plusDays(1))
                .filter(d -> d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }

    private static List<Draw.Period> months() {
        return IntStream.range(0, 5)
                .mapToObj(n -> YearMonth.of(2026, 9).plusMonths(n))
                .map(m -> new Draw.Period(
                        m.toString(), m.atDay(1), m.atEndOfMonth().isAfter(LAST) ? LAST : m.atEndOfMonth()))
                .toList();
    }

    private static Draw.Outcome draw(long seed, List<Draw.Round> rounds, Draw.Known... known) {
        return TermPlanner.draw(input(seed, rounds, LIMITS, known));
    }

    private static Draw.Input input(long seed, List<Draw.Round> rounds, Draw.Limits limits, Draw.Known... known) {
        return new Draw.Input(seed, months(), weekdays(FIRST), rounds, List.of(known), limits);
    }

    @Test
    void every_school_is_visited_once_a_month_within_all_limits_whatever_the_seed() {
        for (long seed = 1; seed <= 100; seed++) {
            Draw.Outcome out = draw(seed, List.of(round(LIN, 0, 6), round(WANG, 10, 8)));
            assertEquals(List.of(), out.missing());
            assertEquals(5 * 14, out.visits().size());
            Map<String, Long> perMonth = out.visits().stream()
                    .collect(Collectors.groupingBy(
                            v -> v.schoolId() + YearMonth.from(v.day()).toString(), Collectors.counting()));
            assertEquals(5 * 14, perMonth.size());
            assertTrue(out.visits().stream()
                    .noneMatch(v -> v.day().getDayOfWeek() == DayOfWeek.SATURDAY
                            || v.day().getDayOfWeek() == DayOfWeek.SUNDAY));
            out.visits().stream()
                    .collect(Collectors.groupingBy(v -> v.inspectorId() + "" + v.day(), Collectors.counting()))
                    .values()
                    .forEach(n -> assertTrue(n <= 2));
            apart(out, 10);
        }
    }

    private static void apart(Draw.Outcome out, int days) {
        Map<UUID, List<LocalDate>> bySchool = new HashMap<>();
        out.visits().forEach(v -> bySchool.computeIfAbsent(v.schoolId(), k -> new ArrayList<>())
                .add(v.day()));
        bySchool.values().forEach(list -> {
            List<LocalDate> sorted = list.stream().sorted().toList();
            for (int i = 1; i < sorted.size(); i++) {
                assertTrue(sorted.get(i).toEpochDay() - sorted.get(i - 1).toEpochDay() >= days);
            }
        });
    }

    @Test
    void the_same_seed_gives_the_same_draw_also_after_it_was_written_down_and_another_seed_another() {
        Draw.Input input = input(42, List.of(round(LIN, 0, 6)), LIMITS);
        Draw.Input read = Documents.read(Documents.write(input), Draw.Input.class);
        assertEquals(TermPlanner.draw(input), TermPlanner.draw(read));
        assertNotEquals(TermPlanner.draw(input), draw(43, List.of(round(LIN, 0, 6))));
    }

    @Test
    void days_are_spread_over_the_month_rather_than_its_beginning() {
        Map<Integer, Long> days = new HashMap<>();
        for (long seed = 1; seed <= 400; seed++) {
            draw(seed, List.of(round(LIN, 0, 1)))
                    .visits()
                    .forEach(v -> days.merge(v.day().getDayOfMonth() / 11, 1L, Long::sum));
        }
        long all = days.values().stream().mapToLong(n -> n).sum();
        days.forEach((part, n) -> assertTrue(n > all / 6, part + ": " + n));
    }

    @Test
    void neighbours_go_on_one_day_and_say_so_and_distant_schools_do_not_wait_for_each_other() {
        Draw.Outcome out = draw(7, List.of(round(LIN, 0, 4)));
        Map<LocalDate, List<Draw.Drawn>> byDay = out.visits().stream().collect(Collectors.groupingBy(Draw.Drawn::day));
        for (Draw.Drawn v : out.visits()) {
            assertEquals(1, v.together().size());
            assertTrue(byDay.get(v.day()).stream().anyMatch(o -> v.together().contains(o.schoolName())));
            assertTrue(v.choices() > 0);
        }
    }

    @Test
    void what_is_there_counts_keeps_its_distance_and_takes_up_the_day() {
        LocalDate day = LocalDate.of(2026, 9, 16);
        Draw.Known counted = new Draw.Known(school(0), LIN, day, true);
        Draw.Known special = new Draw.Known(school(1), WANG, day, false);
        for (long seed = 1; seed <= 50; seed++) {
            Draw.Outcome out = draw(seed, List.of(round(LIN, 0, 2)), counted, special);
            assertEquals(9, out.visits().size());
            for (Draw.Drawn v : out.visits()) {
                assertTrue(Math.abs(v.day().toEpochDay() - day.toEpochDay()) >= 10);
            }
        }
    }

    @Test
    void one_inspector_s_schools_move_nobody_else_s_days() {
        List<Draw.Drawn> wang = draw(5, List.of(round(LIN, 0, 6), round(WANG, 10, 5))).visits().stream()
                .filter(v -> v.inspectorId().equals(WANG))
                .toList();
        assertEquals(
                wang,
                draw(5, List.of(round(LIN, 0, 3), round(WANG, 10, 5))).visits().stream()
                        .filter(v -> v.inspectorId().equals(WANG))
                        .toList());
    }

    @Test
    void a_visit_that_finds_no_day_says_why() {
        Draw.Round gone =
                new Draw.Round(LIN, "林晓", List.of(stop(0, LocalDate.of(2026, 9, 5), LocalDate.of(2026, 9, 6))), null);
        assertEquals(Draw.Reason.NO_DAY, draw(1, List.of(gone)).missing().get(0).reason());
        Draw.Outcome crowded = TermPlanner.draw(new Draw.Input(
                1,
                months().subList(0, 1),
                weekdays(FIRST).subList(0, 2),
                List.of(round(LIN, 0, 6)),
                List.of(),
                LIMITS));
        assertEquals(4, crowded.visits().size());
        assertEquals(
                List.of(Draw.Reason.NO_ROOM, Draw.Reason.NO_ROOM),
                crowded.missing().stream().map(Draw.Missing::reason).toList());
    }

    @Test
    void nothing_is_drawn_for_days_out_of_office_and_what_is_missing_names_the_end_of_the_term() {
        LocalDate end = LocalDate.of(2026, 10, 20);
        Draw.Round round = new Draw.Round(
                LIN,
                "林晓",
                List.of(stop(0, FIRST, LAST), stop(4, FIRST, LAST)),
                List.of(
                        new Draw.Span(FIRST.minusYears(3), FIRST.minusDays(1)),
                        new Draw.Span(FIRST, end),
                        new Draw.Span(LocalDate.of(2027, 1, 1), LAST)));
        for (long seed = 1; seed <= 50; seed++) {
            Draw.Outcome out = draw(seed, List.of(round));
            assertEquals(2 * 3, out.visits().size());
            assertTrue(out.visits().stream().map(Draw.Drawn::day).allMatch(round::inOffice));
            assertEquals(2 * 2, out.missing().size());
            assertTrue(out.missing().stream()
                    .allMatch(m -> m.reason() == Draw.Reason.NO_TERM && end.equals(m.termUntil())));
        }
        Draw.Round never = new Draw.Round(LIN, "林晓", List.of(stop(0, FIRST, LAST)), List.of());
        assertNull(draw(1, List.of(never)).missing().get(0).termUntil());
    }

    @Test
    void a_school_that_changes_hands_in_a_month_is_visited_once_and_by_whoever_answers_on_the_day() {
        LocalDate change = LocalDate.of(2026, 10, 15);
        Draw.Round before = new Draw.Round(LIN, "林晓", List.of(stop(0, FIRST, change.minusDays(1))), null);
        Draw.Round after = new Draw.Round(WANG, "王强", List.of(stop(0, change, LAST)), null);
        for (long seed = 1; seed <= 50; seed++) {
            Draw.Outcome out = draw(seed, List.of(before, after));
            assertEquals(5, out.visits().size());
            out.visits()
                    .forEach(v -> assertEquals(v.day().isBefore(change) ? LIN : WANG, v.inspectorId(), v.toString()));
        }
    }

    @Test
    void two_visits_a_month_are_both_drawn() {
        Draw.Outcome out = TermPlanner.draw(input(3, List.of(round(LIN, 0, 3)), new Draw.Limits(2, 2, 5, 8)));
        assertEquals(List.of(), out.missing());
        assertEquals(5 * 3 * 2, out.visits().size());
        apart(out, 5);
    }
}
