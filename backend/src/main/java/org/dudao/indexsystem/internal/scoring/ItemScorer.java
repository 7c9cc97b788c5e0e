package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.Findings;
import org.dudao.indexsystem.IndexItem;
import org.dudao.indexsystem.IndexItem.Veto;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystemDocument.NotApplicable;
import org.dudao.indexsystem.Score.Act;
import org.dudao.indexsystem.Score.Outcome;
import org.dudao.kernel.formula.FactFormula;

/** Scores one item by the rule of its kind. */
final class ItemScorer {
    private static final Map<String, FactFormula> FORMULAS = new ConcurrentHashMap<>();
    private final Findings findings;
    private final NotApplicable notApplicable;
    private final Map<String, Answer> answers;

    ItemScorer(Findings findings, NotApplicable notApplicable, Map<String, Answer> answers) {
        this.findings = findings;
        this.notApplicable = notApplicable;
        this.answers = answers;
    }

    ItemScore score(IndexNode node) {
        Answer answer = answers.get(node.code());
        if (answer != null && answer.notApplicable()) {
            boolean full =
                    notApplicable == NotApplicable.SCORES_FULL && node.item().scored();
            return new ItemScore(
                    full ? Outcome.SCORED : Outcome.NOT_APPLICABLE,
                    full ? node.points() : null,
                    full ? Boolean.TRUE : null,
                    full ? BigDecimal.ONE : null,
                    null,
                    List.of(Say.of(
                            answer,
                            Act.SKIPPED,
                            full ? "notApplicable.full" : "notApplicable",
                            null,
                            JudgedItems.name(node))));
        }
        return switch (node.item().kind()) {
            case YES_NO -> answered(node, answer, answer != null && answer.choice() != null, JudgedItems::yesNo);
            case CHOICE -> answered(node, answer, answer != null && answer.choice() != null, JudgedItems::choice);
            case LETTER -> answered(node, answer, answer != null && answer.choice() != null, JudgedItems::letter);
            case POINTS -> answered(node, answer, answer != null && answer.number() != null, JudgedItems::points);
            case NUMBER ->
                answered(
                        node,
                        answer,
                        answer != null && answer.number() != null,
                        (n, a) -> MeasuredItems.of(n, a.number(), a));
            case DEDUCTIONS ->
                answered(node, answer, answer != null && answer.marks() != null, MarkedItems::deductions);
            case ADDITIONS -> answered(node, answer, answer != null && answer.marks() != null, MarkedItems::additions);
            case FACT -> fact(node);
            case COUNT -> count(node);
            case TEXT -> recorded(node, answer, answer != null && hasText(answer.text()));
            case PHOTO ->
                recorded(node, answer, answer != null && !answer.evidence().isEmpty());
            case GPS -> recorded(node, answer, answer != null && answer.longitude() != null);
        };
    }

    /** Whether the item's answer vetoes the whole system. */
    boolean vetoes(IndexNode node, ItemScore score) {
        Veto veto = node.item().veto();
        Answer answer = answers.get(node.code());
        if (veto == null || score.outcome() != Outcome.SCORED || answer != null && answer.notApplicable()) {
            return false;
        }
        return switch (veto) {
            case YES -> answer != null && "YES".equals(answer.choice());
            case NO -> answer != null && "NO".equals(answer.choice());
            case NOT_MET -> Boolean.FALSE.equals(score.met());
        };
    }

    private interface Rule {
        ItemScore score(IndexNode node, Answer answer);
    }

    private static ItemScore answered(IndexNode node, Answer answer, boolean there, Rule rule) {
        if (!there) {
            return ItemScore.missing(Say.of(Act.MISSING, "missing", null, JudgedItems.name(node)));
        }
        Integer photos = node.item().photos();
        if (photos != null && answer.evidence().size() < photos) {
            return ItemScore.missing(Say.of(
                    answer,
                    Act.MISSING,
                    "missing.photos",
                    null,
                    JudgedItems.name(node),
                    photos,
                    answer.evidence().size()));
        }
        return rule.score(node, answer);
    }

    private static ItemScore recorded(IndexNode node, Answer answer, boolean there) {
        IndexItem item = node.item();
        boolean enough =
                item.photos() == null || answer != null && answer.evidence().size() >= item.photos();
        if (!there || !enough) {
            return item.required() || item.photos() != null
                    ? ItemScore.missing(Say.of(Act.MISSING, "missing", null, JudgedItems.name(node)))
                    : new ItemScore(Outcome.RECORDED, null, null, null, null, List.of());
        }
        return new ItemScore(Outcome.RECORDED, null, null, null, null, List.of());
    }

    private ItemScore fact(IndexNode node) {
        FactFormula formula = FORMULAS.computeIfAbsent(node.item().formula(), ItemScorer::parse);
        FactFormula.Result result = formula.value(findings.facts());
        if (result.value() == null) {
            return ItemScore.missing(
                    result.missing().isEmpty()
                            ? Say.of(
                                    Act.MISSING,
                                    "missing.notComputable",
                                    null,
                                    JudgedItems.name(node),
                                    node.item().formula())
                            : Say.of(
                                    Act.MISSING,
                                    "missing.facts",
                                    null,
                                    JudgedItems.name(node),
                                    String.join("、", result.missing())));
        }
        return MeasuredItems.of(node, result.value(), null);
    }

    private ItemScore count(IndexNode node) {
        BigDecimal count = findings.counts().get(node.item().count());
        return count == null
                ? ItemScore.missing(Say.of(
                        Act.MISSING,
                        "missing.count",
                        null,
                        JudgedItems.name(node),
                        node.item().count()))
                : MeasuredItems.of(node, count, null);
    }

    private static FactFormula parse(String text) {
        try {
            return FactFormula.parse(text);
        } catch (FactFormula.Invalid e) {
            throw new IllegalArgumentException("a document with an unreadable formula was let through: " + text, e);
        }
    }

    private static boolean hasText(String text) {
        return text != null && !text.isBlank();
    }
}
