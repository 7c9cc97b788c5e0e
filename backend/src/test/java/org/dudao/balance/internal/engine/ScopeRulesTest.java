package org.dudao.balance.internal.engine;

import static org.dudao.balance.internal.engine.Given.basic;
import static org.dudao.balance.internal.engine.Given.only;
import static org.dudao.balance.internal.engine.Given.primary;
import static org.dudao.balance.internal.engine.Given.quality;
import static org.dudao.balance.internal.engine.Given.school;
import static org.dudao.balance.internal.engine.Given.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dudao.balance.internal.engine.Exclusion.Reason;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;
import org.junit.jupiter.api.Test;

/** Who is counted, and how the shared resources of mixed schools divide. */
class ScopeRulesTest {
    private static final FrameworkDocument BOOKS = only(basic(), "books");
    private static final FrameworkDocument EQUIPMENT = only(quality(), "equipmentValue");

    private static StageResult evaluate(FrameworkDocument document, Stage stage, Given.School... schools) {
        return BalanceEngine.evaluate(
                Rules.of(document),
                stage,
                Arrays.stream(schools).map(Given.School::build).toList());
    }

    private static Map<String, Reason> reasons(StageResult result) {
        return result.exclusions().stream().collect(Collectors.toMap(Exclusion::code, Exclusion::reason));
    }

    private static Given.School books(String code, SchoolKind kind, long pupils, String books) {
        return school(code, kind).pupils(pupils).fact("books", books).fact("equipmentValue", books);
    }

    @Test
    void special_and_vocational_schools_are_left_out_and_listed() {
        Given.School special = school("SP", SchoolKind.SPECIAL)
                .pupils(Stage.PRIMARY, 20)
                .pupils(Stage.JUNIOR, 20)
                .fact("books", "9");
        Given.School vocational =
                school("VJ", SchoolKind.VOCATIONAL_JUNIOR).pupils(30).fact("books", "9");
        StageResult result =
                evaluate(BOOKS, Stage.JUNIOR, books("J", SchoolKind.JUNIOR, 10, "100"), special, vocational);
        assertEquals(Map.of("SP", Reason.KIND_EXCLUDED, "VJ", Reason.KIND_EXCLUDED), reasons(result));
        assertEquals(1, result.schools().size());
        StageResult counted = evaluate(
                with(BOOKS, "scope.excludedKinds", "[\"321\"]"),
                Stage.JUNIOR,
                books("J", SchoolKind.JUNIOR, 10, "100"),
                special,
                vocational);
        assertEquals(2, counted.schools().size());
    }

    @Test
    void private_schools_count_in_2017_and_not_in_2012() {
        Given.School owned = books("P", SchoolKind.PRIMARY, 10, "10").privately();
        Given.School other = primary("O").pupils(10).fact("books", "10").fact("equipmentValue", "30");
        assertEquals(Map.of("P", Reason.PRIVATE), reasons(evaluate(BOOKS, Stage.PRIMARY, owned, other)));
        assertEquals(
                2, evaluate(EQUIPMENT, Stage.PRIMARY, owned, other).schools().size());
        assertEquals(
                Map.of("P", Reason.PRIVATE),
                reasons(evaluate(with(EQUIPMENT, "scope.countPrivate", "false"), Stage.PRIMARY, owned, other)));
    }

    @Test
    void schools_not_run_by_the_county_count_in_2017_and_not_in_2012() {
        Given.School city = books("C", SchoolKind.PRIMARY, 10, "10").notRunByCounty();
        Given.School other = books("O", SchoolKind.PRIMARY, 10, "10");
        assertEquals(Map.of("C", Reason.NOT_RUN_BY_COUNTY), reasons(evaluate(BOOKS, Stage.PRIMARY, city, other)));
        assertEquals(
                2, evaluate(EQUIPMENT, Stage.PRIMARY, city, other).schools().size());
        assertEquals(
                2,
                evaluate(with(BOOKS, "scope.countNotRunByCounty", "true"), Stage.PRIMARY, city, other)
                        .schools()
                        .size());
    }

    @Test
    void a_teaching_point_is_folded_into_its_parent_with_pupils_and_resources() {
        Given.School parent = books("P", SchoolKind.PRIMARY, 100, "1000");
        Given.School point = books("T", SchoolKind.TEACHING_POINT, 20, "40").pointOf("P");
        StageResult result = evaluate(BOOKS, Stage.PRIMARY, parent, point, books("Q", SchoolKind.PRIMARY, 80, "960"));
        assertEquals(Map.of("T", Reason.FOLDED), reasons(result));
        assertEquals("P", result.exclusions().get(0).parentCode());
        assertEquals(1040.0 / 120, result.schools().get(0).values().get(0).value(), 1e-14);
        assertEquals("120", result.schools().get(0).pupils().toPlainString());
        assertEquals(List.of("T"), result.schools().get(0).folded());
        assertEquals(2000.0 / 200, result.indicators().get(0).mean(), 1e-14);
    }

    @Test
    void a_point_folded_into_a_nine_year_school_adds_all_it_has_to_the_primary_part() {
        Given.School parent = school("P", SchoolKind.NINE_YEAR)
                .pupils(Stage.PRIMARY, 100)
                .pupils(Stage.JUNIOR, 100)
                .fact("books", "2100");
        Given.School point = books("T", SchoolKind.TEACHING_POINT, 20, "40").pointOf("P");
        StageResult primary = evaluate(BOOKS, Stage.PRIMARY, parent, point);
        assertEquals(
                (1000.0 + 40) / 120, primary.schools().get(0).values().get(0).value(), 1e-12);
        StageResult junior = evaluate(BOOKS, Stage.JUNIOR, parent, point);
        assertEquals(1100.0 / 100, junior.schools().get(0).values().get(0).value(), 1e-12);
    }

    @Test
    void a_point_of_a_point_goes_to_the_school_at_the_end_of_the_chain() {
        StageResult result = evaluate(
                BOOKS,
                Stage.PRIMARY,
                books("P", SchoolKind.PRIMARY, 100, "1000"),
                books("T1", SchoolKind.TEACHING_POINT, 10, "10").pointOf("P"),
                books("T2", SchoolKind.TEACHING_POINT, 10, "10").pointOf("T1"));
        assertEquals("120", result.schools().get(0).pupils().toPlainString());
    }

    @Test
    void a_point_without_its_parent_is_listed_and_not_counted() {
        StageResult result = evaluate(
                BOOKS,
                Stage.PRIMARY,
                books("A", SchoolKind.PRIMARY, 10, "10"),
                books("T1", SchoolKind.TEACHING_POINT, 10, "10"),
                books("T2", SchoolKind.TEACHING_POINT, 10, "10").pointOf("NOBODY"),
                books("T3", SchoolKind.TEACHING_POINT, 10, "10").pointOf("T4"),
                books("T4", SchoolKind.TEACHING_POINT, 10, "10").pointOf("T3"));
        assertEquals(1, result.schools().size());
        assertEquals(4, result.exclusions().size());
        assertTrue(result.exclusions().stream().allMatch(e -> e.reason() == Reason.PARENT_MISSING));
        assertEquals("NOBODY", result.exclusions().get(1).parentCode());
    }

    @Test
    void a_point_of_a_school_that_is_not_counted_is_not_counted_either() {
        StageResult result = evaluate(
                BOOKS,
                Stage.PRIMARY,
                books("A", SchoolKind.PRIMARY, 10, "10"),
                books("P", SchoolKind.PRIMARY, 10, "10").privately(),
                books("T", SchoolKind.TEACHING_POINT, 10, "10").pointOf("P"));
        assertEquals(Map.of("P", Reason.PRIVATE, "T", Reason.PARENT_NOT_COUNTED), reasons(result));
    }

    @Test
    void a_missing_figure_of_a_folded_point_is_named_and_blocks() {
        StageResult result = evaluate(
                BOOKS,
                Stage.PRIMARY,
                books("P", SchoolKind.PRIMARY, 10, "10"),
                books("T", SchoolKind.TEACHING_POINT, 10, "10").pointOf("P").without("books"));
        assertEquals("T", result.missing().get(0).code());
        assertEquals(Verdict.WITHHELD, result.verdict());
        StageResult pupils = evaluate(
                BOOKS,
                Stage.PRIMARY,
                books("P", SchoolKind.PRIMARY, 10, "10"),
                books("T", SchoolKind.TEACHING_POINT, 10, "10").pointOf("P").without("PRIMARY.pupils"));
        assertEquals("PRIMARY.pupils", pupils.missing().get(0).fact());
        assertEquals(Verdict.WITHHELD, pupils.verdict());
    }

    @Test
    void a_parent_without_pupils_of_its_own_is_counted_with_those_of_its_point() {
        StageResult result = evaluate(
                BOOKS,
                Stage.PRIMARY,
                books("P", SchoolKind.PRIMARY, 0, "50"),
                books("T", SchoolKind.TEACHING_POINT, 10, "10").pointOf("P"));
        assertEquals(6.0, result.schools().get(0).values().get(0).value());
    }

    @Test
    void a_mixed_parent_without_any_pupils_gives_all_it_has_to_the_row_of_its_point() {
        StageResult result = evaluate(
                BOOKS,
                Stage.PRIMARY,
                school("P", SchoolKind.NINE_YEAR)
                        .pupils(Stage.PRIMARY, 0)
                        .pupils(Stage.JUNIOR, 0)
                        .fact("books", "50"),
                books("T", SchoolKind.TEACHING_POINT, 10, "10").pointOf("P"));
        assertEquals(6.0, result.schools().get(0).values().get(0).value());
    }

    @Test
    void points_of_fewer_than_fifty_pupils_are_left_out_in_2017_larger_ones_are_rows() {
        StageResult result = evaluate(
                EQUIPMENT,
                Stage.PRIMARY,
                books("P", SchoolKind.PRIMARY, 100, "1000"),
                books("T49", SchoolKind.TEACHING_POINT, 49, "100").pointOf("P"),
                books("T50", SchoolKind.TEACHING_POINT, 50, "100").pointOf("P"));
        assertEquals(Map.of("T49", Reason.TEACHING_POINT_TOO_SMALL), reasons(result));
        assertEquals(2, result.schools().size());
        StageResult lower = evaluate(
                with(EQUIPMENT, "scope.teachingPointMinPupils", "49"),
                Stage.PRIMARY,
                books("T49", SchoolKind.TEACHING_POINT, 49, "100"));
        assertEquals(1, lower.schools().size());
    }

    @Test
    void points_may_be_left_out_altogether() {
        StageResult result = evaluate(
                with(EQUIPMENT, "scope.teachingPoints", "\"EXCLUDE\""),
                Stage.PRIMARY,
                books("P", SchoolKind.PRIMARY, 100, "1000"),
                books("T", SchoolKind.TEACHING_POINT, 500, "100").pointOf("P"));
        assertEquals(Map.of("T", Reason.TEACHING_POINT), reasons(result));
    }

    @Test
    void schools_of_another_stage_are_told_apart_from_those_with_stray_pupils() {
        StageResult result = evaluate(
                BOOKS,
                Stage.JUNIOR,
                books("J", SchoolKind.JUNIOR, 10, "10"),
                books("P", SchoolKind.PRIMARY, 10, "10"),
                books("X", SchoolKind.PRIMARY, 10, "10").pupils(Stage.JUNIOR, 3));
        assertEquals(Map.of("P", Reason.STAGE_NOT_TAUGHT, "X", Reason.STAGE_NOT_TAUGHT_BUT_PUPILS), reasons(result));
    }

    private static double share(
            SchoolKind kind, Stage stage, long primary, long junior, long senior, String... change) {
        FrameworkDocument document = BOOKS;
        for (int i = 0; i < change.length; i += 2) {
            document = with(document, change[i], change[i + 1]);
        }
        Given.School school = school("M", kind)
                .pupils(Stage.PRIMARY, primary)
                .pupils(Stage.JUNIOR, junior)
                .pupils(Stage.SENIOR, senior)
                .fact("books", "1000");
        return evaluate(document, stage, school)
                        .schools()
                        .get(0)
                        .values()
                        .get(0)
                        .amount()
                / 1000;
    }

    @Test
    void a_nine_year_school_divides_by_pupils_weighted_one_to_one_point_one() {
        assertEquals(300 / (300 + 1.1 * 200), share(SchoolKind.NINE_YEAR, Stage.PRIMARY, 300, 200, 0), 1e-14);
        assertEquals(1.1 * 200 / (300 + 1.1 * 200), share(SchoolKind.NINE_YEAR, Stage.JUNIOR, 300, 200, 0), 1e-14);
        assertEquals(
                1.5 * 200 / (300 + 1.5 * 200),
                share(SchoolKind.NINE_YEAR, Stage.JUNIOR, 300, 200, 0, "split.312.JUNIOR", "1.5"),
                1e-14);
    }

    @Test
    void a_complete_secondary_school_divides_one_to_one_point_two() {
        assertEquals(200 / (200 + 1.2 * 400), share(SchoolKind.COMPLETE_SECONDARY, Stage.JUNIOR, 0, 200, 400), 1e-14);
    }

    @Test
    void a_twelve_year_school_divides_one_to_one_point_one_to_one_point_three_two() {
        double whole = 300 + 1.1 * 200 + 1.32 * 400;
        assertEquals(300 / whole, share(SchoolKind.TWELVE_YEAR, Stage.PRIMARY, 300, 200, 400), 1e-14);
        assertEquals(1.1 * 200 / whole, share(SchoolKind.TWELVE_YEAR, Stage.JUNIOR, 300, 200, 400), 1e-14);
    }

    @Test
    void a_nine_year_school_with_pupils_in_one_stage_only_gives_that_stage_everything() {
        assertEquals(1.0, share(SchoolKind.NINE_YEAR, Stage.PRIMARY, 300, 0, 0));
        StageResult junior = evaluate(
                BOOKS,
                Stage.JUNIOR,
                school("M", SchoolKind.NINE_YEAR)
                        .pupils(Stage.PRIMARY, 300)
                        .pupils(Stage.JUNIOR, 0)
                        .fact("books", "1"));
        assertEquals(Map.of("M", Reason.NO_PUPILS), reasons(junior));
    }

    @Test
    void the_split_is_unknown_when_the_other_stage_s_pupils_are_not_reported() {
        StageResult result = evaluate(
                BOOKS,
                Stage.PRIMARY,
                school("M", SchoolKind.NINE_YEAR).pupils(Stage.PRIMARY, 300).fact("books", "1"));
        assertEquals("JUNIOR.pupils", result.missing().get(0).fact());
        assertEquals(Verdict.WITHHELD, result.verdict());
    }

    @Test
    void teachers_are_never_split() {
        StageResult result = evaluate(
                only(basic(), "teachers"),
                Stage.PRIMARY,
                school("M", SchoolKind.NINE_YEAR)
                        .pupils(Stage.PRIMARY, 300)
                        .pupils(Stage.JUNIOR, 200)
                        .fact("PRIMARY.teachers", "15")
                        .fact("JUNIOR.teachers", "20"));
        assertEquals(15.0, result.schools().get(0).values().get(0).amount());
    }

    @Test
    void an_exact_split_decides_at_the_limit() {
        // primary part gets 1000 × 110/(110 + 1.1 × 100) = 500 exactly, 5 a pupil short of nothing
        FrameworkDocument document = with(EQUIPMENT, "threshold.equipmentValue.PRIMARY", "4.5454545454545454");
        StageResult result = evaluate(
                document,
                Stage.PRIMARY,
                school("M", SchoolKind.NINE_YEAR)
                        .pupils(Stage.PRIMARY, 110)
                        .pupils(Stage.JUNIOR, 100)
                        .fact("equipmentValue", "1000"));
        assertTrue(result.schools().get(0).values().get(0).met());
        StageResult above = evaluate(
                with(document, "threshold.equipmentValue.PRIMARY", "4.5454545454545455"),
                Stage.PRIMARY,
                school("M", SchoolKind.NINE_YEAR)
                        .pupils(Stage.PRIMARY, 110)
                        .pupils(Stage.JUNIOR, 100)
                        .fact("equipmentValue", "1000"));
        assertEquals(false, above.schools().get(0).values().get(0).met());
        assertNotEquals(null, above.verdict());
    }
}
