package org.dudao.zone.internal.complaint;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What complaints are counted by. The same words count them and list them. Each measure has the day by which a complaint falls
 * into a period.
 */
@Schema(name = "ComplaintMeasure")
public enum ComplaintMeasure {
    /** came in */
    RECEIVED("c.received_on", "true"),
    /** answered, or rejected as not the office's */
    CLOSED("c.closed_on", "true"),
    /** the last day for the answer has passed, and it was not given by then */
    OVERDUE("c.answer_by", "c.answer_by < :day and coalesce(c.closed_on, 'infinity') > c.answer_by");

    private final String on;
    private final String holds;

    ComplaintMeasure(String on, String holds) {
        this.on = on;
        this.holds = holds;
    }

    /** The condition on a complaint {@code c}; binds {@code from}, {@code until} and {@code day}. */
    String condition() {
        return "(" + holds + ") and " + on + " between :from and :until and cast(:day as date) is not null";
    }

    /** Who answers for the school on the measure's day; null for nobody. */
    String answering() {
        return answering(on);
    }

    static String answering(String day) {
        return "(select o.inspector_id from zone.assignment o where o.school_id = c.school_id and o.from_day <= " + day
                + " and coalesce(o.until_day, 'infinity') >= " + day + ")";
    }

    /** All measures as rows {@code (measure, on_day, holds)}. */
    static String rows() {
        return Arrays.stream(values())
                .map(m -> "('" + m + "', " + m.on + ", " + m.holds + ")")
                .collect(Collectors.joining(", ", "(values ", ") m (measure, on_day, holds)"));
    }
}
