package org.dudao.balance.internal.engine;

import static org.dudao.balance.internal.engine.Given.basic;
import static org.dudao.balance.internal.engine.Given.only;
import static org.dudao.balance.internal.engine.Given.primary;
import static org.dudao.balance.internal.engine.Given.quality;
import static org.dudao.balance.internal.engine.Given.school;
import static org.dudao.balance.internal.engine.Given.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dudao.balance.internal.engine.StageResult.SchoolResult;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;
import org.junit.jupiter.api.Test;

/** Thresholds, 6 of 7 with an 85 % floor, limits by stage, each against mean. */
class VerdictTest {
    private static final String[][] QUALITY = {
        {"teachersAboveDegree", "4.2", "5.3", "3.57", "4.505"},
        {"backboneTeachers", "1", "1", "0.85", "0.85"},
        {"peArtTeachers", "0.9", "0.9", "0.765", "0.765"},
        {"teachingRoomArea", "4.5", "5.8", "3.825", "4.93"},
        {"sportsArea", "7.5", "10.2", "6.375", "8.67"},
        {"equipmentValue", "2000", "2500", "1700", "2125"},
        {"multimediaRooms", "2.3", "2.4", "1.955", "2.04"},
    };

    /** A school whose every indicator sits exactly on its threshold, with one replaced. */
    private static SchoolResult judged(Stage stage, String indicator, String value) {
        SchoolKind kind = stage == Stage.PRIMARY ? SchoolKind.PRIMARY : SchoolKind.JUNIOR;
        Given.School school = school("A", kind).pupils(stage, 1000).fact("indoorSportsArea", "0");
        for (String[] each : QUALITY) {
            BigDecimal ratio = new BigDecimal(each[0].equals(indicator) ? value : each[stage == Stage.PRIMARY ? 1 : 2]);
            boolean perHundred = List.of("teachersAboveDegree", "backboneTeachers", "peArtTeachers", "multimediaRooms")
                    .contains(each[0]);
            BigDecimal amount = ratio.multiply(BigDecimal.valueOf(perHundred ? 10 : 1000));
            String fact = each[0].equals("sportsArea") ? "outdoorSportsArea" : each[0];
            school.fact(
                    each[0].endsWith("eachers") || each[0].equals("teachersAboveDegree") ? stage + "." + fact : fact,
                    amount.toPlainString());
        }
        return BalanceEngine.evaluate(Rules.of(quality()), stage, List.of(school.build()))
                .schools()
                .get(0);
    }

    @Test
    void every_threshold_is_met_when_reached_exactly_and_missed_just_below() {
        for (Stage stage : Rules.STAGES) {
            for (int i = 0; i < QUALITY.length; i++) {
                String threshold = QUALITY[i][stage == Stage.PRIMARY ? 1 : 2];
                SchoolResult at = judged(stage, QUALITY[i][0], threshold);
                assertEquals(7, at.thresholdsMet(), QUALITY[i][0]);
                assertEquals(Verdict.PASS, at.verdict());
                SchoolResult below = judged(
                        stage,
                        QUALITY[i][0],
                        new BigDecimal(threshold)
                                .subtract(new BigDecimal("1e-15"))
                                .toPlainString());
                assertFalse(below.values().get(i).met(), QUALITY[i][0]);
                assertEquals(6, below.thresholdsMet());
                assertEquals(Verdict.PASS, below.verdict(), "one may be missed down to 85 %");
            }
        }
    }

    @Test
    void the_one_missed_indicator_may_not_fall_below_85_percent() {
        for (Stage stage : Rules.STAGES) {
            for (String[] each : QUALITY) {
                String floor = each[stage == Stage.PRIMARY ? 3 : 4];
                assertEquals(Verdict.PASS, judged(stage, each[0], floor).verdict(), each[0]);
                String below =
                        new BigDecimal(floor).subtract(new BigDecimal("1e-15")).toPlainString();
                assertEquals(Verdict.FAIL, judged(stage, each[0], below).verdict(), each[0]);
            }
        }
    }

    @Test
    void two_missed_indicators_fail_even_above_the_floor() {
        SchoolInput school = primary("A")
                .pupils(1000)
                .rich(Stage.PRIMARY, 1)
                .fact("PRIMARY.backboneTeachers", "9.9")
                .fact("PRIMARY.peArtTeachers", "8.9")
                .build();
        SchoolResult result = BalanceEngine.evaluate(Rules.of(quality()), Stage.PRIMARY, List.of(school))
                .schools()
                .get(0);
        assertEquals(5, result.thresholdsMet());
        assertTrue(result.values().get(1).aboveFloor() && result.values().get(2).aboveFloor());
        assertEquals(Verdict.FAIL, result.verdict());
    }

    @Test
    void k_of_n_and_the_floor_are_parameters() {
        SchoolInput school = primary("A")
                .pupils(1000)
                .rich(Stage.PRIMARY, 1)
                .fact("PRIMARY.backboneTeachers", "9.9")
                .fact("PRIMARY.peArtTeachers", "8.9")
                .build();
        FrameworkDocument five = with(quality(), "schoolRule.required", "5");
        assertEquals(Verdict.PASS, verdictOf(five, school));
        assertEquals(Verdict.FAIL, verdictOf(with(five, "schoolRule.floorShare", "0.995"), school));
    }

    private static Verdict verdictOf(FrameworkDocument document, SchoolInput school) {
        return BalanceEngine.evaluate(Rules.of(document), Stage.PRIMARY, List.of(school))
                .schools()
                .get(0)
                .verdict();
    }

    /** Two schools with the equipment coefficient {@code cv}, everything else even and above the thresholds. */
    private static List<SchoolInput> uneven(Stage stage, String high, String low) {
        SchoolKind kind = stage == Stage.PRIMARY ? SchoolKind.PRIMARY : SchoolKind.JUNIOR;
        return List.of(
                school("A", kind)
                        .pupils(stage, 100)
                        .rich(stage, 1)
                        .fact("equipmentValue", high)
                        .build(),
                school("B", kind)
                        .pupils(stage, 100)
                        .rich(stage, 1)
                        .fact("equipmentValue", low)
                        .build());
    }

    @Test
    void each_coefficient_counts_in_2017_with_a_stricter_limit_for_junior_schools() {
        Rules rules = Rules.of(quality());
        // CV 0.48: (1.48, 0.52) × 500,000
        assertEquals(
                Verdict.PASS,
                BalanceEngine.evaluate(rules, Stage.PRIMARY, uneven(Stage.PRIMARY, "740000", "260000"))
                        .verdict());
        StageResult junior = BalanceEngine.evaluate(rules, Stage.JUNIOR, uneven(Stage.JUNIOR, "740000", "260000"));
        assertEquals(Verdict.FAIL, junior.verdict());
        assertEquals(1, junior.indicators().stream().filter(i -> !i.met()).count());
        assertNull(junior.composite(), "no averaging in 2017");
    }

    @Test
    void the_mean_counts_in_2012_and_one_indicator_above_the_limit_does_not_fail() {
        Rules rules = Rules.of(basic());
        StageResult result = BalanceEngine.evaluate(rules, Stage.PRIMARY, uneven(Stage.PRIMARY, "990000", "10000"));
        assertFalse(result.indicators().get(2).met());
        assertFalse(result.indicators().get(2).binding());
        double mean = result.indicators().stream()
                .mapToDouble(i -> i.coefficientOfVariation())
                .average()
                .orElseThrow();
        assertEquals(mean, result.composite(), 1e-15);
        assertTrue(result.compositeMet());
        assertEquals(Verdict.PASS, result.verdict());
        assertTrue(result.schools().stream().allMatch(s -> s.verdict() == Verdict.NOT_JUDGED));
    }

    @Test
    void composite_limits_are_065_and_055_inclusive() {
        FrameworkDocument one = only(basic(), "equipmentValue");
        Rules rules = Rules.of(one);
        assertEquals(Verdict.PASS, pair(rules, Stage.PRIMARY, "165", "35"));
        assertEquals(Verdict.FAIL, pair(rules, Stage.PRIMARY, "165.0000000000000001", "35"));
        assertEquals(Verdict.PASS, pair(rules, Stage.JUNIOR, "155", "45"));
        assertEquals(Verdict.FAIL, pair(rules, Stage.JUNIOR, "155.0000000000000001", "45"));
    }

    private static Verdict pair(Rules rules, Stage stage, String a, String b) {
        SchoolKind kind = stage == Stage.PRIMARY ? SchoolKind.PRIMARY : SchoolKind.JUNIOR;
        return BalanceEngine.evaluate(
                        rules,
                        stage,
                        List.of(
                                school("A", kind)
                                        .pupils(100)
                                        .fact("equipmentValue", a)
                                        .build(),
                                school("B", kind)
                                        .pupils(100)
                                        .fact("equipmentValue", b)
                                        .build()))
                .verdict();
    }

    @Test
    void composite_is_withheld_when_one_indicator_is_not_computable() {
        List<SchoolInput> schools = new ArrayList<>(uneven(Stage.PRIMARY, "1", "1"));
        schools.set(
                0,
                primary("A").pupils(100).rich(Stage.PRIMARY, 1).without("books").build());
        StageResult result = BalanceEngine.evaluate(Rules.of(basic()), Stage.PRIMARY, schools);
        assertNull(result.composite());
        assertNull(result.compositeMet());
        assertEquals(Verdict.WITHHELD, result.verdict());
    }

    @Test
    void a_school_that_fails_its_thresholds_fails_the_county_unless_the_share_allows_it() {
        List<SchoolInput> schools = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            schools.add(primary("S" + i)
                    .pupils(100)
                    .rich(Stage.PRIMARY, i == 0 ? 0.5 : 1)
                    .build());
        }
        StageResult strict = BalanceEngine.evaluate(Rules.of(quality()), Stage.PRIMARY, schools);
        assertTrue(strict.indicators().stream().allMatch(i -> i.met()));
        assertEquals(19, strict.schoolsPassing());
        assertEquals(20, strict.schoolsNeeded());
        assertEquals(Verdict.FAIL, strict.verdict());
        StageResult lenient =
                BalanceEngine.evaluate(Rules.of(with(quality(), "county.passShare", "0.95")), Stage.PRIMARY, schools);
        assertEquals(19, lenient.schoolsNeeded());
        assertEquals(Verdict.PASS, lenient.verdict());
        StageResult almost = BalanceEngine.evaluate(
                Rules.of(with(quality(), "county.passShare", "0.9500001")), Stage.PRIMARY, schools);
        assertEquals(Verdict.FAIL, almost.verdict());
    }

    @Test
    void a_framework_that_cannot_be_computed_with_names_its_faults() {
        FrameworkInvalid fault = assertThrows(
                FrameworkInvalid.class,
                () -> Rules.of(with(with(quality(), "limit.PRIMARY", "-1"), "scope.teachingPoints", "\"MAYBE\"")));
        assertEquals(2, fault.faults().size());
        assertEquals("parameters[limit.PRIMARY].value", fault.faults().get(0).field());
    }

    @Test
    void a_province_may_set_its_school_standard_in_a_copy_of_the_2012_framework() {
        FrameworkDocument document = with(only(basic(), "books"), "threshold.books.PRIMARY", "15");
        List<SchoolInput> schools = CoefficientTest.books(new long[] {10, 10}, new long[] {150, 149});
        StageResult result = BalanceEngine.evaluate(Rules.of(document), Stage.PRIMARY, schools);
        assertEquals(Verdict.PASS, result.schools().get(0).verdict());
        assertEquals(Verdict.FAIL, result.schools().get(1).verdict());
        assertEquals(Verdict.FAIL, result.verdict());
    }

    @Test
    void what_a_whole_province_lacks_is_listed_once_each() {
        int schools = 20_000;
        List<SchoolInput> inputs = new ArrayList<>();
        for (int i = 0; i < schools; i++) {
            Given.School each = primary(String.format("%010d", i));
            inputs.add((i % 2 == 0 ? each : each.pupils(100)).build());
        }
        StageResult result = BalanceEngine.evaluate(Rules.of(quality()), Stage.PRIMARY, inputs);
        // indoor and outdoor sports area are two figures of one indicator
        int figures = QUALITY.length + 1;
        assertEquals(schools / 2 + schools / 2 * figures, result.missing().size());
        assertEquals(result.missing().size(), new java.util.HashSet<>(result.missing()).size());
        assertEquals(
                "PRIMARY.pupils",
                result.missing().get(schools / 2 - 1).fact(),
                "schools without pupils are listed first");
    }
}
