package org.dudao.zone.internal.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The months of a term in which visits are asked for: those with enough working days. */
public final class TermMonths {
    private TermMonths() {}

    /**
     * @param working working days of the term
     * @param least working days a month must have in the term
     * @return by their key as {@code 2026-11}, cut to the term
     */
    public static List<Draw.Period> of(Semester semester, List<LocalDate> working, int least) {
        Map<YearMonth, Long> days =
                working.stream().collect(Collectors.groupingBy(YearMonth::from, Collectors.counting()));
        List<Draw.Period> months = new ArrayList<>();
        YearMonth last = YearMonth.from(semester.untilDay());
        for (YearMonth m = YearMonth.from(semester.fromDay()); !m.isAfter(last); m = m.plusMonths(1)) {
            if (days.getOrDefault(m, 0L) >= least) {
                LocalDate from = m.atDay(1).isBefore(semester.fromDay()) ? semester.fromDay() : m.atDay(1);
                LocalDate until =
                        m.atEndOfMonth().isAfter(semester.untilDay()) ? semester.untilDay() : m.atEndOfMonth();
                months.add(new Draw.Period(m.toString(), from, until));
            }
        }
        return months;
    }
}
