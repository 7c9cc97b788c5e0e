package org.dudao.zone.internal.innovation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.zone.internal.plan.Parameters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The self-check of a county's year: counted now, or as it was when the director adopted it.
 *
 * @param id null before anything of it was written
 * @param edition counts the checks of one year, from 1
 * @param latest the newest edition of the year
 * @param asOf the day it is counted for
 * @param adoptedBy null for a draft, as are {@code adoptedAt} and {@code opinion}
 * @param opinion what the director wrote; null for nothing
 * @param reopenedFor why there is an edition after an adopted one; null for the first
 */
@Schema(name = "InnovationCheck")
public record InnovationCheck(
        UUID id,
        String regionCode,
        int year,
        int edition,
        int latest,
        State state,
        LocalDate asOf,
        Tally tally,
        List<Condition> conditions,
        String adoptedBy,
        Instant adoptedAt,
        String opinion,
        String reopenedFor,
        long version) {
    /** Where a check stands. */
    @Schema(name = "InnovationCheckState")
    public enum State {
        DRAFT,
        ADOPTED
    }

    /** How a condition or an item stands. */
    @Schema(name = "InnovationOutcome")
    public enum Outcome {
        MET,
        SHORT,
        /** not measurable, or not yet answered by hand */
        OPEN
    }

    /** How many conditions stand how. */
    @Schema(name = "InnovationTally")
    public record Tally(int met, int missed, int open, int unanswered) {}

    /** One of the eight conditions. */
    @Schema(name = "InnovationCondition")
    public record Condition(String code, String nameZh, String nameEn, Outcome outcome, List<Item> items) {}

    /**
     * A point of a condition.
     *
     * @param methodZh how it is counted or what to look at; null where the name says it
     * @param measured null for what is answered by hand
     * @param answer null for what is measured, and before it is answered
     */
    @Schema(name = "InnovationItem")
    public record Item(
            String code,
            String nameZh,
            String nameEn,
            String methodZh,
            String methodEn,
            Outcome outcome,
            Measured measured,
            HandAnswer answer) {}

    /**
     * What was counted, beside its standard.
     *
     * @param met things in order
     * @param total things looked at
     * @param value per cent with one decimal for a SHARE, {@code met} for a NUMBER; null when not measurable
     * @param limit the rule each thing is held against; null for none
     * @param missing how many more things would have to be in order; null when not measurable
     * @param missingPoints how many percentage points are lacking, one decimal; null for a NUMBER, and when not measurable
     */
    @Schema(name = "InnovationMeasured")
    public record Measured(
            InnovationMeasure measure,
            InnovationMeasure.Shape shape,
            int met,
            int total,
            BigDecimal value,
            Parameters.Parameter standard,
            Parameters.Parameter limit,
            Integer missing,
            BigDecimal missingPoints) {}

    /** What the office answered by hand, with the files that prove it. */
    @Schema(name = "InnovationAnswer")
    public record HandAnswer(boolean met, String note, List<UUID> evidence, String byName, Instant at) {
        public HandAnswer {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }
    }

    /** A check in a list. */
    @Schema(name = "InnovationCheckRow")
    public record Row(
            String regionCode,
            String regionName,
            int year,
            int edition,
            State state,
            Tally tally,
            String adoptedBy,
            Instant adoptedAt,
            String opinion) {}
}
