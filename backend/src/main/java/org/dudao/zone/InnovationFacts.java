package org.dudao.zone;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A self-check of an innovation county (创新县自查), for modules that print.
 *
 * @param regionCode the county
 * @param adoptedBy null for a draft, as is {@code adoptedAt}
 * @param opinion what the director wrote; null for nothing
 */
public record InnovationFacts(
        String regionCode,
        int year,
        int edition,
        LocalDate asOf,
        String adoptedBy,
        Instant adoptedAt,
        String opinion,
        int met,
        int missed,
        int open,
        List<Condition> conditions) {
    /** How a condition or a point of it stands: {@code MET}, {@code SHORT} or {@code OPEN}. */
    public enum Outcome {
        MET,
        SHORT,
        OPEN
    }

    /** One of the eight conditions, in official order. */
    public record Condition(String code, String name, Outcome outcome, List<Point> points) {}

    /**
     * A point of a condition.
     *
     * @param result what was reached with its unit; null when answered by hand, and when not measurable
     * @param counts things in order of the things looked at; null when answered by hand
     * @param standard with its unit; null when answered by hand
     * @param missing how many more things would have to be in order; null when answered by hand or not measurable
     * @param points percentage points lacking; null where it is no share
     * @param note what the office wrote; null for nothing
     * @param files how many files prove it
     */
    public record Point(
            String code,
            String name,
            Outcome outcome,
            String result,
            String counts,
            String standard,
            Integer missing,
            BigDecimal points,
            String note,
            int files) {}
}
