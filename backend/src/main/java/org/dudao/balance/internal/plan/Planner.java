package org.dudao.balance.internal.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dudao.balance.internal.engine.BalanceEngine;
import org.dudao.balance.internal.engine.FrameworkDocument.Decision;
import org.dudao.balance.internal.engine.Roster;
import org.dudao.balance.internal.engine.Row;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.registry.FactKeys;
import org.dudao.registry.Stage;

/**
 * The cheapest additions found after which a county passes in both stages (see the package documentation for what is
 * exact). Deterministic. Facts are independent: a teacher above the required degree may be one already there who studied.
 */
public final class Planner {
    /** trials of another permitted indicator after the first plan */
    private static final int MAX_TRIALS = 200;

    private final Rules rules;
    private final List<SchoolInput> schools;
    private final List<List<Row>> rows = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<StageResult> before = new ArrayList<>();

    private Planner(Rules rules, List<SchoolInput> schools, Map<String, BigDecimal> costs) {
        this.rules = rules;
        this.schools = schools;
        for (Stage stage : Rules.STAGES) {
            StageResult result = BalanceEngine.evaluate(rules, stage, schools);
            if (!result.missing().isEmpty()) {
                throw new NotPlannable(result.missing(), "figures are missing");
            }
            before.add(result);
            rows.add(Roster.of(rules, stage, schools).rows());
        }
        for (int i = 0; i < rules.indicators().size(); i++) {
            String fact = rules.indicators().get(i).additionFact();
            fields.add(new Field(
                    rules, i, rows, costs.getOrDefault(fact, rules.costs().get(fact))));
        }
    }

    /**
     * @param costs 元 per unit of a fact; those not given are the framework's
     * @throws NotPlannable when figures are missing or no whole-unit plan was found
     */
    public static Proposal propose(Rules rules, List<SchoolInput> schools, Map<String, BigDecimal> costs) {
        try {
            return new Planner(rules, schools, costs).propose();
        } catch (IllegalStateException | ArithmeticException e) {
            throw new NotPlannable(List.of(), e.getMessage());
        }
    }

    private Proposal propose() {
        Standards standards = new Standards(rules, fields, rows);
        boolean composite = rules.decision() == Decision.COMPOSITE_MEAN;
        int[][] units;
        if (composite) {
            int[][] lower = new int[fields.size()][];
            for (int f = 0; f < lower.length; f++) {
                lower[f] = standards.lower(f);
            }
            units = new Descent(fields, true, lower).search(true);
        } else {
            units = new int[fields.size()][];
            for (int f = 0; f < units.length; f++) {
                units[f] = solve(f, standards.lower(f), false);
            }
            improve(standards, units);
            for (int f = 0; f < units.length; f++) {
                if (!fields.get(f).separable()) {
                    int[] thorough = solve(f, standards.lower(f), true);
                    units[f] = total(thorough) < total(units[f]) ? thorough : units[f];
                }
            }
        }
        Proposal proposal = new Report(rules, schools, fields, rows, standards, before).of(units);
        boolean passes = proposal.after().stream()
                .allMatch(r -> r.verdict() == Verdict.PASS || r.schools().isEmpty());
        if (!passes) {
            throw new NotPlannable(List.of(), "additions alone do not lead to a pass");
        }
        return proposal;
    }

    private int[] solve(int f, int[] lower, boolean thorough) {
        Field field = fields.get(f);
        if (!field.separable()) {
            return new Descent(List.of(field), false, new int[][] {lower}).search(thorough)[0];
        }
        int[] units = lower.clone();
        for (int s = 0; s < 2; s++) {
            int n = field.amounts[s].length;
            if (n == 0) {
                continue;
            }
            double[] start = field.amounts[s].clone();
            int[] siteOfRow = new int[n];
            for (int i = 0; i < field.sites.size(); i++) {
                int row = field.sites.get(i).row()[s];
                if (row >= 0) {
                    siteOfRow[row] = i;
                    start[row] += lower[i] * field.stepAmount;
                }
            }
            int[] more = new WaterFilling(field.pupils[s], start, field.limits[s]).units(field.stepAmount);
            for (int r = 0; r < n; r++) {
                units[siteOfRow[r]] += more[r];
            }
        }
        return units;
    }

    private static long total(int[] units) {
        return Arrays.stream(units).asLongStream().sum();
    }

    /** Tries other permitted indicators where evenness asks for more than the standards, one row at a time. */
    private void improve(Standards standards, int[][] units) {
        int trials = 0;
        boolean better = true;
        while (better && trials < MAX_TRIALS) {
            better = false;
            for (int s = 0; s < 2; s++) {
                for (int r = 0; r < rows.get(s).size() && trials < MAX_TRIALS; r++) {
                    if (standards.leftOut(s, r)) {
                        continue;
                    }
                    int chosen = standards.chosen(s, r);
                    for (int mask : standards.choices(s)) {
                        if (worthTrying(standards, units, s, r, chosen, mask)) {
                            trials++;
                            if (tryMask(standards, units, s, r, mask)) {
                                chosen = mask;
                                better = true;
                            }
                        }
                    }
                }
            }
        }
    }

    /** Only where an indicator given up as permitted is one that evenness raises anyway. */
    private boolean worthTrying(Standards standards, int[][] units, int s, int r, int chosen, int mask) {
        int newlyFull = chosen & ~mask;
        int newlyLeft = mask & ~chosen;
        boolean evenness = false;
        boolean saving = false;
        for (int f = 0; f < fields.size(); f++) {
            evenness |= (newlyFull >> f & 1) == 1 && total(units[f]) > total(standards.lower(f));
            saving |= (newlyLeft >> f & 1) == 1 && standards.saves(f, s, r);
        }
        return evenness && saving;
    }

    private boolean tryMask(Standards standards, int[][] units, int s, int r, int mask) {
        int old = standards.chosen(s, r);
        int changed = old ^ mask;
        standards.choose(s, r, mask);
        double was = 0;
        double is = 0;
        int[][] other = new int[fields.size()][];
        for (int f = 0; f < fields.size(); f++) {
            if ((changed >> f & 1) == 1) {
                other[f] = solve(f, standards.lower(f), false);
                was += fields.get(f).unitCost * total(units[f]);
                is += fields.get(f).unitCost * total(other[f]);
            }
        }
        if (is >= was) {
            standards.choose(s, r, old);
            return false;
        }
        for (int f = 0; f < fields.size(); f++) {
            units[f] = other[f] == null ? units[f] : other[f];
        }
        return true;
    }

    /** Key under which an addition is stored: by stage for staff, of the school for what is shared. */
    static String factKey(String fact, Stage stage) {
        return stage == null ? fact : FactKeys.of(stage, fact);
    }
}
