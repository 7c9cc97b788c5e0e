package org.dudao.indexsystem.internal.scoring;

import static org.dudao.indexsystem.internal.scoring.ASystem.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.Answer.Mark;
import org.dudao.indexsystem.Findings;
import org.dudao.indexsystem.Findings.Circumstance;
import org.dudao.indexsystem.IndexItem.Band;
import org.dudao.indexsystem.IndexItem.Direction;
import org.dudao.indexsystem.IndexItem.Kind;
import org.dudao.indexsystem.IndexItem.MarkRule;
import org.dudao.indexsystem.IndexItem.Option;
import org.dudao.indexsystem.IndexItem.Rule;
import org.dudao.indexsystem.IndexItem.Veto;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexNode.Combine;
import org.dudao.indexsystem.IndexSystemDocument.Grade;
import org.dudao.indexsystem.IndexSystemDocument.NotApplicable;
import org.dudao.indexsystem.IndexSystemDocument.Subgrade;
import org.dudao.indexsystem.PassRule;
import org.dudao.indexsystem.PassRule.LetterCount;
import org.dudao.indexsystem.Score;
import org.dudao.indexsystem.Score.Act;
import org.dudao.indexsystem.Score.Outcome;
import org.dudao.indexsystem.Score.Statement;
import org.dudao.kernel.error.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {
    private static final PassRule ONE_C_OR_TWO_BS = new PassRule(
            PassRule.Kind.LETTERS, null, null, null, List.of(new LetterCount("C", 1), new LetterCount("B", 2)));

    @Test
    void a_hundred_less_1_1_and_2_2_is_95_8_with_three_reasons() {
        Score score = new ASystem()
                .with(deductions("D", "100"))
                .score(marks("D", free("1", "生均公用经费拨付滞后"), free("1", "编制未配齐"), free("2.2", "两所学校班额超标")));
        assertEquals(n("95.80"), score.total());
        List<Statement> reasons = acts(score.nodes().get(0).statements(), Act.DEDUCTED);
        assertEquals(
                List.of("生均公用经费拨付滞后", "编制未配齐", "两所学校班额超标"),
                reasons.stream().map(s -> s.params().get(2).zh()).toList());
        assertEquals("李督学", reasons.get(0).by());
    }

    @ParameterizedTest
    @CsvSource({"0,0,true", "1,0,true", "2,0,false", "0,1,false", "1,1,false"})
    void sixteen_letters_fail_on_one_c_or_two_bs(int bs, int cs, boolean passes) {
        ASystem system = new ASystem().passing(ONE_C_OR_TWO_BS);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            system.with(letters("L" + i));
            answers.add(choice("L" + i, i < cs ? "C" : i < cs + bs ? "B" : "A"));
        }
        Score score = system.score(answers.toArray(Answer[]::new));
        assertEquals(passes, score.passed());
        assertNull(score.total());
    }

    @Test
    void a_missing_letter_leaves_the_verdict_open_unless_it_has_failed_already() {
        ASystem system = new ASystem().passing(ONE_C_OR_TWO_BS).with(letters("L1"), letters("L2"));
        assertNull(system.score(choice("L1", "A")).passed());
        assertEquals(false, system.score(choice("L1", "C")).passed());
    }

    @ParameterizedTest
    @CsvSource({"90,EXCELLENT", "89.99,GOOD", "89.5,GOOD", "80,GOOD", "79.99,PASS", "65,PASS", "64.99,FAIL", "0,FAIL"})
    void grades_have_no_gap(String total, String grade) {
        assertEquals(
                grade,
                new ASystem()
                        .graded()
                        .with(item("P", "100", Kind.POINTS))
                        .score(points("P", total))
                        .grade());
    }

    @Test
    void the_grade_is_read_from_the_total_everybody_sees() {
        Score score = new ASystem()
                .graded()
                .decimals(1)
                .with(item("P", "100", Kind.POINTS))
                .score(points("P", "89.95"));
        assertEquals(n("90.0"), score.total());
        assertEquals("EXCELLENT", score.grade());
        assertEquals(1, acts(score.statements(), Act.ROUNDED).size());
    }

    @Test
    void subgrades_divide_a_grade() {
        ASystem system = new ASystem()
                .graded(
                        new Grade(
                                "A",
                                "优级",
                                "Superior",
                                n("85"),
                                List.of(
                                        new Subgrade("A1", "甲等", "first", n("95")),
                                        new Subgrade("A2", "乙等", "second", n("90")),
                                        new Subgrade("A3", "丙等", "third", null))),
                        new Grade("B", "合格", "Pass", null, List.of()))
                .with(item("P", "100", Kind.POINTS));
        assertEquals("A1", system.score(points("P", "95")).subgrade());
        assertEquals("A2", system.score(points("P", "94")).subgrade());
        assertEquals("A3", system.score(points("P", "85")).subgrade());
        assertNull(system.score(points("P", "84")).subgrade());
    }

    @Test
    void a_veto_beats_any_total() {
        Score score = new ASystem()
                .graded()
                .passing(new PassRule(PassRule.Kind.TOTAL, null, n("60"), null, List.of()))
                .with(item("P", "100", Kind.POINTS), veto("V", Veto.YES))
                .score(points("P", "100"), choice("V", "YES"));
        assertEquals(n("100.00"), score.total());
        assertTrue(score.vetoed());
        assertEquals(false, score.passed());
        assertEquals("FAIL", score.grade());
        assertEquals("EXCELLENT", score.gradeByTotal());
        assertEquals(1, acts(score.statements(), Act.VETOED).size());
    }

    @Test
    void a_veto_counts_even_while_other_items_are_missing() {
        Score score = new ASystem()
                .graded()
                .with(item("P", "100", Kind.POINTS), veto("V", Veto.YES))
                .score(choice("V", "YES"));
        assertNull(score.total());
        assertEquals("FAIL", score.grade());
        assertEquals(false, score.passed());
    }

    @Test
    void a_not_applicable_item_leaves_the_denominator_where_the_system_says_so() {
        IndexNode[] items = {item("P", "60", Kind.POINTS), item("Q", "40", Kind.POINTS)};
        Answer[] answers = {points("P", "45"), ASystem.notApplicable("Q")};
        Score leaves = new ASystem().with(items).score(answers);
        assertEquals(n("75.00"), leaves.total());
        assertEquals(1, acts(leaves.statements(), Act.SCALED).size());
        assertEquals(Outcome.NOT_APPLICABLE, leaves.nodes().get(1).outcome());
        Score full = new ASystem()
                .notApplicable(NotApplicable.SCORES_FULL)
                .with(items)
                .score(answers);
        assertEquals(n("85.00"), full.total());
        assertEquals(List.of(), acts(full.statements(), Act.SCALED));
    }

    @Test
    void what_is_missing_withholds_the_total_and_is_named() {
        Score score = new ASystem()
                .graded()
                .with(group("G", Combine.SUM, "100", item("P", "60", Kind.POINTS), item("Q", "40", Kind.POINTS)))
                .score(points("P", "60"));
        assertNull(score.total());
        assertNull(score.grade());
        assertEquals(n("60"), score.soFar());
        assertEquals(List.of("Q"), score.missing());
        assertNull(score.nodes().get(0).given());
    }

    @Test
    void deductions_have_caps_of_their_own_and_never_take_more_than_there_is() {
        ASystem system = new ASystem()
                .with(deductions(
                        "D",
                        "10",
                        new MarkRule("late", "迟报", "late report", n("1"), n("3")),
                        new MarkRule("false", "虚报", "false report", n("8"), null)));
        Score capped = system.score(marks("D", new Mark("late", 5, null, null, List.of())));
        assertEquals(n("7.00"), capped.total());
        assertEquals(1, acts(capped.nodes().get(0).statements(), Act.CAPPED).size());
        Score all = system.score(
                marks("D", new Mark("late", 5, null, null, List.of()), new Mark("false", 1, null, null, List.of())));
        assertEquals(n("0.00"), all.total());
    }

    @Test
    void additions_begin_at_nothing_and_end_at_full_marks() {
        IndexNode node = node(
                "A",
                "10",
                null,
                false,
                of(
                        Kind.ADDITIONS,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(new MarkRule("prize", "获奖", "prize", n("3"), n("6"))),
                        true,
                        null,
                        null,
                        null,
                        null));
        ASystem system = new ASystem().with(node);
        assertEquals(n("0.00"), system.score(marks("A")).total());
        Score capped = system.score(marks("A", new Mark("prize", 3, null, null, List.of()), free("1", "县级示范")));
        assertEquals(n("7.00"), capped.total());
        assertEquals(1, acts(capped.nodes().get(0).statements(), Act.CAPPED).size());
        assertEquals(n("10.00"), system.score(marks("A", free("12", "全国先进"))).total());
    }

    @Test
    void yes_gives_full_marks_and_a_choice_what_it_is_worth() {
        ASystem system = new ASystem()
                .with(
                        item("Y", "4", Kind.YES_NO),
                        node(
                                "C",
                                "6",
                                null,
                                false,
                                of(
                                        Kind.CHOICE,
                                        List.of(
                                                new Option("ALL", "全部", "all", n("6"), true),
                                                new Option("SOME", "部分", "some", n("2.5"), false)),
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
                                        null)));
        assertEquals(
                n("10.00"), system.score(choice("Y", "YES"), choice("C", "ALL")).total());
        assertEquals(
                n("2.50"), system.score(choice("Y", "NO"), choice("C", "SOME")).total());
    }

    @Test
    void a_count_of_another_module_is_held_against_its_standard_and_missing_without_it() {
        IndexNode node = node(
                "N",
                "10",
                null,
                false,
                of(
                        Kind.COUNT,
                        List.of(),
                        Rule.MET,
                        n("0"),
                        Direction.AT_MOST,
                        null,
                        List.of(),
                        List.of(),
                        false,
                        null,
                        "rectification.overdue",
                        null,
                        null));
        ASystem system = new ASystem().with(node);
        assertEquals(n("10.00"), system.score(counted("0")).total());
        assertEquals(n("0.00"), system.score(counted("1")).total());
        assertEquals(List.of("N"), system.score().missing());
    }

    @Test
    void all_met_fails_on_one_and_waits_for_the_rest() {
        ASystem system = new ASystem()
                .passing(new PassRule(PassRule.Kind.ALL_MET, null, null, null, List.of()))
                .with(item("P", null, Kind.YES_NO), item("Q", null, Kind.YES_NO));
        assertEquals(true, system.score(choice("P", "YES"), choice("Q", "YES")).passed());
        assertEquals(false, system.score(choice("P", "YES"), choice("Q", "NO")).passed());
        assertEquals(false, system.score(choice("Q", "NO")).passed());
        assertNull(system.score(choice("P", "YES")).passed());
    }

    @ParameterizedTest
    @CsvSource({"60,true", "59.99,false"})
    void a_least_total_is_reached_or_not(String total, boolean passes) {
        assertEquals(
                passes,
                new ASystem()
                        .passing(new PassRule(PassRule.Kind.TOTAL, null, n("60"), null, List.of()))
                        .with(item("P", "100", Kind.POINTS))
                        .score(points("P", total))
                        .passed());
    }

    @Test
    void failing_gives_the_lowest_grade_only_where_the_system_says_so() {
        PassRule all = new PassRule(PassRule.Kind.ALL_MET, "C", null, null, List.of());
        Answer[] answers = {points("P", "95"), choice("C", "NO")};
        ASystem plain =
                new ASystem().graded().passing(all).with(item("P", "100", Kind.POINTS), item("C", null, Kind.YES_NO));
        Score score = plain.score(answers);
        assertEquals(false, score.passed());
        assertEquals("EXCELLENT", score.grade());
        Score lowest = plain.lowestWhenFailed().score(answers);
        assertEquals("FAIL", lowest.grade());
        assertEquals("EXCELLENT", lowest.gradeByTotal());
        assertEquals(n("95.00"), lowest.total());
        assertEquals(1, acts(lowest.statements(), Act.DOWNGRADED).size());
        assertEquals(
                "EXCELLENT", plain.score(points("P", "95"), choice("C", "YES")).grade());
    }

    @Test
    void the_lowest_grade_for_failing_needs_grades_and_conditions() {
        ASystem system = new ASystem().lowestWhenFailed().with(item("P", "100", Kind.POINTS));
        assertEquals(
                List.of("settings.lowestWhenFailed"),
                DocumentCheck.of(system.document(), Set.of()).stream()
                        .map(FieldError::field)
                        .toList());
    }

    @Test
    void bonus_comes_on_top_up_to_its_cap_and_is_never_missing() {
        ASystem system = new ASystem()
                .bonusCap("3")
                .with(
                        item("P", "100", Kind.POINTS),
                        node("B1", "2", null, true, plain(Kind.POINTS)),
                        node("B2", "2", null, true, plain(Kind.POINTS)));
        Score score = system.score(points("P", "90"), points("B1", "2"), points("B2", "2"));
        assertEquals(n("93.00"), score.total());
        assertEquals(n("100"), score.full());
        assertEquals(n("90.00"), system.score(points("P", "90")).total());
    }

    @Test
    void share_of_a_standard_scores_nothing_below_its_floor_and_at_most_full_marks() {
        ASystem system = new ASystem().with(number("N", "10", Rule.SHARE, "4.5", Direction.AT_LEAST, "0.6"));
        assertEquals(n("10.00"), system.score(points("N", "9")).total());
        assertEquals(n("6.00"), system.score(points("N", "2.7")).total());
        assertEquals(n("0.00"), system.score(points("N", "2.69")).total());
    }

    @Test
    void less_is_better_where_the_standard_is_an_upper_limit() {
        ASystem system = new ASystem().with(number("N", "10", Rule.MET, "45", Direction.AT_MOST, null));
        assertEquals(n("10.00"), system.score(points("N", "45")).total());
        assertEquals(n("0.00"), system.score(points("N", "46")).total());
    }

    @Test
    void bands_are_read_from_the_best_down() {
        ASystem system = new ASystem()
                .with(bands(
                        "N",
                        "10",
                        Direction.AT_LEAST,
                        new Band(n("95"), n("10")),
                        new Band(n("90"), n("6")),
                        new Band(null, n("1"))));
        assertEquals(n("10.00"), system.score(points("N", "95")).total());
        assertEquals(n("6.00"), system.score(points("N", "94.9")).total());
        assertEquals(n("1.00"), system.score(points("N", "10")).total());
    }

    @Test
    void a_weighted_mean_joins_shares_not_points() {
        IndexNode mean = new IndexNode(
                "M",
                "M",
                "M",
                n("100"),
                null,
                Combine.WEIGHTED_MEAN,
                false,
                List.of(
                        node("P", "10", "3", false, plain(Kind.POINTS)),
                        node("Q", "50", "1", false, plain(Kind.POINTS))),
                null);
        assertEquals(
                n("80.00"),
                new ASystem()
                        .with(mean)
                        .score(points("P", "9"), points("Q", "25"))
                        .total());
        assertEquals(
                n("90.00"),
                new ASystem()
                        .with(mean)
                        .score(points("P", "9"), ASystem.notApplicable("Q"))
                        .total());
    }

    @Test
    void eight_of_ten_met_and_the_rest_at_sixty_percent() {
        ASystem system =
                new ASystem().passing(new PassRule(PassRule.Kind.AT_LEAST_MET, null, n("8"), n("0.6"), List.of()));
        for (int i = 0; i < 10; i++) {
            system.with(number("N" + i, null, Rule.MET, "10", Direction.AT_LEAST, null));
        }
        assertTrue(system.score(tenWith("6", "10")).passed());
        assertFalse(system.score(tenWith("5.99", "10")).passed());
        assertTrue(system.score(tenWith("6", "6")).passed());
        Answer[] three = tenWith("6", "6");
        three[2] = points("N2", "6");
        assertFalse(system.score(three).passed());
    }

    @Test
    void a_not_applicable_condition_does_not_use_up_a_permitted_miss() {
        ASystem system =
                new ASystem().passing(new PassRule(PassRule.Kind.AT_LEAST_MET, null, n("8"), n("0.6"), List.of()));
        for (int i = 0; i < 10; i++) {
            system.with(number("N" + i, null, Rule.MET, "10", Direction.AT_LEAST, null));
        }
        Answer[] answers = tenWith("6", "6");
        answers[9] = ASystem.notApplicable("N9");
        assertTrue(system.score(answers).passed());
        answers[8] = points("N8", "6");
        assertFalse(system.score(answers).passed());
    }

    @Test
    void a_serious_incident_is_one_grade_down_and_fraud_caps_the_grade() {
        ASystem system = new ASystem()
                .graded()
                .downgrade("INCIDENT", 1, null)
                .downgrade("FRAUD", null, "PASS")
                .with(item("P", "100", Kind.POINTS));
        assertEquals("GOOD", system.score(with(points("P", "95"), "INCIDENT")).grade());
        assertEquals("PASS", system.score(with(points("P", "95"), "FRAUD")).grade());
        assertEquals("FAIL", system.score(with(points("P", "60"), "FRAUD")).grade());
        assertEquals(
                "FAIL",
                system.score(with(points("P", "70"), "INCIDENT", "INCIDENT")).grade());
    }

    @Test
    void a_fact_item_is_computed_from_the_register_and_missing_without_its_facts() {
        ASystem system = new ASystem().with(fact("F", "10", "PRIMARY.pupils / PRIMARY.classes", "45"));
        Findings known = new Findings(
                List.of(), Map.of("PRIMARY.pupils", n("440"), "PRIMARY.classes", n("10")), Map.of(), List.of());
        assertEquals(n("10.00"), system.score(known).total());
        Score missing = system.score(new Findings(List.of(), Map.of("PRIMARY.pupils", n("440")), Map.of(), List.of()));
        assertNull(missing.total());
        assertEquals(
                "PRIMARY.classes",
                missing.nodes().get(0).statements().get(0).params().get(1).zh());
    }

    @Test
    void too_few_photos_leave_an_item_missing() {
        IndexNode node = node(
                "P",
                "10",
                null,
                false,
                of(Kind.POINTS, List.of(), null, null, null, null, List.of(), List.of(), false, null, null, 1, null));
        assertEquals(
                List.of("P"), new ASystem().with(node).score(points("P", "10")).missing());
    }

    @Test
    void the_same_findings_give_the_same_score() {
        ASystem system = new ASystem().graded().with(item("P", "60", Kind.POINTS), deductions("D", "40"));
        Answer[] answers = {points("P", "50"), marks("D", free("0.5", "迟到"))};
        assertEquals(system.score(answers), system.score(answers));
    }

    private static Answer[] tenWith(String first, String second) {
        Answer[] answers = new Answer[10];
        for (int i = 0; i < 10; i++) {
            answers[i] = points("N" + i, i == 0 ? first : i == 1 ? second : "10");
        }
        return answers;
    }

    private static Findings with(Answer answer, String... circumstances) {
        List<Circumstance> all = new ArrayList<>();
        for (String code : circumstances) {
            all.add(new Circumstance(code, "查实", "王主任", List.of()));
        }
        return new Findings(List.of(answer), Map.of(), Map.of(), all);
    }

    private static Findings counted(String number) {
        return new Findings(List.of(), Map.of(), Map.of("rectification.overdue", n(number)), List.of());
    }

    private static List<Statement> acts(List<Statement> statements, Act act) {
        return statements.stream().filter(s -> s.act() == act).toList();
    }
}
