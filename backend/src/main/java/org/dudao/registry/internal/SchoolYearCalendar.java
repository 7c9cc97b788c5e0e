package org.dudao.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;

/** A school year (学年) is named by the calendar year it starts in and runs from 1 September to 31 August. */
final class SchoolYearCalendar {
    private SchoolYearCalendar() {}

    static int current(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        return today.getMonthValue() >= Month.SEPTEMBER.getValue() ? today.getYear() : today.getYear() - 1;
    }
}
