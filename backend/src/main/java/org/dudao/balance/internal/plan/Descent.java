package org.dudao.balance.internal.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Search for cheap whole-unit additions where units serve two stages or the limit is on a mean of coefficients.
 *
 * <p>Steepest descent of the excess over the limits per 元, first in chunks, then unit by unit; then every unit that can go
 * goes, and two units are exchanged for one where that suffices. Where units serve one stage and one indicator this takes
 * the same steps as the exact greedy of {@link WaterFilling}; elsewhere it is a heuristic. It never returns an infeasible
 * plan.
 */
final class Descent {
    private static final int MAX_STEPS = 400_000;
    private static final int MAX_EXCHANGE_SITES = 200;
    private static final int MAX_PASSES = 40;
    private static final int FINE = 40;
    private static final int COARSE = 2;
    /** fine chunks where sites are few; a large county gets its answer in seconds, not minutes */
    private static final int EFFORT = 3000;

    private final List<Field> fields;
    private final boolean composite;
    private final int[][] units;
    private final int[][] lower;
    /** by field and stage */
    private final double[][] total;

    private final double[][] amount;
    private final double[][] squares;
    private final double[][] current;

    /**
     * @param composite one limit for the mean of the fields' coefficients, else one for each
     * @param lower units at each site that the thresholds ask for, by field
     */
    Descent(List<Field> fields, boolean composite, int[][] lower) {
        this.fields = fields;
        this.composite = composite;
        this.lower = lower;
        this.units = new int[fields.size()][];
        this.total = new double[fields.size()][2];
        this.amount = new double[fields.size()][2];
        this.squares = new double[fields.size()][2];
        this.current = new double[fields.size()][2];
        for (int f = 0; f < fields.size(); f++) {
            units[f] = lower[f].clone();
            sum(f);
        }
    }

    private void sum(int f) {
        Field field = fields.get(f);
        double[][] a = {field.amounts[0].clone(), field.amounts[1].clone()};
        for (int i = 0; i < field.sites.size(); i++) {
            Field.Site site = field.sites.get(i);
            for (int s = 0; s < 2; s++) {
                if (site.row()[s] >= 0) {
                    a[s][site.row()[s]] += units[f][i] * field.stepAmount * site.share()[s];
                }
            }
        }
        for (int s = 0; s < 2; s++) {
            total[f][s] = 0;
            amount[f][s] = 0;
            squares[f][s] = 0;
            for (int r = 0; r < a[s].length; r++) {
                total[f][s] += field.pupils[s][r];
                amount[f][s] += a[s][r];
                squares[f][s] += a[s][r] * a[s][r] / field.pupils[s][r];
            }
            current[f][s] = coefficient(total[f][s], amount[f][s], squares[f][s]);
        }
    }

    private static double coefficient(double p, double a, double q) {
        // no rows: nothing to hold against the limit; rows without anything: worse than any county
        return p == 0 ? 0 : a <= 0 ? 1e6 : Math.sqrt(Math.max(0, p * q * (1 + WaterFilling.SAFE) / (a * a) - 1));
    }

    /** The excess over the limits, given the coefficients of one field replaced. */
    private double excess(int replaced, double first, double second) {
        double sum = 0;
        for (int s = 0; s < 2; s++) {
            double limit = fields.get(0).limits[s];
            double mean = 0;
            for (int f = 0; f < fields.size(); f++) {
                double cv = f == replaced ? (s == 0 ? first : second) : current[f][s];
                if (!composite) {
                    sum += Math.max(0, cv - limit);
                }
                mean += cv;
            }
            if (composite) {
                sum += Math.max(0, mean / fields.size() - limit);
            }
        }
        return sum;
    }

    private double excess() {
        return excess(-1, 0, 0);
    }

    /** The coefficient of a stage when {@code count} units more are at a site. */
    private double after(int f, int site, int s, int count) {
        Field field = fields.get(f);
        Field.Site at = field.sites.get(site);
        if (at.row()[s] < 0) {
            return current[f][s];
        }
        int row = at.row()[s];
        double share = at.share()[s] * field.stepAmount;
        double has = field.amounts[s][row] + units[f][site] * share;
        double delta = count * share;
        return coefficient(
                total[f][s], amount[f][s] + delta, squares[f][s] + delta * (2 * has + delta) / field.pupils[s][row]);
    }

    private double excessAfter(int f, int site, int count) {
        return excess(f, after(f, site, 0, count), after(f, site, 1, count));
    }

    private void add(int f, int site, int count) {
        Field field = fields.get(f);
        Field.Site at = field.sites.get(site);
        for (int s = 0; s < 2; s++) {
            if (at.row()[s] >= 0) {
                double share = at.share()[s] * field.stepAmount;
                double has = field.amounts[s][at.row()[s]] + units[f][site] * share;
                double delta = count * share;
                amount[f][s] += delta;
                squares[f][s] += delta * (2 * has + delta) / field.pupils[s][at.row()[s]];
                current[f][s] = coefficient(total[f][s], amount[f][s], squares[f][s]);
            }
        }
        units[f][site] += count;
    }

    /**
     * @param thorough begin with finer chunks and exchange units in the end, which costs time
     * @return units by field and site
     * @throws IllegalStateException when no feasible plan is found
     */
    int[][] search(boolean thorough) {
        int sites = fields.stream().mapToInt(f -> f.sites.size()).sum();
        int divisor = thorough ? Math.max(COARSE, Math.min(FINE, EFFORT / sites)) : COARSE;
        int[] chunk = new int[fields.size()];
        for (int f = 0; f < chunk.length; f++) {
            Field field = fields.get(f);
            double all = Math.max(amount[f][0], amount[f][1]) / field.stepAmount;
            chunk[f] = Integer.highestOneBit(
                    (int) Math.min(1 << 20, Math.max(1, all / ((double) divisor * field.sites.size()))));
        }
        // a chunk may lift a school above the level all will reach in the end; so chunks halve as the excess does, and
        // what a coarse phase put too high the finer ones still fill up to
        double halveAt = excess() / 2;
        int steps = 0;
        while (excess() > 0) {
            if (++steps > MAX_STEPS) {
                throw new IllegalStateException("no plan within " + MAX_STEPS + " steps");
            }
            boolean single = Arrays.stream(chunk).allMatch(c -> c == 1);
            int[] best = steepest(chunk);
            double then = excessAfter(best[0], best[1], chunk[best[0]]);
            if (!single && then <= halveAt) {
                halveAt /= 2;
                for (int f = 0; f < chunk.length; f++) {
                    chunk[f] = Math.max(1, chunk[f] / 2);
                }
            } else {
                add(best[0], best[1], chunk[best[0]]);
            }
        }
        for (int f = 0; f < fields.size(); f++) {
            sum(f);
        }
        trim();
        for (int pass = 0; thorough && pass < MAX_PASSES && exchange(); pass++) {
            trim();
        }
        return units;
    }

    private int[] steepest(int[] chunk) {
        double before = excess();
        int[] best = {0, 0};
        double most = Double.NEGATIVE_INFINITY;
        for (int f = 0; f < fields.size(); f++) {
            double cost = chunk[f] * fields.get(f).unitCost;
            for (int i = 0; i < fields.get(f).sites.size(); i++) {
                double gain = (before - excessAfter(f, i, chunk[f])) / cost;
                if (gain > most) {
                    most = gain;
                    best = new int[] {f, i};
                }
            }
        }
        return best;
    }

    /** Takes away what is not needed, the dearest first. */
    private void trim() {
        List<Integer> order = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            order.add(f);
        }
        order.sort(Comparator.comparingDouble((Integer f) -> -fields.get(f).unitCost));
        for (int f : order) {
            for (int i = 0; i < units[f].length; i++) {
                int spare = units[f][i] - lower[f][i];
                int chunk = Integer.highestOneBit(Math.max(1, spare));
                while (chunk >= 1 && spare > 0) {
                    if (chunk <= spare && excessAfter(f, i, -chunk) <= 0) {
                        add(f, i, -chunk);
                        spare -= chunk;
                    } else {
                        chunk /= 2;
                    }
                }
            }
        }
    }

    /** Two units of one field for one elsewhere in it; true when that saved something. */
    private boolean exchange() {
        for (int f = 0; f < fields.size(); f++) {
            int n = units[f].length;
            if (n > MAX_EXCHANGE_SITES) {
                continue;
            }
            for (int i = 0; i < n; i++) {
                if (units[f][i] <= lower[f][i]) {
                    continue;
                }
                add(f, i, -1);
                for (int j = i; j < n; j++) {
                    if (units[f][j] <= lower[f][j]) {
                        continue;
                    }
                    add(f, j, -1);
                    for (int k = 0; k < n; k++) {
                        if (k != i && k != j && excessAfter(f, k, 1) <= 0) {
                            add(f, k, 1);
                            sum(f);
                            if (excess() <= 0) {
                                return true;
                            }
                            add(f, k, -1);
                        }
                    }
                    add(f, j, 1);
                }
                add(f, i, 1);
            }
            sum(f);
        }
        return false;
    }
}
