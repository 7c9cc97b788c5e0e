package org.dudao.zone.internal.innovation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dudao.zone.internal.plan.Semester;

/**
 * The part of a year a self-check looks at.
 *
 * @param from the first of January
 * @param day the last day counted: the end of the year, or today in a year that runs
 * @param months those of term that are over and have enough working days for a visit to be asked for
 */
record InnovationYear(int year, LocalDate from, LocalDate day, List<YearMonth> months) {
    /**
     * @param off days nobody works on, in the whole year
     * @param least working days of term a month must have
     */
    static InnovationYear of(int year, LocalDate today, List<Semester> terms, Set<LocalDate> off, int least) {
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate end = LocalDate.of(year, 12, 31);
        List<YearMonth> months = IntStream.rangeClosed(1, 12)
                .mapToObj(m -> YearMonth.of(year, m))
                .filter(m -> m.atEndOfMonth().isBefore(today))
                .filter(m -> m.atDay(1)
                                .datesUntil(m.plusMonths(1).atDay(1))
                                .filter(d -> !off.contains(d) && inTerm(d, terms))
                                .count()
                        >= least)
                .toList();
        return new InnovationYear(year, from, today.isBefore(end) ? today : end, months);
    }

    private static boolean inTerm(LocalDate day, List<Semester> terms) {
        return terms.stream().anyMatch(t -> !day.isBefore(t.fromDay()) && !day.isAfter(t.untilDay()));
    }
}
