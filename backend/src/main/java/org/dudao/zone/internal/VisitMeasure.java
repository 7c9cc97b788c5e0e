package org.dudao.zone.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What visits are counted by. The same words count them and list them, so that a number and the rows behind it never
 * differ. Each measure has the day by which a visit falls into a period.
 */
public enum VisitMeasure {
    /** planned for a day, whatever became of it */
    PLANNED("v.planned_on", "true"),
    /** planned for a day and made, that day or another */
    DONE("v.planned_on", "v.made_on is not null"),
    /** made, planned or not */
    MADE("v.made_on", "true"),
    /** made without a plan (急事即到) */
    UNPLANNED("v.made_on", "v.planned_on is null"),
    /** moved at least once, by the day it is planned for now */
    MOVED("v.planned_on", "exists (select from zone.visit_move m where m.visit_id = v.id)"),
    /** dropped and not made all the same */
    CANCELLED("v.planned_on", "v.cancelled_for is not null and v.made_on is null"),
    /** the day has passed, neither made nor dropped */
    OVERDUE("v.planned_on", "v.planned_on < :today and v.made_on is null and v.cancelled_for is null");

    private final String day;
    private final String holds;

    VisitMeasure(String day, String holds) {
        this.day = day;
        this.holds = holds;
    }

    /** The condition on a visit {@code v}; binds {@code from}, {@code until} and {@code today}. */
    public String condition() {
        return "(" + holds + ") and " + day + " between :from and :until and cast(:today as date) is not null";
    }

    /** All measures as rows {@code (measure, day, holds)}, for counting them at once. */
    public static String rows() {
        return Arrays.stream(values())
                .map(m -> "('" + m + "', " + m.day + ", " + m.holds + ")")
                .collect(Collectors.joining(", ", "(values ", ") m (measure, day, holds)"));
    }
}
