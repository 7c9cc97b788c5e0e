package org.dudao.balance.internal.plan;

import static org.dudao.balance.internal.engine.Given.only;
import static org.dudao.balance.internal.engine.Given.primary;
import static org.dudao.balance.internal.engine.Given.quality;
import static org.dudao.balance.internal.engine.Given.school;
import static org.dudao.balance.internal.engine.Given.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dudao.balance.internal.engine.BalanceEngine;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.engine.Given;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;
import org.junit.jupiter.api.Test;

/** The cheapest plan: permitted indicators, mixed schools, the composite; small cases against brute force. */
class PlannerTest {

    private static boolean passes(Rules rules, List<SchoolInput> schools) {
        return Rules.STAGES.stream().allMatch(stage -> {
            StageResult result = BalanceEngine.evaluate(rules, stage, schools);
            return result.schools().isEmpty() || result.verdict() == Verdict.PASS;
        });
    }

    /** Least bill of all plans with at most {@code most} units at each site, by trying them all; not whole when none is that cheap. */
    private static double bruteForce(
            Rules rules, List<SchoolInput> schools, List<WhatIf.Change> sites, double[] cost, int most) {
        // what costs more than `most` of the cheapest units could hide a plan with more units than are tried
        double trusted = (most + 1) * java.util.Arrays.stream(cost).min().orElseThrow() + 0.5;
        return cheapest(rules, schools, sites, cost, most, 0, 0, trusted);
    }

    private static double cheapest(
            Rules rules,
            List<SchoolInput> schools,
            List<WhatIf.Change> sites,
            double[] cost,
            int most,
            int at,
            double spent,
            double best) {
        if (spent >= best) {
            return best;
        }
        if (at == sites.size()) {
            return passes(rules, schools) ? spent : best;
        }
        WhatIf.Change site = sites.get(at);
        List<SchoolInput> changed = schools;
        for (int units = 0; units <= most && spent + units * cost[at] < best; units++) {
            best = cheapest(rules, changed, sites, cost, most, at + 1, spent + units * cost[at], best);
            changed = changed.stream()
                    .map(s -> s.id().equals(site.schoolId())
                            ? s.plus(Planner.factKey(site.fact(), site.stage()), site.amount())
                            : s)
                    .toList();
        }
        return best;
    }

    @Test
    void mixed_schools_small_cases_equal_brute_force() {
        FrameworkDocument document = only(quality(), "multimediaRooms");
        document = with(document, "schoolRule.required", "0");
        document = with(document, "schoolRule.floorShare", "0");
        document = with(document, "plan.cost.multimediaRooms", "1");
        Rules rules = Rules.of(document);
        Random random = new Random(99);
        int equal = 0;
        int cases = 0;
        for (int round = 0; round < 150; round++) {
            List<SchoolInput> schools = new ArrayList<>();
            List<WhatIf.Change> sites = new ArrayList<>();
            SchoolKind[] kinds = {SchoolKind.NINE_YEAR, SchoolKind.PRIMARY, SchoolKind.JUNIOR, SchoolKind.NINE_YEAR};
            for (int i = 0; i < 4; i++) {
                Given.School school = school("S" + i, kinds[i]);
                for (Stage stage : kinds[i].stages()) {
                    school.pupils(stage, 50 + random.nextInt(300));
                }
                schools.add(school.fact("multimediaRooms", String.valueOf(random.nextInt(7) + (i == 1 ? 4 : 0)))
                        .build());
                sites.add(new WhatIf.Change("S" + i, "multimediaRooms", null, BigDecimal.ONE));
            }
            double best = bruteForce(rules, schools, sites, new double[] {1, 1, 1, 1}, 8);
            if (best == 0 || best != Math.rint(best)) {
                continue;
            }
            Proposal plan = Planner.propose(rules, schools, Map.of());
            assertTrue(plan.bill().doubleValue() >= best, "cheaper than everything possible");
            cases++;
            equal += plan.bill().doubleValue() == best ? 1 : 0;
        }
        assertTrue(cases > 40, "cases " + cases);
        assertEquals(cases, equal);
    }

    @Test
    void permitted_indicator_and_thresholds_together_match_brute_force() {
        FrameworkDocument document = only(quality(), "multimediaRooms", "backboneTeachers", "peArtTeachers");
        document = with(document, "schoolRule.required", "2");
        document = with(document, "plan.cost.multimediaRooms", "7");
        document = with(document, "plan.cost.backboneTeachers", "5");
        document = with(document, "plan.cost.peArtTeachers", "4");
        Rules rules = Rules.of(document);
        Random random = new Random(3);
        int equal = 0;
        int cases = 0;
        for (int round = 0; round < 120; round++) {
            List<SchoolInput> schools = new ArrayList<>();
            List<WhatIf.Change> sites = new ArrayList<>();
            double[] cost = new double[6];
            for (int i = 0; i < 2; i++) {
                schools.add(primary("S" + i)
                        .pupils(100 + random.nextInt(200))
                        .fact("multimediaRooms", String.valueOf(1 + random.nextInt(5)))
                        .fact("PRIMARY.backboneTeachers", String.valueOf(random.nextInt(4)))
                        .fact("PRIMARY.peArtTeachers", String.valueOf(random.nextInt(4)))
                        .build());
                sites.add(new WhatIf.Change("S" + i, "multimediaRooms", null, BigDecimal.ONE));
                sites.add(new WhatIf.Change("S" + i, "backboneTeachers", Stage.PRIMARY, BigDecimal.ONE));
                sites.add(new WhatIf.Change("S" + i, "peArtTeachers", Stage.PRIMARY, BigDecimal.ONE));
                System.arraycopy(new double[] {7, 5, 4}, 0, cost, i * 3, 3);
            }
            double best = bruteForce(rules, schools, sites, cost, 7);
            if (best == 0 || best != Math.rint(best)) {
                continue;
            }
            cases++;
            double bill = Planner.propose(rules, schools, Map.of()).bill().doubleValue();
            assertTrue(bill >= best, "cheaper than everything possible");
            equal += bill == best ? 1 : 0;
        }
        assertTrue(cases > 20, "cases " + cases);
        assertEquals(cases, equal);
    }

    @Test
    void the_composite_of_2012_equals_brute_force_on_small_cases() {
        FrameworkDocument document = only(Given.basic(), "computers", "teachers");
        document = with(document, "plan.cost.computers", "1");
        document = with(document, "plan.cost.teachers", "3");
        document = with(document, "limit.PRIMARY", "0.3");
        Rules rules = Rules.of(document);
        Random random = new Random(12);
        int cases = 0;
        int equal = 0;
        for (int round = 0; round < 60; round++) {
            List<SchoolInput> schools = new ArrayList<>();
            List<WhatIf.Change> sites = new ArrayList<>();
            double[] cost = new double[6];
            for (int i = 0; i < 3; i++) {
                schools.add(primary("S" + i)
                        .pupils(100 + random.nextInt(300))
                        .fact("computers", String.valueOf(2 + random.nextInt(12)))
                        .fact("PRIMARY.teachers", String.valueOf(2 + random.nextInt(12)))
                        .build());
                sites.add(new WhatIf.Change("S" + i, "computers", null, BigDecimal.ONE));
                sites.add(new WhatIf.Change("S" + i, "teachers", Stage.PRIMARY, BigDecimal.ONE));
                cost[i * 2] = 1;
                cost[i * 2 + 1] = 3;
            }
            double best = bruteForce(rules, schools, sites, cost, 11);
            if (best == 0 || best != Math.rint(best)) {
                continue;
            }
            cases++;
            double bill = Planner.propose(rules, schools, Map.of()).bill().doubleValue();
            assertTrue(bill >= best, "cheaper than everything possible");
            equal += bill == best ? 1 : 0;
        }
        assertTrue(cases > 20, "cases " + cases);
        assertEquals(cases, equal);
    }

    private static List<SchoolInput> county(int n, long seed) {
        Random random = new Random(seed);
        List<SchoolInput> schools = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            SchoolKind kind = i % 5 == 0 ? SchoolKind.NINE_YEAR : i % 5 == 1 ? SchoolKind.JUNIOR : SchoolKind.PRIMARY;
            Given.School school = school(String.format("S%03d", i), kind);
            for (Stage stage : kind.stages()) {
                school.pupils(stage, 60 + random.nextInt(900));
            }
            for (Stage stage : kind.stages()) {
                school.rich(stage, Math.round((0.25 + random.nextDouble()) * 100) / 100.0);
            }
            schools.add(school.build());
        }
        return schools;
    }

    @Test
    void a_whole_county_passes_after_the_plan_in_both_frameworks() {
        for (FrameworkDocument document :
                List.of(quality(), with(with(Given.basic(), "limit.PRIMARY", "0.2"), "limit.JUNIOR", "0.2"))) {
            Rules rules = Rules.of(document);
            Proposal plan = Planner.propose(rules, county(100, 1), Map.of());
            assertTrue(plan.before().stream().anyMatch(s -> s.verdict() == Verdict.FAIL));
            assertTrue(plan.after().stream().allMatch(s -> s.verdict() == Verdict.PASS));
            BigDecimal sum = plan.additions().stream()
                    .map(Proposal.ProposedAddition::cost)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, sum.compareTo(plan.bill()));
            Map<String, BigDecimal> steps = rules.steps();
            assertTrue(plan.additions().stream()
                    .allMatch(a -> a.amount().remainder(steps.get(a.fact())).signum() == 0));
            assertEquals(plan, Planner.propose(rules, county(100, 1), Map.of()), "deterministic");
        }
    }

    @Test
    void a_county_that_passes_needs_nothing() {
        Proposal plan = Planner.propose(
                Rules.of(quality()),
                List.of(primary("A").pupils(100).rich(Stage.PRIMARY, 1).build()),
                Map.of());
        assertTrue(plan.additions().isEmpty());
        assertEquals(0, plan.bill().signum());
    }

    @Test
    void the_permitted_indicator_is_the_one_that_saves_most() {
        // rooms just under (85 % reached), teachers just under: leaving the dearer one saves more
        SchoolInput school = primary("A")
                .pupils(100)
                .rich(Stage.PRIMARY, 1)
                .fact("multimediaRooms", "2")
                .fact("PRIMARY.teachersAboveDegree", "4")
                .build();
        Rules dearRooms = Rules.of(quality());
        Map<String, BigDecimal> rooms = Map.of("multimediaRooms", new BigDecimal("900000"));
        Proposal plan = Planner.propose(dearRooms, List.of(school), rooms);
        assertEquals(List.of("multimediaRooms"), plan.permitted().get(0).indicators());
        assertEquals("teachersAboveDegree", plan.additions().get(0).fact());
        Map<String, BigDecimal> cheap = Map.of("multimediaRooms", new BigDecimal("9"));
        assertEquals(
                List.of("teachersAboveDegree"),
                Planner.propose(dearRooms, List.of(school), cheap)
                        .permitted()
                        .get(0)
                        .indicators());
    }

    @Test
    void an_indicator_that_evenness_raises_anyway_is_not_the_one_to_leave() {
        FrameworkDocument document = only(quality(), "multimediaRooms", "peArtTeachers");
        document = with(document, "schoolRule.required", "1");
        document = with(document, "limit.PRIMARY", "0.05");
        document = with(document, "plan.cost.multimediaRooms", "10");
        document = with(document, "plan.cost.peArtTeachers", "25");
        Rules rules = Rules.of(document);
        List<SchoolInput> schools = new ArrayList<>();
        List<WhatIf.Change> sites = new ArrayList<>();
        for (String[] each : new String[][] {{"A", "12"}, {"B", "23"}}) {
            schools.add(primary(each[0])
                    .pupils(1000)
                    .fact("multimediaRooms", each[1])
                    .fact("PRIMARY.peArtTeachers", "8")
                    .build());
            sites.add(new WhatIf.Change(each[0], "multimediaRooms", null, BigDecimal.ONE));
            sites.add(new WhatIf.Change(each[0], "peArtTeachers", Stage.PRIMARY, BigDecimal.ONE));
        }
        // by thresholds alone A would leave its rooms (30 saved against 25), but evenness asks for them
        Proposal plan = Planner.propose(rules, schools, Map.of());
        assertEquals(110, plan.bill().intValueExact());
        assertEquals(110.0, bruteForce(rules, schools, sites, new double[] {10, 25, 10, 25}, 12));
    }

    @Test
    void where_a_share_of_the_schools_is_enough_the_dearest_is_left_out() {
        List<SchoolInput> schools = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            schools.add(primary("S" + i)
                    .pupils(100)
                    .rich(Stage.PRIMARY, i == 0 ? 0.4 : 1)
                    .build());
        }
        Rules rules = Rules.of(with(quality(), "county.passShare", "0.9"));
        Proposal plan = Planner.propose(rules, schools, Map.of());
        assertTrue(plan.additions().isEmpty());
        assertFalse(Planner.propose(Rules.of(quality()), schools, Map.of())
                .additions()
                .isEmpty());
    }

    @Test
    void missing_figures_make_no_plan_and_are_named() {
        NotPlannable refused = assertThrows(
                NotPlannable.class,
                () -> Planner.propose(
                        Rules.of(quality()),
                        List.of(primary("A")
                                .pupils(1)
                                .rich(Stage.PRIMARY, 1)
                                .without("multimediaRooms")
                                .build()),
                        Map.of()));
        assertEquals("multimediaRooms", refused.missing().get(0).fact());
    }

    @Test
    void own_additions_show_what_moves_at_once() {
        SchoolInput poor = primary("A")
                .pupils(100)
                .rich(Stage.PRIMARY, 1)
                .fact("multimediaRooms", "1")
                .build();
        Rules rules = Rules.of(quality());
        WhatIf.Outcome outcome = WhatIf.evaluate(
                rules,
                List.of(poor, primary("B").pupils(100).rich(Stage.PRIMARY, 1).build()),
                List.of(new WhatIf.Change("A", "multimediaRooms", null, BigDecimal.valueOf(2))));
        assertEquals(Verdict.FAIL, outcome.moved().get(0).verdictBefore());
        assertEquals(Verdict.PASS, outcome.moved().get(0).verdictAfter());
        assertEquals("A", outcome.moved().get(0).newlyPassing().get(0).code());
        assertThrows(
                IllegalArgumentException.class,
                () -> WhatIf.evaluate(
                        rules, List.of(poor), List.of(new WhatIf.Change("Z", "books", null, BigDecimal.ONE))));
    }
}
