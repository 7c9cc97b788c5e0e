package org.dudao.indexsystem;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One condition of passing. Only what its {@code kind} uses is set.
 *
 * @param of code of the indicator whose items are meant; null for the whole system
 * @param least for AT_LEAST_MET: how many items must be met; for TOTAL: least total
 * @param restShare for AT_LEAST_MET: the share of its standard every other item must reach, 0 … 1; null for none
 * @param failOn for LETTERS: any of these counts fails
 */
public record PassRule(Kind kind, String of, BigDecimal least, BigDecimal restShare, List<LetterCount> failOn) {
    public PassRule {
        failOn = IndexSystemDocument.copy(failOn);
    }

    /** What the condition is about. */
    @Schema(name = "PassRuleKind")
    public enum Kind {
        /** at least k of n items met, the rest reach a share of their standard */
        AT_LEAST_MET,
        /** every item met */
        ALL_MET,
        /** e.g. one C or two Bs fails */
        LETTERS,
        /** a least total */
        TOTAL
    }

    /** So many of a letter fail. */
    public record LetterCount(String letter, int count) {}
}
