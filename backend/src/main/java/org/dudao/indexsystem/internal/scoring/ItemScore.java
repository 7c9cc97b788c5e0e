package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.dudao.indexsystem.Score.Outcome;
import org.dudao.indexsystem.Score.Statement;

/**
 * What one item gives.
 *
 * @param given marks; null when the item has none or is missing
 * @param met null when nothing can be said
 * @param share share of the standard or of the full marks; null when there is none
 */
record ItemScore(
        Outcome outcome, BigDecimal given, Boolean met, BigDecimal share, String letter, List<Statement> statements) {

    static ItemScore missing(Statement why) {
        return new ItemScore(Outcome.MISSING, null, null, null, null, List.of(why));
    }

    static ItemScore scored(BigDecimal given, Boolean met, BigDecimal share, List<Statement> statements) {
        return new ItemScore(Outcome.SCORED, given, met, share, null, List.copyOf(statements));
    }
}
