package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.Findings;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexNode.Combine;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.Score;
import org.dudao.indexsystem.Score.Act;
import org.dudao.indexsystem.Score.Outcome;
import org.dudao.indexsystem.Score.Statement;

/**
 * Scores a system: items by their rules, indicators from their children, the total rounded once, then grade and verdict.
 * Decimal arithmetic throughout (34 digits); what is missing is never zero, it withholds the total.
 */
public final class Scorer {
    private static final MathContext MATH = MathContext.DECIMAL128;
    private final IndexSystemDocument document;
    private final ItemScorer items;
    private final Findings findings;
    private final List<Leaf> leaves = new ArrayList<>();

    /** An item with what it gave, for the rules about the whole system. */
    record Leaf(IndexNode node, List<String> path, ItemScore score) {}

    private Scorer(IndexSystemDocument document, Findings findings) {
        this.document = document;
        this.findings = findings;
        Map<String, Answer> answers = findings.answers().stream()
                .collect(Collectors.toMap(Answer::item, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        items = new ItemScorer(findings, document.settings().notApplicable(), answers);
    }

    /**
     * @param document a valid document ({@link DocumentCheck})
     * @param findings valid findings ({@link FindingsCheck})
     */
    public static Score score(IndexSystemDocument document, Findings findings) {
        return new Scorer(document, findings).score();
    }

    private Score score() {
        List<Branch> branches =
                document.nodes().stream().map(n -> branch(n, List.of(n.code()))).toList();
        List<Statement> statements = new ArrayList<>();
        List<String> missing = leaves.stream()
                .filter(l -> l.score().outcome() == Outcome.MISSING)
                .map(l -> l.node().code())
                .toList();
        List<Leaf> vetoes =
                leaves.stream().filter(l -> items.vetoes(l.node(), l.score())).toList();
        Totals totals = totals(branches, missing.isEmpty(), statements);
        for (Leaf veto : vetoes) {
            statements.add(Say.of(Act.VETOED, "vetoed", null, JudgedItems.name(veto.node())));
        }
        if (!missing.isEmpty()) {
            statements.add(Say.of(Act.MISSING, "withheld", null, missing.size()));
        }
        List<Statement> verdict = new ArrayList<>();
        Boolean passed = new PassRules(document, leaves, totals.total()).judge(!vetoes.isEmpty(), verdict);
        GradeLadder ladder = new GradeLadder(document);
        GradeLadder.Graded graded =
                ladder.grade(totals.total(), findings.circumstances(), !vetoes.isEmpty(), passed, statements);
        statements.addAll(verdict);
        return new Score(
                totals.total(),
                totals.soFar(),
                totals.full(),
                graded.grade(),
                graded.subgrade(),
                graded.byTotal(),
                passed,
                !vetoes.isEmpty(),
                missing,
                branches.stream().map(Branch::node).toList(),
                statements);
    }

    private record Totals(BigDecimal total, BigDecimal soFar, BigDecimal full) {}

    private Totals totals(List<Branch> branches, boolean complete, List<Statement> statements) {
        List<Branch> counted = branches.stream().filter(Branch::counts).toList();
        BigDecimal declared = add(branches.stream().map(Branch::declared).toList());
        if (declared == null || declared.signum() == 0) {
            return new Totals(null, null, null);
        }
        BigDecimal soFar = add(counted.stream().map(Branch::known).toList());
        BigDecimal applicable = add(counted.stream().map(b -> b.node().full()).toList());
        BigDecimal bonus = bonus(add(branches.stream().map(Branch::bonus).toList()), statements);
        if (soFar == null || applicable == null || applicable.signum() == 0) {
            return new Totals(null, null, declared);
        }
        if (!complete) {
            return new Totals(null, soFar, declared);
        }
        BigDecimal total = soFar;
        if (applicable.compareTo(declared) != 0) {
            total = soFar.multiply(declared, MATH).divide(applicable, MATH);
            statements.add(Say.of(Act.SCALED, "scaled", total, soFar, applicable, declared, total));
        }
        total = total.add(bonus);
        BigDecimal rounded = total.setScale(
                document.settings().decimals(), document.settings().rounding());
        if (rounded.compareTo(total) != 0) {
            statements.add(Say.of(
                    Act.ROUNDED, "rounded", rounded, total, document.settings().decimals(), rounded));
        }
        return new Totals(rounded, total, declared);
    }

    private BigDecimal bonus(BigDecimal bonus, List<Statement> statements) {
        BigDecimal cap = document.settings().bonusCap();
        BigDecimal sum = bonus == null ? BigDecimal.ZERO : bonus;
        if (cap != null && sum.compareTo(cap) > 0) {
            statements.add(Say.of(Act.CAPPED, "bonusCap", cap, sum, cap));
            return cap;
        }
        return sum;
    }

    private Branch branch(IndexNode node, List<String> path) {
        return node.leaf() ? item(node, path) : indicator(node, path);
    }

    private Branch item(IndexNode node, List<String> path) {
        ItemScore score = items.score(node);
        if (node.bonus() && score.outcome() == Outcome.MISSING) {
            score = new ItemScore(
                    Outcome.RECORDED,
                    BigDecimal.ZERO,
                    null,
                    null,
                    null,
                    List.of(Say.of(Act.SKIPPED, "noBonus", null, JudgedItems.name(node))));
        }
        leaves.add(new Leaf(node, path, score));
        boolean counts = node.points() != null
                && !node.bonus()
                && score.outcome() != Outcome.NOT_APPLICABLE
                && node.item().scored();
        BigDecimal full = counts ? node.points() : null;
        BigDecimal bonus = node.bonus() && score.given() != null ? score.given().min(node.points()) : null;
        return new Branch(
                new Score.Node(
                        node.code(),
                        node.nameZh(),
                        node.nameEn(),
                        score.outcome(),
                        full,
                        node.bonus() ? bonus : score.given(),
                        score.met(),
                        score.share(),
                        score.letter(),
                        score.statements(),
                        List.of()),
                counts ? score.given() : null,
                bonus,
                node.bonus() || !node.item().scored() ? null : node.points());
    }

    private Branch indicator(IndexNode node, List<String> path) {
        List<Branch> children = node.children().stream()
                .map(c -> branch(c, append(path, c.code())))
                .toList();
        BigDecimal bonus = add(children.stream().map(Branch::bonus).toList());
        List<Branch> counted = children.stream().filter(Branch::counts).toList();
        boolean missing = children.stream().anyMatch(c -> c.node().outcome() == Outcome.MISSING);
        Outcome outcome = missing
                ? Outcome.MISSING
                : children.stream().allMatch(c -> c.node().outcome() == Outcome.NOT_APPLICABLE)
                        ? Outcome.NOT_APPLICABLE
                        : counted.isEmpty() ? Outcome.RECORDED : Outcome.SCORED;
        BigDecimal declared = node.combine() == Combine.WEIGHTED_MEAN
                ? node.points()
                : add(children.stream().map(Branch::declared).toList());
        BigDecimal full = null;
        BigDecimal known = null;
        List<Statement> statements = new ArrayList<>();
        if (!counted.isEmpty() && node.combine() == Combine.SUM) {
            full = add(counted.stream().map(b -> b.node().full()).toList());
            known = add(counted.stream().map(Branch::known).toList());
        } else if (!counted.isEmpty() && node.combine() == Combine.WEIGHTED_MEAN) {
            full = node.points();
            known = missing ? null : WeightedMean.of(node, counted, statements);
        }
        return new Branch(
                new Score.Node(
                        node.code(),
                        node.nameZh(),
                        node.nameEn(),
                        outcome,
                        full,
                        missing ? null : known,
                        null,
                        missing ? null : JudgedItems.share(known, full),
                        null,
                        statements,
                        children.stream().map(Branch::node).toList()),
                known,
                bonus,
                declared);
    }

    /** Null when there is nothing to add: no marks is not zero marks. */
    static BigDecimal add(List<BigDecimal> values) {
        return values.stream().filter(v -> v != null).reduce(BigDecimal::add).orElse(null);
    }

    private static List<String> append(List<String> path, String code) {
        List<String> longer = new ArrayList<>(path);
        longer.add(code);
        return List.copyOf(longer);
    }
}
