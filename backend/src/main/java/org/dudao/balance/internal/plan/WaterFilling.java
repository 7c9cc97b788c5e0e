package org.dudao.balance.internal.plan;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The least addition for one indicator in one stage when every unit costs the same and serves one school: exact, by the
 * argument of the package documentation.
 */
public final class WaterFilling {
    /** relative slack that keeps a plan on the safe side of rounding; worth far less than a unit */
    static final double SAFE = 1e-13;

    private static final int MAX_UNITS = 5_000_000;

    private final double[] pupils;
    private final double[] start;
    private final double limit;
    private final double total;

    /**
     * @param pupils p, all positive
     * @param start amounts already there, thresholds included
     * @param limit of the coefficient of variation, positive
     */
    public WaterFilling(double[] pupils, double[] start, double limit) {
        this.pupils = pupils.clone();
        this.start = start.clone();
        this.limit = limit;
        double sum = 0;
        for (double p : pupils) {
            sum += p;
        }
        this.total = sum;
    }

    /** CV ≤ L for sums A = Σa and Q = Σa²/p; nothing at all (A = 0) has no coefficient and is not within any limit. */
    static boolean within(double pupils, double amount, double squares, double limit) {
        return amount > 0 && pupils * squares <= (1 + limit * limit) * amount * amount * (1 - SAFE);
    }

    private boolean within(double[] amounts) {
        double a = 0;
        double q = 0;
        for (int i = 0; i < amounts.length; i++) {
            a += amounts[i];
            q += amounts[i] * amounts[i] / pupils[i];
        }
        return within(total, a, q, limit);
    }

    private double[] raisedTo(double level) {
        double[] amounts = start.clone();
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Math.max(amounts[i], level * pupils[i]);
        }
        return amounts;
    }

    /** The common level, in amount per pupil, the lowest schools are raised to; 0 when nothing need be added. */
    public double level() {
        if (within(start)) {
            return 0;
        }
        double low = 0;
        double high = 0;
        for (int i = 0; i < start.length; i++) {
            high = Math.max(high, start[i] / pupils[i]);
        }
        if (high == 0) {
            return 0;
        }
        for (int round = 0; round < 200 && high - low > 1e-15 * high; round++) {
            double middle = (low + high) / 2;
            if (within(raisedTo(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The least amount in all when amounts need not be whole: a lower bound of every plan. */
    public double leastAmount() {
        double level = level();
        double sum = 0;
        double[] raised = raisedTo(level);
        for (int i = 0; i < raised.length; i++) {
            sum += raised[i] - start[i];
        }
        return sum;
    }

    /**
     * The least number of whole units of size {@code step}, and at which schools.
     *
     * @return units by school
     * @throws IllegalStateException when more than five million units would be needed
     */
    public int[] units(double step) {
        int n = start.length;
        int[] units = new int[n];
        double[] amounts = start.clone();
        if (within(amounts)) {
            return units;
        }
        double least = leastAmount() / step;
        if (least > MAX_UNITS) {
            throw new IllegalStateException("more than " + MAX_UNITS + " units");
        }
        fillBelow(marginalLevel((int) Math.floor(least), step), step, units);
        double a = 0;
        double q = 0;
        for (int i = 0; i < n; i++) {
            amounts[i] = start[i] + units[i] * step;
            a += amounts[i];
            q += amounts[i] * amounts[i] / pupils[i];
        }
        PriorityQueue<Integer> next =
                new PriorityQueue<>(Comparator.<Integer>comparingDouble(i -> marginal(i, units[i], step))
                        .thenComparing(i -> i));
        for (int i = 0; i < n; i++) {
            next.add(i);
        }
        long added = 0;
        while (!within(total, a, q, limit)) {
            if (++added > MAX_UNITS) {
                throw new IllegalStateException("more than " + MAX_UNITS + " units");
            }
            int i = next.remove();
            q += marginal(i, units[i], step);
            a += step;
            units[i]++;
            next.add(i);
        }
        return units;
    }

    /** Growth of Σ a²/p by one more unit at school {@code i}. */
    private double marginal(int i, int has, double step) {
        return step * (2 * (start[i] + has * step) + step) / pupils[i];
    }

    /** The highest marginal below which no more than {@code count} units lie. */
    private double marginalLevel(int count, double step) {
        double low = 0;
        double high = 1;
        while (countBelow(high, step) <= count) {
            high *= 2;
        }
        for (int round = 0; round < 200 && high - low > 1e-15 * high; round++) {
            double middle = (low + high) / 2;
            if (countBelow(middle, step) <= count) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double countBelow(double level, double step) {
        double count = 0;
        for (int i = 0; i < start.length; i++) {
            count += unitsBelow(i, level, step);
        }
        return count;
    }

    private double unitsBelow(int i, double level, double step) {
        double most = (level * pupils[i] / step - step) / 2 - start[i];
        return most < 0 ? 0 : Math.floor(most / step) + 1;
    }

    private void fillBelow(double level, double step, int[] units) {
        for (int i = 0; i < units.length; i++) {
            // one less than computed: rounding at the edge must not give a unit the optimum does not have
            units[i] = (int) Math.max(0, unitsBelow(i, level, step) - 1);
        }
    }
}
