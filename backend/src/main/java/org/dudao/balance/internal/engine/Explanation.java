package org.dudao.balance.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.StageResult.IndicatorResult;
import org.dudao.registry.Stage;

/**
 * Where a figure comes from: the formula, its sums and every row behind it.
 *
 * @param pupils P
 * @param amount A; null when something is missing
 * @param squares Σ a²/p, for the check CV² = P·Σ(a²/p)/A² − 1; null as {@code amount}
 * @param rows every row of the stage, by code
 */
public record Explanation(
        Stage stage,
        Indicator indicator,
        IndicatorResult result,
        double pupils,
        Double amount,
        Double squares,
        Double check,
        List<ExplainedRow> rows) {

    /**
     * @param value per × amount ÷ pupils
     * @param deviation value − X̄
     * @param contribution p(x − X̄)²/P, in the unit of the indicator squared; they sum to S²
     */
    public record ExplainedRow(
            String id,
            String code,
            String name,
            String kind,
            BigDecimal pupils,
            Double amount,
            Double value,
            Double deviation,
            Double contribution,
            List<ExplainedPart> parts) {}

    /**
     * One reported figure in a numerator.
     *
     * @param reported as stored; null when missing
     * @param shareOf weight × pupils of the stage; null when the figure is not split
     * @param shareWhole Σ weight × pupils of all stages; null when the figure is not split
     * @param counted what of it counts; null when missing
     */
    public record ExplainedPart(
            String schoolCode,
            String schoolName,
            String fact,
            BigDecimal reported,
            BigDecimal shareOf,
            BigDecimal shareWhole,
            Double counted) {}

    /** @param index position of the indicator in the framework */
    public static Explanation of(Rules rules, Stage stage, List<SchoolInput> schools, int index) {
        Roster roster = Roster.of(rules, stage, schools);
        IndicatorResult result =
                BalanceEngine.evaluate(rules, stage, roster).indicators().get(index);
        Indicator indicator = rules.indicators().get(index);
        Summation pupils = new Summation();
        Summation amount = new Summation();
        Summation squares = new Summation();
        for (Row row : roster.rows()) {
            double a = row.amount(index).value();
            pupils.add(row.p());
            amount.add(a);
            squares.add(a * a / row.p());
        }
        boolean known = roster.rows().stream().allMatch(r -> r.amount(index).known());
        List<ExplainedRow> rows = new ArrayList<>();
        for (Row row : roster.rows()) {
            rows.add(explain(row, index, indicator, result.computable() ? result.mean() : null, pupils.value()));
        }
        double p = pupils.value();
        double a = amount.value();
        return new Explanation(
                stage,
                indicator,
                result,
                p,
                known ? a : null,
                known ? squares.value() : null,
                result.computable() ? Math.sqrt(Math.max(0, p * squares.value() / (a * a) - 1)) : null,
                rows);
    }

    private static ExplainedRow explain(Row row, int index, Indicator indicator, Double mean, double pupils) {
        Amount amount = row.amount(index);
        Double value = amount.known() ? indicator.per() * (amount.value() / row.p()) : null;
        Double deviation = value == null || mean == null ? null : value - mean;
        List<ExplainedPart> parts = new ArrayList<>();
        for (Amount.Part part : amount.parts()) {
            boolean split = part.share() != part.whole();
            parts.add(new ExplainedPart(
                    part.school().code(),
                    part.school().name(),
                    part.fact(),
                    part.raw(),
                    split ? part.share() : null,
                    split ? part.whole() : null,
                    part.value()));
        }
        amount.missing()
                .forEach(m -> parts.add(
                        new ExplainedPart(m.school().code(), m.school().name(), m.factKey(), null, null, null, null)));
        return new ExplainedRow(
                row.school().id(),
                row.school().code(),
                row.school().name(),
                row.school().kind().code(),
                row.pupils(),
                amount.known() ? amount.value() : null,
                value,
                deviation,
                deviation == null ? null : row.p() * deviation * deviation / pupils,
                parts);
    }
}
