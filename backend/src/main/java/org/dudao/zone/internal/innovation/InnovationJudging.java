package org.dudao.zone.internal.innovation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.zone.internal.innovation.InnovationCheck.Condition;
import org.dudao.zone.internal.innovation.InnovationCheck.HandAnswer;
import org.dudao.zone.internal.innovation.InnovationCheck.Item;
import org.dudao.zone.internal.innovation.InnovationCheck.Measured;
import org.dudao.zone.internal.innovation.InnovationCheck.Outcome;
import org.dudao.zone.internal.innovation.InnovationCheck.Tally;
import org.dudao.zone.internal.plan.Parameters.Parameter;

/** Holds what was counted and answered against the standards. A pure function; shares are compared unrounded. */
final class InnovationJudging {
    private static final int PERCENT = 100;

    private InnovationJudging() {}

    /**
     * @param frame the eight conditions as an index system
     * @param rows what was counted, by measure
     * @param standards the numbers in force, by code
     * @param answers those given by hand, by item
     */
    static List<Condition> judge(
            IndexSystemDocument frame,
            Map<InnovationMeasure, List<InnovationRow>> rows,
            Map<String, Parameter> standards,
            Map<String, HandAnswer> answers) {
        List<Condition> conditions = new ArrayList<>();
        for (IndexNode node : frame.nodes()) {
            List<Item> items = new ArrayList<>();
            leaves(node, items, rows, standards, answers);
            conditions.add(
                    new Condition(node.code(), node.nameZh(), node.nameEn(), together(items), List.copyOf(items)));
        }
        return List.copyOf(conditions);
    }

    static Tally tally(List<Condition> conditions) {
        return new Tally(
                count(conditions, Outcome.MET), count(conditions, Outcome.SHORT), count(conditions, Outcome.OPEN), (int)
                        conditions.stream()
                                .flatMap(c -> c.items().stream())
                                .filter(i -> i.measured() == null && i.answer() == null)
                                .count());
    }

    private static int count(List<Condition> conditions, Outcome outcome) {
        return (int) conditions.stream().filter(c -> c.outcome() == outcome).count();
    }

    private static void leaves(
            IndexNode node,
            List<Item> items,
            Map<InnovationMeasure, List<InnovationRow>> rows,
            Map<String, Parameter> standards,
            Map<String, HandAnswer> answers) {
        if (!node.leaf()) {
            node.children().forEach(child -> leaves(child, items, rows, standards, answers));
            return;
        }
        Optional<InnovationMeasure> measure = InnovationMeasure.of(node.item().count());
        HandAnswer answer = measure.isPresent() ? null : answers.get(node.code());
        Measured measured = measure.map(m -> measured(m, rows.getOrDefault(m, List.of()), standards))
                .orElse(null);
        items.add(new Item(
                node.code(),
                node.nameZh(),
                node.nameEn(),
                node.item().methodZh(),
                node.item().methodEn(),
                measured != null ? outcome(measured) : outcome(answer),
                measured,
                answer));
    }

    static Measured measured(InnovationMeasure m, List<InnovationRow> rows, Map<String, Parameter> standards) {
        Parameter standard = standards.get(m.standard());
        Parameter limit = m.limit() == null ? null : standards.get(m.limit());
        int total = rows.size();
        int met = (int) rows.stream().filter(InnovationRow::met).count();
        if (m.shape() == InnovationMeasure.Shape.NUMBER) {
            int missing = Math.max(0, standard.value() - met);
            return new Measured(m, m.shape(), met, total, BigDecimal.valueOf(met), standard, limit, missing, null);
        }
        if (total == 0) {
            return new Measured(m, m.shape(), 0, 0, null, standard, limit, null, null);
        }
        int needed = (standard.value() * total + PERCENT - 1) / PERCENT;
        BigDecimal exact = BigDecimal.valueOf((long) met * PERCENT);
        BigDecimal lacking = BigDecimal.valueOf((long) standard.value() * total).subtract(exact);
        return new Measured(
                m,
                m.shape(),
                met,
                total,
                exact.divide(BigDecimal.valueOf(total), 1, RoundingMode.DOWN),
                standard,
                limit,
                Math.max(0, needed - met),
                lacking.signum() <= 0
                        ? BigDecimal.ZERO.setScale(1)
                        : lacking.divide(BigDecimal.valueOf(total), 1, RoundingMode.UP));
    }

    private static Outcome outcome(Measured m) {
        return m.missing() == null ? Outcome.OPEN : m.missing() == 0 ? Outcome.MET : Outcome.SHORT;
    }

    private static Outcome outcome(HandAnswer answer) {
        return answer == null ? Outcome.OPEN : answer.met() ? Outcome.MET : Outcome.SHORT;
    }

    private static Outcome together(List<Item> items) {
        if (items.stream().anyMatch(i -> i.outcome() == Outcome.SHORT)) {
            return Outcome.SHORT;
        }
        return items.isEmpty() || items.stream().anyMatch(i -> i.outcome() == Outcome.OPEN)
                ? Outcome.OPEN
                : Outcome.MET;
    }
}
