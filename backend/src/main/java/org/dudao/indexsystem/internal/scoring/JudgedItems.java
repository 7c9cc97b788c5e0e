package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.IndexItem.Option;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.Score.Act;
import org.dudao.indexsystem.Score.Outcome;
import org.dudao.indexsystem.Score.Words;

/** Items a person judges: yes or no, a choice, marks given, a letter. */
final class JudgedItems {
    private JudgedItems() {}

    /** 是 gives full marks, 否 none, unless the item says otherwise by options of its own. */
    static ItemScore yesNo(IndexNode node, Answer answer) {
        if (!node.item().options().isEmpty()) {
            return choice(node, answer);
        }
        boolean yes = "YES".equals(answer.choice());
        BigDecimal given = node.points() == null ? null : yes ? node.points() : BigDecimal.ZERO;
        return ItemScore.scored(
                given,
                yes,
                yes ? BigDecimal.ONE : BigDecimal.ZERO,
                List.of(Say.of(answer, Act.GIVEN, yes ? "yes" : "no", given, name(node), orNone(given))));
    }

    /** Marks of the option chosen. */
    static ItemScore choice(IndexNode node, Answer answer) {
        Option option = option(node, answer);
        return ItemScore.scored(
                option.points(),
                option.met(),
                share(option.points(), node.points()),
                List.of(Say.of(
                        answer,
                        Act.GIVEN,
                        "choice",
                        option.points(),
                        name(node),
                        new Words(option.nameZh(), option.nameEn()),
                        orNone(option.points()))));
    }

    /** Marks given outright, 0 … full marks. */
    static ItemScore points(IndexNode node, Answer answer) {
        return ItemScore.scored(
                answer.number(),
                answer.number().compareTo(node.points()) >= 0,
                share(answer.number(), node.points()),
                List.of(Say.of(
                        answer, Act.GIVEN, "points", answer.number(), name(node), answer.number(), node.points())));
    }

    /** A letter; marks only where the system gives letters marks. */
    static ItemScore letter(IndexNode node, Answer answer) {
        Option option = option(node, answer);
        return new ItemScore(
                Outcome.SCORED,
                option.points(),
                option.met(),
                share(option.points(), node.points()),
                option.code(),
                List.of(Say.of(answer, Act.GIVEN, "letter", option.points(), name(node), option.code())));
    }

    private static Option option(IndexNode node, Answer answer) {
        return node.item().options().stream()
                .filter(o -> o.code().equals(answer.choice()))
                .findFirst()
                .orElseThrow();
    }

    static BigDecimal share(BigDecimal given, BigDecimal full) {
        return given == null || full == null || full.signum() == 0 ? null : given.divide(full, MathContext.DECIMAL128);
    }

    static Words name(IndexNode node) {
        return new Words(node.nameZh(), node.nameEn());
    }

    private static Object orNone(BigDecimal given) {
        return given == null ? "–" : given;
    }
}
