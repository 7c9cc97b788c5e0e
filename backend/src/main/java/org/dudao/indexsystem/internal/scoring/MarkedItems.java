package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.Answer.Mark;
import org.dudao.indexsystem.IndexItem.MarkRule;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.Score.Act;
import org.dudao.indexsystem.Score.Statement;
import org.dudao.indexsystem.Score.Words;

/**
 * Items scored by marks with reasons: deductions from full marks (扣分) and additions from nothing (加分). Each rule may have a
 * cap of its own; together they take no more than there is, and add no more than full marks.
 */
final class MarkedItems {
    private MarkedItems() {}

    static ItemScore deductions(IndexNode node, Answer answer) {
        List<Statement> statements = new ArrayList<>();
        BigDecimal off = sum(node, answer, Act.DEDUCTED, "deducted", statements);
        BigDecimal given = node.points().subtract(off).max(BigDecimal.ZERO);
        return ItemScore.scored(given, off.signum() == 0, JudgedItems.share(given, node.points()), statements);
    }

    static ItemScore additions(IndexNode node, Answer answer) {
        List<Statement> statements = new ArrayList<>();
        BigDecimal given = sum(node, answer, Act.ADDED, "added", statements);
        return ItemScore.scored(
                given, given.compareTo(node.points()) >= 0, JudgedItems.share(given, node.points()), statements);
    }

    private static BigDecimal sum(IndexNode node, Answer answer, Act act, String code, List<Statement> statements) {
        Map<String, MarkRule> rules = new LinkedHashMap<>();
        node.item().marks().forEach(r -> rules.put(r.code(), r));
        Map<String, BigDecimal> byRule = new LinkedHashMap<>();
        BigDecimal free = BigDecimal.ZERO;
        for (Mark mark : answer.marks()) {
            MarkRule rule = mark.rule() == null ? null : rules.get(mark.rule());
            BigDecimal each = mark.amount() != null ? mark.amount() : rule.amount();
            BigDecimal amount = each.multiply(BigDecimal.valueOf(mark.times()));
            statements.add(Say.by(
                    answer.by(),
                    mark.evidence().isEmpty() ? answer.evidence() : mark.evidence(),
                    act,
                    code,
                    amount,
                    JudgedItems.name(node),
                    amount,
                    reason(mark, rule)));
            if (rule == null) {
                free = free.add(amount);
            } else {
                byRule.merge(rule.code(), amount, BigDecimal::add);
            }
        }
        BigDecimal sum = free;
        for (Map.Entry<String, BigDecimal> entry : byRule.entrySet()) {
            MarkRule rule = rules.get(entry.getKey());
            BigDecimal capped =
                    rule.cap() == null ? entry.getValue() : entry.getValue().min(rule.cap());
            if (capped.compareTo(entry.getValue()) < 0) {
                statements.add(Say.of(
                        Act.CAPPED, code + ".cap", rule.cap(), new Words(rule.nameZh(), rule.nameEn()), rule.cap()));
            }
            sum = sum.add(capped);
        }
        if (sum.compareTo(node.points()) > 0) {
            statements.add(Say.of(Act.CAPPED, code + ".full", node.points(), JudgedItems.name(node), node.points()));
            sum = node.points();
        }
        if (answer.marks().isEmpty()) {
            statements.add(Say.of(answer, Act.GIVEN, code + ".none", null, JudgedItems.name(node), node.points()));
        }
        return sum;
    }

    private static Words reason(Mark mark, MarkRule rule) {
        if (rule == null) {
            return Words.of(mark.reason());
        }
        String times = mark.times() > 1 ? " × " + mark.times() : "";
        String own = mark.reason() == null || mark.reason().isBlank() ? "" : "（" + mark.reason() + "）";
        String ownEn = own.isEmpty() ? "" : " (" + mark.reason() + ")";
        return new Words(rule.nameZh() + times + own, rule.nameEn() + times + ownEn);
    }
}
