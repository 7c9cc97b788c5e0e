package org.dudao.rectification.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deadlines in calendar or working days. The day of service does not count; a deadline in calendar days that falls on a day
 * off moves to the next working day (民法典 第二百零三条).
 *
 * <p>In a year nobody entered a calendar for, the holidays whose date the law fixes (全国年节及纪念日放假办法 第二条) are off all the
 * same; those that follow the moon are not known.
 *
 * @param special days that differ from the week: true is worked, false is off
 * @param years years with a calendar
 */
public record WorkingDays(Map<LocalDate, Boolean> special, Set<Integer> years) {
    private static final Map<MonthDay, String> FIXED = Map.of(
            MonthDay.of(1, 1), "元旦",
            MonthDay.of(5, 1), "劳动节",
            MonthDay.of(5, 2), "劳动节",
            MonthDay.of(10, 1), "国庆节",
            MonthDay.of(10, 2), "国庆节",
            MonthDay.of(10, 3), "国庆节");

    public WorkingDays {
        special = Map.copyOf(special);
        years = Set.copyOf(years);
    }

    /** With a calendar for every year a special day is in. */
    public WorkingDays(Map<LocalDate, Boolean> special) {
        this(special, special.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet()));
    }

    /** The holiday the law fixes on a day of a year without a calendar; null on any other. */
    String fixed(LocalDate day) {
        return years.contains(day.getYear()) ? null : FIXED.get(MonthDay.from(day));
    }

    public boolean working(LocalDate day) {
        Boolean known = special.get(day);
        return known != null
                ? known
                : day.getDayOfWeek() != DayOfWeek.SATURDAY
                        && day.getDayOfWeek() != DayOfWeek.SUNDAY
                        && fixed(day) == null;
    }

    /** The last day of a term that begins the day after {@code from}. */
    public LocalDate deadline(LocalDate from, int days, Term kind) {
        LocalDate day = from;
        if (kind == Term.WORKING) {
            for (int left = days; left > 0; ) {
                day = day.plusDays(1);
                left -= working(day) ? 1 : 0;
            }
            return day;
        }
        day = from.plusDays(days);
        while (!working(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
