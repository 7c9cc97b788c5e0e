package org.dudao.balance.internal.engine;

import static org.dudao.balance.internal.engine.Given.only;
import static org.dudao.balance.internal.engine.Given.primary;
import static org.dudao.balance.internal.engine.Given.quality;
import static org.dudao.balance.internal.engine.Given.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dudao.balance.internal.engine.StageResult.IndicatorResult;
import org.dudao.balance.internal.engine.StageResult.NotComputable;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.balance.internal.engine.StageResult.Warning;
import org.dudao.registry.Stage;
import org.junit.jupiter.api.Test;

/** §0: the weighted coefficient of variation, and what becomes of it when something is missing or at the limit. */
class CoefficientTest {
    /** The published worked example: five primary schools, pupils and books. */
    private static final long[] PUPILS = {45, 37, 89, 76, 55};

    private static final long[] BOOKS = {279, 137, 935, 160, 402};

    private static final Rules BOOKS_ONLY = Rules.of(only(Given.basic(), "books"));

    static List<SchoolInput> books(long[] pupils, long[] books) {
        List<SchoolInput> schools = new ArrayList<>();
        for (int i = 0; i < pupils.length; i++) {
            schools.add(primary("S" + i)
                    .pupils(pupils[i])
                    .fact("books", String.valueOf(books[i]))
                    .build());
        }
        return schools;
    }

    private static IndicatorResult booksOf(List<SchoolInput> schools) {
        return BalanceEngine.evaluate(BOOKS_ONLY, Stage.PRIMARY, schools)
                .indicators()
                .get(0);
    }

    @Test
    void worked_example_of_five_schools() {
        IndicatorResult result = booksOf(books(PUPILS, BOOKS));
        assertEquals(1913.0 / 302, result.mean(), 1e-14);
        assertEquals("3.26", String.format("%.2f", result.standardDeviation()));
        assertEquals("0.52", String.format("%.2f", result.coefficientOfVariation()));
        double check = 0;
        for (int i = 0; i < 5; i++) {
            check += (double) BOOKS[i] * BOOKS[i] / PUPILS[i];
        }
        assertEquals(Math.sqrt(302 * check / (1913.0 * 1913.0) - 1), result.coefficientOfVariation(), 1e-14);
    }

    @Test
    void the_classic_wrong_variants_give_another_answer() {
        double ours = booksOf(books(PUPILS, BOOKS)).coefficientOfVariation();
        assertTrue(Math.abs(ours - wrong(PUPILS, BOOKS, true, false, false)) > 1e-3, "n − 1");
        assertTrue(Math.abs(ours - wrong(PUPILS, BOOKS, false, true, false)) > 1e-3, "unweighted");
        assertTrue(
                Math.abs(ours - wrong(PUPILS, BOOKS, false, false, true)) > 1e-7, "ratios rounded to 2 decimals first");
        assertEquals(ours, wrong(PUPILS, BOOKS, false, false, false), 1e-14, "the right one, computed the plain way");
    }

    private static double wrong(long[] p, long[] a, boolean sample, boolean unweighted, boolean rounded) {
        double weights = 0;
        double sum = 0;
        double[] x = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            x[i] = (double) a[i] / p[i];
            x[i] = rounded ? Math.round(x[i] * 100) / 100.0 : x[i];
            double w = unweighted ? 1 : p[i];
            weights += w;
            sum += w * x[i];
        }
        double mean = sum / weights;
        double squares = 0;
        for (int i = 0; i < p.length; i++) {
            squares += (unweighted ? 1 : p[i]) * (x[i] - mean) * (x[i] - mean);
        }
        double variance = squares / weights;
        return Math.sqrt(sample ? variance * p.length / (p.length - 1) : variance) / mean;
    }

    @Test
    void identity_holds_on_random_counties_and_order_does_not_matter() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(40);
            long[] pupils = random.longs(n, 1, 3000).toArray();
            long[] books = random.longs(n, 0, 90000).toArray();
            books[0]++;
            List<SchoolInput> schools = books(pupils, books);
            IndicatorResult result = booksOf(schools);
            double p = 0;
            double a = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                p += pupils[i];
                a += books[i];
                squares += (double) books[i] * books[i] / pupils[i];
            }
            double cv = result.coefficientOfVariation();
            assertEquals(p * squares / (a * a) - 1, cv * cv, 1e-9);
            Collections.shuffle(schools, random);
            assertEquals(result, booksOf(schools));
        }
    }

    @Test
    void per_hundred_scales_mean_and_deviation_and_leaves_the_coefficient() {
        FrameworkDocument document = only(quality(), "multimediaRooms");
        StageResult result = BalanceEngine.evaluate(
                Rules.of(document),
                Stage.PRIMARY,
                List.of(
                        primary("A").pupils(100).fact("multimediaRooms", "1").build(),
                        primary("B").pupils(100).fact("multimediaRooms", "3").build()));
        IndicatorResult rooms = result.indicators().get(0);
        assertEquals(2.0, rooms.mean(), 1e-15);
        assertEquals(1.0, rooms.standardDeviation(), 1e-15);
        assertEquals(0.5, rooms.coefficientOfVariation(), 1e-15);
        assertEquals(3.0, result.schools().get(1).values().get(0).value());
    }

    @Test
    void a_coefficient_that_prints_like_the_limit_but_exceeds_it_fails() {
        Rules rules = Rules.of(only(quality(), "equipmentValue"));
        IndicatorResult result = BalanceEngine.evaluate(
                        rules,
                        Stage.PRIMARY,
                        List.of(
                                primary("A")
                                        .pupils(1)
                                        .fact("equipmentValue", "1501787")
                                        .build(),
                                primary("B")
                                        .pupils(1)
                                        .fact("equipmentValue", "498213")
                                        .build()))
                .indicators()
                .get(0);
        assertEquals(0.501787, result.coefficientOfVariation(), 1e-12);
        assertEquals("0.50", String.format("%.2f", result.coefficientOfVariation()));
        assertFalse(result.met());
    }

    @Test
    void exactly_the_limit_is_met_and_the_smallest_step_above_is_not() {
        Rules rules = Rules.of(only(quality(), "equipmentValue"));
        assertTrue(evenPair(rules, "3", "1").met(), "CV is exactly 0.5");
        // 1e-17 above: no double can tell
        assertFalse(evenPair(rules, "3.0000000000000001", "1").met());
        assertTrue(evenPair(rules, "2.9999999999999999", "1").met());
    }

    @Test
    void exactly_the_limit_with_figures_doubles_cannot_hold() {
        // CV = 0.45 exactly, in tenths and thirds
        Rules rules = Rules.of(with(only(quality(), "equipmentValue"), "limit.PRIMARY", "0.45"));
        assertTrue(evenPair(rules, "0.145", "0.055").met());
        assertFalse(evenPair(rules, "0.1450000000000000001", "0.055").met());
    }

    private static IndicatorResult evenPair(Rules rules, String a, String b) {
        return BalanceEngine.evaluate(
                        rules,
                        Stage.PRIMARY,
                        List.of(
                                primary("A").pupils(7).fact("equipmentValue", a).build(),
                                primary("B").pupils(7).fact("equipmentValue", b).build()))
                .indicators()
                .get(0);
    }

    @Test
    void nobody_has_any_is_not_computable_and_never_zero() {
        IndicatorResult result = booksOf(books(new long[] {10, 20}, new long[] {0, 0}));
        assertFalse(result.computable());
        assertEquals(NotComputable.MEAN_ZERO, result.reason());
        assertNull(result.coefficientOfVariation());
        assertNull(result.met());
    }

    @Test
    void one_school_has_coefficient_zero_and_a_warning() {
        StageResult result = BalanceEngine.evaluate(BOOKS_ONLY, Stage.PRIMARY, books(new long[] {7}, new long[] {100}));
        assertEquals(0.0, result.indicators().get(0).coefficientOfVariation());
        assertEquals(List.of(Warning.ONE_SCHOOL), result.warnings());
        assertEquals(Verdict.PASS, result.verdict());
    }

    @Test
    void no_school_at_all_withholds_the_verdict() {
        StageResult result = BalanceEngine.evaluate(BOOKS_ONLY, Stage.PRIMARY, List.of());
        assertEquals(NotComputable.NO_SCHOOLS, result.indicators().get(0).reason());
        assertEquals(Verdict.WITHHELD, result.verdict());
    }

    @Test
    void a_missing_figure_blocks_its_indicator_names_the_school_and_leaves_the_others() {
        Rules rules = Rules.of(quality());
        List<SchoolInput> schools = List.of(
                primary("A").pupils(100).rich(Stage.PRIMARY, 1).build(),
                primary("B")
                        .pupils(200)
                        .rich(Stage.PRIMARY, 1)
                        .without("equipmentValue")
                        .build());
        StageResult result = BalanceEngine.evaluate(rules, Stage.PRIMARY, schools);
        IndicatorResult equipment = result.indicators().get(5);
        assertEquals(NotComputable.FACTS_MISSING, equipment.reason());
        assertNull(equipment.coefficientOfVariation());
        assertNull(equipment.mean());
        assertEquals("B", equipment.missingSchools().get(0).code());
        assertEquals("equipmentValue", equipment.missingSchools().get(0).fact());
        assertEquals(
                6,
                result.indicators().stream().filter(IndicatorResult::computable).count());
        assertEquals(Verdict.WITHHELD, result.verdict());
        assertNull(result.schools().get(1).values().get(5).value());
        assertEquals(Verdict.WITHHELD, result.schools().get(1).verdict());
        assertEquals(Verdict.PASS, result.schools().get(0).verdict());
    }

    @Test
    void one_missing_term_of_a_sum_is_missing_not_zero() {
        Rules rules = Rules.of(only(quality(), "sportsArea"));
        StageResult result = BalanceEngine.evaluate(
                rules,
                Stage.PRIMARY,
                List.of(primary("A")
                        .pupils(100)
                        .fact("outdoorSportsArea", "900")
                        .build()));
        assertEquals("indoorSportsArea", result.missing().get(0).fact());
        assertEquals(Verdict.WITHHELD, result.verdict());
    }

    @Test
    void missing_pupils_block_every_indicator_while_no_pupils_only_exclude() {
        Rules rules = Rules.of(quality());
        SchoolInput good = primary("A").pupils(100).rich(Stage.PRIMARY, 1).build();
        StageResult missing = BalanceEngine.evaluate(
                rules,
                Stage.PRIMARY,
                List.of(
                        good,
                        primary("B")
                                .pupils(9)
                                .rich(Stage.PRIMARY, 1)
                                .without("PRIMARY.pupils")
                                .build()));
        assertTrue(missing.indicators().stream().noneMatch(IndicatorResult::computable));
        assertEquals("PRIMARY.pupils", missing.missing().get(0).fact());
        StageResult none = BalanceEngine.evaluate(
                rules, Stage.PRIMARY, List.of(good, primary("B").pupils(0).build()));
        assertEquals(Exclusion.Reason.NO_PUPILS, none.exclusions().get(0).reason());
        assertEquals(Verdict.PASS, none.verdict());
    }
}
