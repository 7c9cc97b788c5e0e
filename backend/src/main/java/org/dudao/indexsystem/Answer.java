package org.dudao.indexsystem;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was found for one item. Only what the item's kind asks for is set; an item without an answer is missing, never
 * zero.
 *
 * @param item code of the item
 * @param notApplicable 不适用; nothing else is then read but {@code note}
 * @param choice YES or NO, the code of an option, or a letter
 * @param number marks of a POINTS item, or the number of a NUMBER or COUNT item in its unit
 * @param text for TEXT
 * @param marks for DEDUCTIONS and ADDITIONS; an empty list says that there is nothing to deduct or add
 * @param longitude for GPS, degrees
 * @param latitude for GPS, degrees
 * @param evidence files that prove it
 * @param by who answered, as shown to readers
 */
@Schema(name = "IndexAnswer")
public record Answer(
        String item,
        boolean notApplicable,
        String choice,
        BigDecimal number,
        String text,
        List<Mark> marks,
        Double longitude,
        Double latitude,
        List<UUID> evidence,
        String note,
        String by) {

    public Answer {
        marks = marks == null ? null : List.copyOf(marks);
        evidence = IndexSystemDocument.copy(evidence);
    }

    /**
     * One deduction or addition.
     *
     * @param rule code of the item's rule; null for an amount of one's own
     * @param times how often, at least 1
     * @param amount marks each time; null to take the rule's
     * @param reason why, in words; needed for an amount of one's own
     */
    @Schema(name = "IndexMark")
    public record Mark(String rule, int times, BigDecimal amount, String reason, List<UUID> evidence) {
        public Mark {
            evidence = IndexSystemDocument.copy(evidence);
        }
    }
}
