package org.dudao.balance.internal.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The least addition at equal unit cost, held against brute force. */
class WaterFillingTest {

    private static boolean within(double[] p, double[] a, int[] units, double step, double limit) {
        double pupils = 0;
        double amount = 0;
        double squares = 0;
        for (int i = 0; i < p.length; i++) {
            double has = a[i] + units[i] * step;
            pupils += p[i];
            amount += has;
            squares += has * has / p[i];
        }
        return WaterFilling.within(pupils, amount, squares, limit);
    }

    /** The least number of units of any feasible plan, by trying them all. */
    private static int bruteForce(double[] p, double[] a, double step, double limit) {
        for (int total = 0; ; total++) {
            if (anyFeasible(p, a, step, limit, new int[p.length], 0, total)) {
                return total;
            }
        }
    }

    private static boolean anyFeasible(
            double[] p, double[] a, double step, double limit, int[] units, int at, int left) {
        if (at == units.length - 1) {
            units[at] = left;
            return within(p, a, units, step, limit);
        }
        for (int here = 0; here <= left; here++) {
            units[at] = here;
            if (anyFeasible(p, a, step, limit, units, at + 1, left - here)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whole_units_are_as_few_as_brute_force_finds() {
        Random random = new Random(20170419);
        int needed = 0;
        for (int round = 0; round < 600; round++) {
            int n = 2 + random.nextInt(3);
            double[] p = random.doubles(n, 20, 400).map(Math::rint).toArray();
            double[] a = random.doubles(n, 0, 12).map(Math::rint).toArray();
            double limit = 0.15 + random.nextDouble() * 0.4;
            if (bruteForceTooLong(p, a, limit)) {
                continue;
            }
            int[] units = new WaterFilling(p, a, limit).units(1);
            assertTrue(within(p, a, units, 1, limit));
            assertEquals(
                    bruteForce(p, a, 1, limit),
                    Arrays.stream(units).sum(),
                    () -> Arrays.toString(p) + Arrays.toString(a));
            needed += Arrays.stream(units).sum() > 0 ? 1 : 0;
        }
        assertTrue(needed > 200, "the cases must ask for something");
    }

    private static boolean bruteForceTooLong(double[] p, double[] a, double limit) {
        return new WaterFilling(p, a, limit).leastAmount() > 25;
    }

    @Test
    void the_continuous_level_is_below_every_whole_unit_plan_and_brings_the_coefficient_to_its_limit() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            int n = 2 + random.nextInt(30);
            double[] p = random.doubles(n, 20, 3000).toArray();
            double[] a = random.doubles(n, 0, 9000).toArray();
            WaterFilling water = new WaterFilling(p, a, 0.3);
            double level = water.level();
            double amount = 0;
            double squares = 0;
            double pupils = 0;
            for (int i = 0; i < n; i++) {
                double raised = Math.max(a[i], level * p[i]);
                pupils += p[i];
                amount += raised;
                squares += raised * raised / p[i];
            }
            double cv = Math.sqrt(pupils * squares / (amount * amount) - 1);
            assertTrue(cv <= 0.3 + 1e-9);
            assertTrue(level == 0 || Math.abs(cv - 0.3) < 1e-6, "not a bit more than needed: " + cv);
            int[] units = water.units(10);
            assertTrue(Arrays.stream(units).sum() * 10.0 >= water.leastAmount() - 1e-6);
            assertTrue(Arrays.stream(units).sum() * 10.0 <= water.leastAmount() + 10.0 * n + 10);
        }
    }

    @Test
    void no_other_way_to_spend_the_continuous_amount_is_as_even() {
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            double[] p = random.doubles(4, 50, 500).toArray();
            double[] a = random.doubles(4, 0, 2000).toArray();
            WaterFilling water = new WaterFilling(p, a, 0.2);
            double least = water.leastAmount() * 0.999;
            double[] weights = random.doubles(4, 0, 1).toArray();
            double sum = Arrays.stream(weights).sum();
            double amount = 0;
            double squares = 0;
            for (int i = 0; i < 4; i++) {
                double has = a[i] + least * weights[i] / sum;
                amount += has;
                squares += has * has / p[i];
            }
            if (least > 0) {
                assertTrue(!WaterFilling.within(Arrays.stream(p).sum(), amount, squares, 0.2));
            }
        }
    }

    @Test
    void nothing_is_added_where_nothing_is_needed() {
        assertArrayEquals(new int[2], new WaterFilling(new double[] {10, 10}, new double[] {5, 5}, 0.45).units(1));
        assertEquals(0, new WaterFilling(new double[] {10, 10}, new double[] {5, 5}, 0.45).level());
    }

    @Test
    void a_county_without_anything_gets_something_everywhere() {
        int[] units = new WaterFilling(new double[] {10, 10}, new double[] {0, 0}, 0.45).units(1);
        assertArrayEquals(new int[] {1, 1}, units);
    }
}
