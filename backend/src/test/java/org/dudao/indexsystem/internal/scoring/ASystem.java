package org.dudao.indexsystem.internal.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.Answer.Mark;
import org.dudao.indexsystem.Findings;
import org.dudao.indexsystem.IndexItem;
import org.dudao.indexsystem.IndexItem.Band;
import org.dudao.indexsystem.IndexItem.Direction;
import org.dudao.indexsystem.IndexItem.Kind;
import org.dudao.indexsystem.IndexItem.MarkRule;
import org.dudao.indexsystem.IndexItem.Option;
import org.dudao.indexsystem.IndexItem.Rule;
import org.dudao.indexsystem.IndexItem.Veto;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexNode.Combine;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.IndexSystemDocument.Downgrade;
import org.dudao.indexsystem.IndexSystemDocument.Grade;
import org.dudao.indexsystem.IndexSystemDocument.NotApplicable;
import org.dudao.indexsystem.PassRule;
import org.dudao.indexsystem.Score;

/** Builds small index systems and scores them. */
final class ASystem {
    private final List<IndexNode> nodes = new ArrayList<>();
    private final List<PassRule> passRules = new ArrayList<>();
    private final List<Grade> grades = new ArrayList<>();
    private final List<Downgrade> downgrades = new ArrayList<>();
    private NotApplicable notApplicable = NotApplicable.LEAVES_DENOMINATOR;
    private BigDecimal bonusCap;
    private int decimals = 2;
    private boolean lowestWhenFailed;

    static BigDecimal n(String number) {
        return number == null ? null : new BigDecimal(number);
    }

    ASystem with(IndexNode... more) {
        nodes.addAll(List.of(more));
        return this;
    }

    ASystem notApplicable(NotApplicable rule) {
        notApplicable = rule;
        return this;
    }

    ASystem decimals(int count) {
        decimals = count;
        return this;
    }

    ASystem lowestWhenFailed() {
        lowestWhenFailed = true;
        return this;
    }

    ASystem bonusCap(String cap) {
        bonusCap = n(cap);
        return this;
    }

    ASystem passing(PassRule... rules) {
        passRules.addAll(List.of(rules));
        return this;
    }

    /** 优秀 / 良好 / 合格 / 不合格 at 90 / 80 / 65, as Ningxia 2019. */
    ASystem graded() {
        grades.add(new Grade("EXCELLENT", "优秀", "Excellent", n("90"), List.of()));
        grades.add(new Grade("GOOD", "良好", "Good", n("80"), List.of()));
        grades.add(new Grade("PASS", "合格", "Pass", n("65"), List.of()));
        grades.add(new Grade("FAIL", "不合格", "Fail", null, List.of()));
        return this;
    }

    ASystem graded(Grade... ladder) {
        grades.addAll(List.of(ladder));
        return this;
    }

    ASystem downgrade(String code, Integer steps, String to) {
        downgrades.add(new Downgrade(code, code, code, steps, to));
        return this;
    }

    IndexSystemDocument document() {
        return new IndexSystemDocument(
                "TEST",
                1,
                "试验",
                "Test",
                IndexSystemDocument.Subject.SCHOOL,
                new IndexSystemDocument.Source("test", "OWN", List.of()),
                new IndexSystemDocument.Settings(
                        decimals, RoundingMode.HALF_UP, notApplicable, bonusCap, lowestWhenFailed ? true : null),
                nodes,
                passRules,
                grades,
                downgrades);
    }

    Score score(Answer... answers) {
        return score(new Findings(List.of(answers), Map.of(), Map.of(), List.of()));
    }

    Score score(Findings findings) {
        IndexSystemDocument document = document();
        assertEquals(List.of(), DocumentCheck.of(document, Set.of("PRIMARY.pupils", "PRIMARY.classes")));
        assertEquals(List.of(), FindingsCheck.of(document, findings));
        return Scorer.score(document, findings);
    }

    static IndexNode group(String code, Combine combine, String points, IndexNode... children) {
        return new IndexNode(code, code, code, n(points), null, combine, false, List.of(children), null);
    }

    static IndexNode node(String code, String points, String weight, boolean bonus, IndexItem item) {
        return new IndexNode(code, code, code, n(points), n(weight), null, bonus, List.of(), item);
    }

    static IndexNode item(String code, String points, Kind kind) {
        return node(code, points, null, false, plain(kind));
    }

    static IndexNode veto(String code, Veto veto) {
        return node(
                code,
                null,
                null,
                false,
                of(
                        Kind.YES_NO,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        false,
                        null,
                        null,
                        null,
                        veto));
    }

    static IndexNode letters(String code) {
        return node(
                code,
                null,
                null,
                false,
                of(
                        Kind.LETTER,
                        List.of(option("A", true), option("B", true), option("C", false)),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        false,
                        null,
                        null,
                        null,
                        null));
    }

    static IndexNode deductions(String code, String points, MarkRule... rules) {
        return node(
                code,
                points,
                null,
                false,
                of(
                        Kind.DEDUCTIONS,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(rules),
                        true,
                        null,
                        null,
                        null,
                        null));
    }

    static IndexNode number(String code, String points, Rule rule, String standard, Direction direction, String floor) {
        return node(
                code,
                points,
                null,
                false,
                of(
                        Kind.NUMBER,
                        List.of(),
                        rule,
                        n(standard),
                        direction,
                        n(floor),
                        List.of(),
                        List.of(),
                        false,
                        null,
                        null,
                        null,
                        null));
    }

    static IndexNode bands(String code, String points, Direction direction, Band... bands) {
        return node(
                code,
                points,
                null,
                false,
                of(
                        Kind.NUMBER,
                        List.of(),
                        Rule.BANDS,
                        null,
                        direction,
                        null,
                        List.of(bands),
                        List.of(),
                        false,
                        null,
                        null,
                        null,
                        null));
    }

    static IndexNode fact(String code, String points, String formula, String standard) {
        return node(
                code,
                points,
                null,
                false,
                of(
                        Kind.FACT,
                        List.of(),
                        Rule.MET,
                        n(standard),
                        Direction.AT_MOST,
                        null,
                        List.of(),
                        List.of(),
                        false,
                        formula,
                        null,
                        null,
                        null));
    }

    static IndexItem plain(Kind kind) {
        return of(kind, List.of(), null, null, null, null, List.of(), List.of(), false, null, null, null, null);
    }

    static IndexItem of(
            Kind kind,
            List<Option> options,
            Rule rule,
            BigDecimal standard,
            Direction direction,
            BigDecimal floor,
            List<Band> bands,
            List<MarkRule> marks,
            boolean free,
            String formula,
            String count,
            Integer photos,
            Veto veto) {
        return new IndexItem(
                kind, null, null, null, null, "", "", true, options, rule, standard, direction, floor, bands, marks,
                free, formula, count, photos, veto);
    }

    private static Option option(String letter, boolean met) {
        return new Option(letter, letter, letter, null, met);
    }

    static Answer choice(String item, String choice) {
        return new Answer(item, false, choice, null, null, null, null, null, List.of(), null, "李督学");
    }

    static Answer points(String item, String points) {
        return new Answer(item, false, null, n(points), null, null, null, null, List.of(), null, "李督学");
    }

    static Answer notApplicable(String item) {
        return new Answer(item, true, null, null, null, null, null, null, List.of(), null, "李督学");
    }

    static Answer marks(String item, Mark... marks) {
        return new Answer(item, false, null, null, null, List.of(marks), null, null, List.of(), null, "李督学");
    }

    static Mark free(String amount, String reason) {
        return new Mark(null, 1, n(amount), reason, List.of());
    }
}
