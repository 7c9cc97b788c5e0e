package org.dudao.rectification.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Deadlines in calendar or working days. The day of service does not count; a deadline in calendar days that falls on a day
 * off moves to the next working day (民法典 第二百零三条).
 *
 * @param special days that differ from the week: true is worked, false is off
 */
public record WorkingDays(Map<LocalDate, Boolean> special) {
    public WorkingDays {
        special = Map.copyOf(special);
    }

    public boolean working(LocalDate day) {
        Boolean known = special.get(day);
        return known != null
                ? known
                : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
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
