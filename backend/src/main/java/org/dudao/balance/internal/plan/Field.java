package org.dudao.balance.internal.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.balance.internal.engine.Fraction;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.FrameworkDocument.Term;
import org.dudao.balance.internal.engine.Row;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.registry.Stage;

/**
 * One indicator over both stages as the search sees it: rows with pupils and amounts, and the sites where units of one
 * fact can be added. A staff fact has a site for each row; a shared fact one for each school, reaching one or two rows.
 */
final class Field {
    final int indicator;
    final String fact;
    final boolean shared;
    /** what one unit adds to the fact */
    final BigDecimal step;
    /** what one unit adds to the numerator */
    final double stepAmount;
    /** 元 per unit */
    final double unitCost;
    /** by stage of {@link Rules#STAGES}, then row */
    final double[][] pupils;

    final double[][] amounts;
    final double[] limits;
    final List<Site> sites = new ArrayList<>();

    private final Fraction exactStep;

    /**
     * A place where units can be added.
     *
     * @param stage null when the fact belongs to the whole school
     * @param row index of the row reached, by stage, or −1
     * @param share of a unit that reaches the row, by stage
     */
    record Site(SchoolInput school, Stage stage, int[] row, double[] share, Fraction[] exactShare) {}

    Field(Rules rules, int index, List<List<Row>> rows, BigDecimal costPerUnitOfFact) {
        Indicator of = rules.indicators().get(index);
        indicator = index;
        fact = of.additionFact();
        shared = of.shared();
        step = rules.steps().get(fact);
        BigDecimal factor = of.numerator().stream()
                .filter(t -> t.fact().equals(fact))
                .map(Term::factor)
                .findFirst()
                .orElseThrow();
        exactStep = Fraction.of(step.multiply(factor));
        stepAmount = exactStep.doubleValue();
        unitCost = step.multiply(costPerUnitOfFact).doubleValue();
        int stages = rows.size();
        pupils = new double[stages][];
        amounts = new double[stages][];
        limits = new double[stages];
        Map<String, Site> bySchool = new HashMap<>();
        for (int s = 0; s < stages; s++) {
            List<Row> ofStage = rows.get(s);
            limits[s] = rules.limit(Rules.STAGES.get(s)).doubleValue();
            pupils[s] = new double[ofStage.size()];
            amounts[s] = new double[ofStage.size()];
            for (int r = 0; r < ofStage.size(); r++) {
                Row row = ofStage.get(r);
                pupils[s][r] = row.p();
                amounts[s][r] = row.amount(index).value();
                Site site = shared ? bySchool.get(row.school().id()) : null;
                if (site == null) {
                    site = new Site(
                            row.school(),
                            shared ? null : Rules.STAGES.get(s),
                            new int[] {-1, -1},
                            new double[2],
                            new Fraction[] {Fraction.ZERO, Fraction.ZERO});
                    sites.add(site);
                    bySchool.put(row.school().id(), site);
                }
                site.row()[s] = r;
                site.share()[s] = row.shareOfAddition(index);
                site.exactShare()[s] = row.exactShareOfAddition(index);
            }
        }
    }

    /** True when every unit serves one row whole in one stage, so that {@link WaterFilling} is exact. */
    boolean separable() {
        return sites.stream()
                .allMatch(s -> (s.row()[0] < 0 || s.share()[0] == 1)
                        && (s.row()[1] < 0 || s.share()[1] == 1)
                        && (s.row()[0] < 0 || s.row()[1] < 0));
    }

    /**
     * Whole units at {@code site} until its row of the stage has {@code wanted}, exactly.
     *
     * @param wanted amount ÷ pupils in the unit of the indicator
     */
    int unitsToReach(Site site, int stage, Row row, int per, Fraction wanted) {
        Fraction need = wanted.times(Fraction.of(row.pupils()))
                .dividedBy(Fraction.of(per))
                .minus(row.amount(indicator).exact());
        if (need.signum() <= 0) {
            return 0;
        }
        return need.dividedBy(exactStep.times(site.exactShare()[stage]))
                .ceiling()
                .intValueExact();
    }
}
