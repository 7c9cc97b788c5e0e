package org.dudao.zone.internal.appraisal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.zone.internal.Inspector;
import org.dudao.zone.internal.plan.Parameters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inspector's appraisal of a year.
 *
 * @param state null before the office has written anything
 * @param basis figures, rules and mark as counted now, or as they were when it was confirmed
 * @param checksum of the basis; whoever confirms says which they saw
 * @param officeMark the office's own mark, 0 to 100
 * @param submittedTotal total when it was laid before the director; what is counted may have moved it since
 * @param gradeReason why the grade is not the suggested one
 * @param steps what happened, oldest first
 * @param own whether the reader is the inspector
 */
@Schema(name = "Appraisal")
public record Appraisal(
        UUID inspectorId,
        String inspectorName,
        Inspector.Kind kind,
        int year,
        State state,
        Basis basis,
        String checksum,
        Integer officeMark,
        String comment,
        BigDecimal submittedTotal,
        AppraisalGrade grade,
        String gradeReason,
        List<Step> steps,
        boolean own,
        long version) {

    /** Where an appraisal stands. */
    @Schema(name = "AppraisalState")
    public enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        CONFIRMED
    }

    /**
     * What the mark is made of.
     *
     * @param rules in force on the last day counted
     */
    @Schema(name = "AppraisalBasis")
    public record Basis(AppraisalFigures figures, List<Parameters.Parameter> rules, AppraisalScore score) {
        static Basis of(AppraisalFigures figures, List<Parameters.Parameter> rules, Integer officeMark) {
            return new Basis(figures, rules, AppraisalScore.of(figures, AppraisalScale.of(rules), officeMark));
        }

        /** The same figures with another mark of the office. */
        Basis marked(Integer officeMark) {
            return of(figures, rules, officeMark);
        }
    }

    /**
     * Something that happened.
     *
     * @param note why it was returned, why the grade differs, or the inspector's remark; null for none
     */
    @Schema(name = "AppraisalStep")
    public record Step(Kind kind, String note, String actorName, Instant at) {
        /** What happened. */
        @Schema(name = "AppraisalStepKind")
        public enum Kind {
            SUBMITTED,
            RETURNED,
            CONFIRMED,
            ACKNOWLEDGED
        }
    }

    /**
     * A line of the year's list.
     *
     * @param state null before the office has written anything
     * @param parts one for each measure
     * @param counted mark from the figures alone
     * @param total with the office's mark
     * @param suggested grade the total reaches
     * @param acknowledged whether the inspector has read it (已阅)
     */
    @Schema(name = "AppraisalRow")
    public record Row(
            UUID inspectorId,
            String inspectorName,
            Inspector.Kind kind,
            int year,
            State state,
            List<AppraisalScore.Part> parts,
            BigDecimal counted,
            Integer officeMark,
            BigDecimal total,
            AppraisalGrade suggested,
            AppraisalGrade grade,
            boolean acknowledged) {}
}
