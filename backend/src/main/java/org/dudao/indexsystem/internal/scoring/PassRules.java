package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.PassRule;
import org.dudao.indexsystem.PassRule.LetterCount;
import org.dudao.indexsystem.Score.Act;
import org.dudao.indexsystem.Score.Outcome;
import org.dudao.indexsystem.Score.Statement;

/**
 * The conditions of passing. Each is true, false or not yet known; what is missing can leave a condition open, but not
 * rescue one that has already failed.
 */
final class PassRules {
    private final IndexSystemDocument document;
    private final List<Scorer.Leaf> leaves;
    private final BigDecimal total;

    PassRules(IndexSystemDocument document, List<Scorer.Leaf> leaves, BigDecimal total) {
        this.document = document;
        this.leaves = leaves;
        this.total = total;
    }

    /** Null when there are no rules, or when it cannot be said yet. */
    Boolean judge(boolean vetoed, List<Statement> statements) {
        boolean open = false;
        boolean failed = vetoed;
        for (PassRule rule : document.passRules()) {
            Boolean holds =
                    switch (rule.kind()) {
                        case AT_LEAST_MET -> atLeast(rule, statements);
                        case ALL_MET -> atLeast(all(rule), statements);
                        case LETTERS -> letters(rule, statements);
                        case TOTAL -> total(rule, statements);
                    };
            failed |= Boolean.FALSE.equals(holds);
            open |= holds == null;
        }
        if (document.passRules().isEmpty()) {
            return vetoed ? Boolean.FALSE : null;
        }
        return failed ? Boolean.FALSE : open ? null : Boolean.TRUE;
    }

    private PassRule all(PassRule rule) {
        return new PassRule(
                PassRule.Kind.AT_LEAST_MET,
                rule.of(),
                BigDecimal.valueOf(items(rule.of()).size()),
                null,
                List.of());
    }

    private List<Scorer.Leaf> items(String of) {
        return leaves.stream()
                .filter(l -> l.node().item().judged() && !l.node().bonus())
                .filter(l -> of == null || l.path().contains(of))
                .toList();
    }

    /** Items not applicable leave n; as many may miss their standard as before. */
    private Boolean atLeast(PassRule rule, List<Statement> statements) {
        List<Scorer.Leaf> items = items(rule.of());
        long mayMiss = items.size() - rule.least().longValueExact();
        List<Scorer.Leaf> applicable = items.stream()
                .filter(l -> l.score().outcome() != Outcome.NOT_APPLICABLE)
                .toList();
        List<Scorer.Leaf> notMet = applicable.stream()
                .filter(l -> Boolean.FALSE.equals(l.score().met()))
                .toList();
        long unknown = applicable.stream().filter(l -> l.score().met() == null).count();
        long tooLow = rule.restShare() == null
                ? 0
                : notMet.stream()
                        .filter(l ->
                                l.score().share() == null || l.score().share().compareTo(rule.restShare()) < 0)
                        .count();
        boolean fails = notMet.size() > mayMiss || tooLow > 0;
        if (!fails && unknown > 0) {
            return null;
        }
        long met = applicable.size() - notMet.size() - unknown;
        statements.add(Say.of(
                fails ? Act.FAILED : Act.PASSED,
                tooLow > 0 ? "atLeast.low" : "atLeast",
                null,
                met,
                applicable.size(),
                Math.max(0, applicable.size() - mayMiss),
                tooLow,
                rule.restShare() == null ? "" : percent(rule.restShare())));
        return !fails;
    }

    private Boolean letters(PassRule rule, List<Statement> statements) {
        List<Scorer.Leaf> items = items(rule.of()).stream()
                .filter(l -> l.score().outcome() != Outcome.NOT_APPLICABLE)
                .toList();
        for (LetterCount limit : rule.failOn()) {
            long count = items.stream()
                    .filter(l -> limit.letter().equals(l.score().letter()))
                    .count();
            if (count >= limit.count()) {
                statements.add(Say.of(Act.FAILED, "letters.failed", null, count, limit.letter(), limit.count()));
                return Boolean.FALSE;
            }
        }
        if (items.stream().anyMatch(l -> l.score().outcome() == Outcome.MISSING)) {
            return null;
        }
        statements.add(Say.of(Act.PASSED, "letters.passed", null, items.size()));
        return Boolean.TRUE;
    }

    private Boolean total(PassRule rule, List<Statement> statements) {
        if (total == null) {
            return null;
        }
        boolean holds = total.compareTo(rule.least()) >= 0;
        statements.add(Say.of(
                holds ? Act.PASSED : Act.FAILED, holds ? "total.passed" : "total.failed", null, total, rule.least()));
        return holds;
    }

    private static String percent(BigDecimal share) {
        return Say.plain(share.movePointRight(2)) + "%";
    }
}
