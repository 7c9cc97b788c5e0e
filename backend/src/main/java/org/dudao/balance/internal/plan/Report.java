package org.dudao.balance.internal.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.balance.internal.engine.BalanceEngine;
import org.dudao.balance.internal.engine.FrameworkDocument.Decision;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.Row;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.engine.StageResult.SchoolValue;
import org.dudao.balance.internal.plan.Proposal.Guarantee;
import org.dudao.balance.internal.plan.Proposal.LeftOut;
import org.dudao.balance.internal.plan.Proposal.Permitted;
import org.dudao.balance.internal.plan.Proposal.ProposedAddition;
import org.dudao.balance.internal.plan.Proposal.Summary;
import org.dudao.registry.Stage;

/** Turns units at sites into a proposal, and computes the county again with them: nothing is taken from the search. */
final class Report {
    private final Rules rules;
    private final List<SchoolInput> schools;
    private final List<Field> fields;
    private final List<List<Row>> rows;
    private final Standards standards;
    private final List<StageResult> before;

    Report(
            Rules rules,
            List<SchoolInput> schools,
            List<Field> fields,
            List<List<Row>> rows,
            Standards standards,
            List<StageResult> before) {
        this.rules = rules;
        this.schools = schools;
        this.fields = fields;
        this.rows = rows;
        this.standards = standards;
        this.before = before;
    }

    Proposal of(int[][] units) {
        List<ProposedAddition> additions = new ArrayList<>();
        Map<String, SchoolInput> changed = new HashMap<>();
        schools.forEach(s -> changed.put(s.id(), s));
        BigDecimal bill = BigDecimal.ZERO;
        for (int f = 0; f < fields.size(); f++) {
            Field field = fields.get(f);
            int[] lower = standards.lower(f);
            for (int i = 0; i < field.sites.size(); i++) {
                if (units[f][i] == 0) {
                    continue;
                }
                Field.Site site = field.sites.get(i);
                BigDecimal amount = field.step.multiply(BigDecimal.valueOf(units[f][i]));
                BigDecimal cost = BigDecimal.valueOf(field.unitCost).multiply(BigDecimal.valueOf(units[f][i]));
                bill = bill.add(cost);
                additions.add(new ProposedAddition(
                        site.school().id(),
                        site.school().code(),
                        site.school().name(),
                        rules.indicators().get(f).code(),
                        field.fact,
                        site.stage(),
                        amount,
                        field.step.multiply(BigDecimal.valueOf(lower[i])),
                        cost));
                changed.computeIfPresent(
                        site.school().id(), (id, s) -> s.plus(Planner.factKey(field.fact, site.stage()), amount));
            }
        }
        List<SchoolInput> with = schools.stream().map(s -> changed.get(s.id())).toList();
        List<StageResult> after = Rules.STAGES.stream()
                .map(stage -> BalanceEngine.evaluate(rules, stage, with))
                .toList();
        return new Proposal(additions, permitted(after), summaries(units, after), leftOut(), bill, before, after);
    }

    private List<Permitted> permitted(List<StageResult> after) {
        List<Permitted> permitted = new ArrayList<>();
        for (StageResult stage : after) {
            for (StageResult.SchoolResult school : stage.schools()) {
                List<String> left = school.values().stream()
                        .filter(v -> Boolean.FALSE.equals(v.met()) && Boolean.TRUE.equals(v.aboveFloor()))
                        .map(SchoolValue::indicator)
                        .toList();
                if (!left.isEmpty() && school.verdict() == StageResult.Verdict.PASS) {
                    permitted.add(new Permitted(school.id(), school.code(), school.name(), stage.stage(), left));
                }
            }
        }
        return permitted;
    }

    private List<LeftOut> leftOut() {
        List<LeftOut> left = new ArrayList<>();
        for (int s = 0; s < 2; s++) {
            for (int r = 0; r < rows.get(s).size(); r++) {
                if (standards.leftOut(s, r)) {
                    SchoolInput school = rows.get(s).get(r).school();
                    left.add(new LeftOut(school.id(), school.code(), school.name(), Rules.STAGES.get(s)));
                }
            }
        }
        return left;
    }

    private List<Summary> summaries(int[][] units, List<StageResult> after) {
        boolean each = rules.decision() == Decision.EACH_INDICATOR;
        List<Summary> summaries = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            Field field = fields.get(f);
            Indicator indicator = rules.indicators().get(f);
            int[] lower = standards.lower(f);
            for (int s = 0; s < 2; s++) {
                Stage stage = Rules.STAGES.get(s);
                if (rows.get(s).isEmpty()) {
                    continue;
                }
                double received = 0;
                double standard = 0;
                double[] start = field.amounts[s].clone();
                for (int i = 0; i < field.sites.size(); i++) {
                    int row = field.sites.get(i).row()[s];
                    if (row >= 0) {
                        double unit = field.stepAmount * field.sites.get(i).share()[s];
                        received += units[f][i] * unit;
                        standard += lower[i] * unit;
                        start[row] += lower[i] * unit;
                    }
                }
                WaterFilling water = new WaterFilling(field.pupils[s], start, field.limits[s]);
                summaries.add(new Summary(
                        indicator.code(),
                        stage,
                        before.get(s).indicators().get(f).coefficientOfVariation(),
                        after.get(s).indicators().get(f).coefficientOfVariation(),
                        rules.limit(stage),
                        each ? indicator.per() * water.level() : null,
                        each ? water.leastAmount() : null,
                        received,
                        standard,
                        each && field.separable() ? Guarantee.EXACT : Guarantee.LOCAL));
            }
        }
        return summaries;
    }
}
