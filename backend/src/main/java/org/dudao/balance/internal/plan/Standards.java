package org.dudao.balance.internal.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dudao.balance.internal.engine.Fraction;
import org.dudao.balance.internal.engine.Row;
import org.dudao.balance.internal.engine.Rules;

/**
 * What the school standard asks for, in units, and which indicators each school had better leave to the floor.
 *
 * <p>A row must reach k of its n thresholds and the floor of the rest, so it may leave n − k. The choice is made for a
 * school as a whole: a shared resource of a mixed school is bought once for the larger of its two needs. All choices of
 * both stages are tried ({@code C(n, k)²}, 49 in the 2017 framework), which is exact as long as evenness asks for nothing
 * more; {@link Planner} then improves on it where it does.
 */
final class Standards {
    private final Rules rules;
    private final List<Field> fields;
    private final List<List<Row>> rows;
    /** units by field, site, stage: to the threshold, to the floor */
    private final int[][][] full;

    private final int[][][] floor;
    /** sets of indicators that may be left, as bits, by stage */
    private final int[][] choices;
    /** chosen set by stage and row; −1 leaves the row out altogether */
    private final int[][] chosen;

    Standards(Rules rules, List<Field> fields, List<List<Row>> rows) {
        this.rules = rules;
        this.fields = fields;
        this.rows = rows;
        full = needs(BigDecimal.ONE);
        floor = needs(rules.floorShare());
        choices = new int[2][];
        chosen = new int[2][];
        for (int s = 0; s < 2; s++) {
            choices[s] = subsets(s);
            chosen[s] = new int[rows.get(s).size()];
        }
        leaveOut();
        chooseAll();
    }

    private int[][][] needs(BigDecimal share) {
        int[][][] units = new int[fields.size()][][];
        for (int f = 0; f < units.length; f++) {
            Field field = fields.get(f);
            int per = rules.indicators().get(f).per();
            units[f] = new int[field.sites.size()][2];
            for (int i = 0; i < units[f].length; i++) {
                Field.Site site = field.sites.get(i);
                for (int s = 0; s < 2; s++) {
                    BigDecimal threshold = rules.threshold(f, Rules.STAGES.get(s));
                    if (site.row()[s] >= 0 && threshold != null) {
                        Fraction wanted = Fraction.of(threshold.multiply(share));
                        units[f][i][s] = field.unitsToReach(site, s, rows.get(s).get(site.row()[s]), per, wanted);
                    }
                }
            }
        }
        return units;
    }

    /** The largest sets a row may leave: n − k of the indicators that have a threshold. */
    private int[] subsets(int s) {
        List<Integer> set = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            if (rules.threshold(f, Rules.STAGES.get(s)) != null) {
                set.add(f);
            }
        }
        int leave = Math.max(0, set.size() - rules.requiredIndicators());
        List<Integer> found = new ArrayList<>();
        for (int bits = 0; bits < 1 << set.size(); bits++) {
            if (Integer.bitCount(bits) == leave) {
                int mask = 0;
                for (int b = 0; b < set.size(); b++) {
                    mask |= (bits >> b & 1) << set.get(b);
                }
                found.add(mask);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] choices(int stage) {
        return choices[stage];
    }

    int chosen(int stage, int row) {
        return chosen[stage][row];
    }

    void choose(int stage, int row, int mask) {
        chosen[stage][row] = mask;
    }

    boolean leftOut(int stage, int row) {
        return chosen[stage][row] == -1;
    }

    private int need(int f, int site, int s, int mask) {
        if (mask == -1 || fields.get(f).sites.get(site).row()[s] < 0) {
            return 0;
        }
        return (mask >> f & 1) == 1 ? floor[f][site][s] : full[f][site][s];
    }

    /** Units the chosen standards ask for at each site of a field. */
    int[] lower(int f) {
        List<Field.Site> sites = fields.get(f).sites;
        int[] lower = new int[sites.size()];
        for (int i = 0; i < lower.length; i++) {
            for (int s = 0; s < 2; s++) {
                int row = sites.get(i).row()[s];
                if (row >= 0) {
                    lower[i] = Math.max(lower[i], need(f, i, s, chosen[s][row]));
                }
            }
        }
        return lower;
    }

    /** True when leaving {@code f} to the floor lets the row buy less of it. */
    boolean saves(int f, int s, int row) {
        return siteOf(f, s, row) >= 0 && floor[f][siteOf(f, s, row)][s] < full[f][siteOf(f, s, row)][s];
    }

    private int siteOf(int f, int s, int row) {
        List<Field.Site> sites = fields.get(f).sites;
        for (int i = 0; i < sites.size(); i++) {
            if (sites.get(i).row()[s] == row) {
                return i;
            }
        }
        return -1;
    }

    private double costAlone(int s, int row, int mask, int[] siteByField) {
        double cost = 0;
        for (int f = 0; f < fields.size(); f++) {
            cost += fields.get(f).unitCost * need(f, siteByField[f], s, mask);
        }
        return cost;
    }

    private int[] sitesOf(int s, int row) {
        int[] sites = new int[fields.size()];
        for (int f = 0; f < sites.length; f++) {
            sites[f] = siteOf(f, s, row);
        }
        return sites;
    }

    /** Where a share of the schools is enough, the dearest need not reach the standard. */
    private void leaveOut() {
        for (int s = 0; s < 2; s++) {
            int n = rows.get(s).size();
            if (!rules.judgesSchools(Rules.STAGES.get(s)) || n == 0) {
                Arrays.fill(chosen[s], choices[s].length == 0 ? 0 : choices[s][0]);
                continue;
            }
            int needed = rules.passShare()
                    .multiply(BigDecimal.valueOf(n))
                    .setScale(0, java.math.RoundingMode.CEILING)
                    .intValueExact();
            double[] cheapest = new double[n];
            for (int r = 0; r < n; r++) {
                int[] sites = sitesOf(s, r);
                cheapest[r] = Double.POSITIVE_INFINITY;
                for (int mask : choices[s]) {
                    cheapest[r] = Math.min(cheapest[r], costAlone(s, r, mask, sites));
                }
            }
            List<Integer> order = new ArrayList<>();
            for (int r = 0; r < n; r++) {
                order.add(r);
            }
            order.sort(Comparator.comparingDouble((Integer r) -> -cheapest[r]).thenComparing(r -> r));
            for (int r = 0; r < n - needed; r++) {
                if (cheapest[order.get(r)] > 0) {
                    chosen[s][order.get(r)] = -1;
                }
            }
        }
    }

    private void chooseAll() {
        java.util.Map<String, int[]> bySchool = new java.util.TreeMap<>();
        for (int s = 0; s < 2; s++) {
            for (int r = 0; r < rows.get(s).size(); r++) {
                bySchool.computeIfAbsent(rows.get(s).get(r).school().id(), id -> new int[] {-1, -1})[s] = r;
            }
        }
        bySchool.values().forEach(this::chooseFor);
    }

    private void chooseFor(int[] row) {
        int[][] options = new int[2][];
        int[][] sites = new int[2][];
        for (int s = 0; s < 2; s++) {
            boolean fixed = row[s] < 0 || chosen[s][row[s]] == -1;
            options[s] = fixed ? new int[] {-1} : choices[s];
            sites[s] = row[s] < 0 ? new int[0] : sitesOf(s, row[s]);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int first : options[0]) {
            for (int second : options[1]) {
                double cost = 0;
                for (int f = 0; f < fields.size() && cost < least; f++) {
                    int a = row[0] < 0 ? 0 : need(f, sites[0][f], 0, first);
                    int b = row[1] < 0 ? 0 : need(f, sites[1][f], 1, second);
                    boolean once = fields.get(f).shared;
                    cost += fields.get(f).unitCost * (once ? Math.max(a, b) : a + b);
                }
                if (cost < least) {
                    least = cost;
                    if (row[0] >= 0) {
                        chosen[0][row[0]] = first;
                    }
                    if (row[1] >= 0) {
                        chosen[1][row[1]] = second;
                    }
                }
            }
        }
    }
}
