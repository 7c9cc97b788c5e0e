package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.IndexItem;
import org.dudao.indexsystem.IndexItem.Band;
import org.dudao.indexsystem.IndexItem.Direction;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.Score.Act;
import org.dudao.indexsystem.Score.Words;

/**
 * A number against a standard: met or not, the share of it reached, or marks by bands. Compared unrounded. An item without
 * points is still met or not.
 */
final class MeasuredItems {
    private static final MathContext MATH = MathContext.DECIMAL128;

    private MeasuredItems() {}

    /** @param answer who answered, or null when the number was computed */
    static ItemScore of(IndexNode node, BigDecimal number, Answer answer) {
        IndexItem item = node.item();
        BigDecimal share = item.standard() == null ? null : share(number, item);
        Boolean met = share == null ? null : reaches(number, item.standard(), item.direction());
        BigDecimal given = node.points() == null ? null : given(node, number, share, met);
        Words unit = new Words(text(item.unitZh()), text(item.unitEn()));
        String by = answer == null ? null : answer.by();
        var evidence = answer == null ? List.<java.util.UUID>of() : answer.evidence();
        return ItemScore.scored(
                given,
                met,
                share,
                List.of(
                        item.standard() == null
                                ? Say.by(
                                        by,
                                        evidence,
                                        Act.GIVEN,
                                        item.rule() == null ? "number" : "band",
                                        given,
                                        JudgedItems.name(node),
                                        number,
                                        unit,
                                        marks(given))
                                : Say.by(
                                        by,
                                        evidence,
                                        Act.GIVEN,
                                        Boolean.TRUE.equals(met) ? "met" : "notMet",
                                        given,
                                        JudgedItems.name(node),
                                        number,
                                        unit,
                                        (item.direction() == Direction.AT_MOST ? "≤ " : "≥ ")
                                                + Say.plain(item.standard()),
                                        marks(given))));
    }

    private static BigDecimal given(IndexNode node, BigDecimal number, BigDecimal share, Boolean met) {
        IndexItem item = node.item();
        return switch (item.rule()) {
            case MET -> Boolean.TRUE.equals(met) ? node.points() : BigDecimal.ZERO;
            case SHARE ->
                item.floor() != null && share.compareTo(item.floor()) < 0
                        ? BigDecimal.ZERO
                        : share.min(BigDecimal.ONE).multiply(node.points(), MATH);
            case BANDS ->
                item.bands().stream()
                        .filter(b -> b.limit() == null || reaches(number, b.limit(), item.direction()))
                        .map(Band::points)
                        .findFirst()
                        .orElse(BigDecimal.ZERO);
        };
    }

    /** Share of the standard reached; where less is better, standard ÷ number. Nothing at all is the best of AT_MOST. */
    static BigDecimal share(BigDecimal number, IndexItem item) {
        if (item.direction() == Direction.AT_MOST) {
            if (number.signum() <= 0) {
                return BigDecimal.ONE;
            }
            return item.standard().divide(number, MATH);
        }
        return item.standard().signum() == 0 ? BigDecimal.ONE : number.divide(item.standard(), MATH);
    }

    private static boolean reaches(BigDecimal number, BigDecimal limit, Direction direction) {
        int compared = number.compareTo(limit);
        return direction == Direction.AT_MOST ? compared <= 0 : compared >= 0;
    }

    private static String text(String unit) {
        return unit == null ? "" : unit;
    }

    private static Object marks(BigDecimal given) {
        return given == null ? "–" : given;
    }
}
