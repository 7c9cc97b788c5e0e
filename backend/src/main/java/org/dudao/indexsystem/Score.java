package org.dudao.indexsystem;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A total that explains itself.
 *
 * @param total rounded as the system says; null while items are missing and in systems without points
 * @param soFar what the answered items give, unrounded; shown while the total is withheld
 * @param full full marks of the system, bonus not counted; null in systems without points
 * @param grade code of the grade after downgrades and vetoes; null when withheld or without a ladder
 * @param subgrade code of the finer step; null when there is none
 * @param gradeByTotal the grade the total alone would give
 * @param passed null when withheld or when the system has no pass rules
 * @param vetoed an item vetoed; then nothing passes
 * @param missing codes of the items without an answer
 * @param nodes the tree as scored
 * @param statements how the nodes became the total, the grade and the verdict, in order
 */
public record Score(
        BigDecimal total,
        BigDecimal soFar,
        BigDecimal full,
        String grade,
        String subgrade,
        String gradeByTotal,
        Boolean passed,
        boolean vetoed,
        List<String> missing,
        List<Node> nodes,
        List<Statement> statements) {

    /**
     * One node as scored.
     *
     * @param full full marks that count here; null where nothing is scored
     * @param given marks given, unrounded; null where something is missing
     * @param met whether the item is met; null for indicators and where nothing can be said
     * @param share share of the standard or of the full marks reached, 0 … 1 or above; null where none
     * @param letter the letter of a LETTER item
     */
    public record Node(
            String code,
            String nameZh,
            String nameEn,
            Outcome outcome,
            BigDecimal full,
            BigDecimal given,
            Boolean met,
            BigDecimal share,
            String letter,
            List<Statement> statements,
            List<Node> children) {}

    /** What became of a node. */
    @Schema(name = "IndexOutcome")
    public enum Outcome {
        SCORED,
        /** answered, nothing to score */
        RECORDED,
        NOT_APPLICABLE,
        MISSING
    }

    /** What a statement tells. */
    @Schema(name = "IndexStatementKind")
    public enum Act {
        GIVEN,
        DEDUCTED,
        ADDED,
        CAPPED,
        SKIPPED,
        MISSING,
        VETOED,
        SCALED,
        ROUNDED,
        GRADED,
        DOWNGRADED,
        PASSED,
        FAILED
    }

    /**
     * One sentence, still without words: {@code indexsystem.score.<code>} in the reader's language.
     *
     * @param amount marks concerned, or null
     * @param params what the sentence names, each in Chinese and English
     * @param by who answered, or null
     */
    public record Statement(
            Act act, String code, BigDecimal amount, List<Words> params, String by, List<UUID> evidence) {}

    /** A text in both languages; the same twice for numbers and for what people typed. */
    public record Words(String zh, String en) {
        public static Words of(Object value) {
            return new Words(String.valueOf(value), String.valueOf(value));
        }
    }
}
