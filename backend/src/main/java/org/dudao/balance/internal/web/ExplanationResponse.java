package org.dudao.balance.internal.web;

import java.util.List;
import org.dudao.balance.internal.engine.Explanation;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.registry.Stage;

/**
 * Where a figure comes from.
 *
 * @param formula steps in the notation of the papers, the same in every language
 * @param check √(P·Σ(a²/p)/A² − 1): the coefficient computed another way
 * @param rows all rows, or the one asked for
 */
public record ExplanationResponse(
        Stage stage,
        FrameworkDocument.Indicator indicator,
        StageResult.IndicatorResult result,
        List<String> formula,
        double pupils,
        Double amount,
        Double squares,
        Double check,
        List<Explanation.ExplainedRow> rows) {

    private static final List<String> FORMULA =
            List.of("xᵢ = aᵢ ÷ pᵢ", "X̄ = Σaᵢ ÷ Σpᵢ", "S = √[ Σ pᵢ·(xᵢ − X̄)² ÷ Σpᵢ ]", "CV = S ÷ X̄");

    static ExplanationResponse from(Explanation e, String school) {
        return new ExplanationResponse(
                e.stage(),
                e.indicator(),
                e.result(),
                FORMULA,
                e.pupils(),
                e.amount(),
                e.squares(),
                e.check(),
                e.rows().stream()
                        .filter(r -> school == null
                                || r.id().equals(school)
                                || r.code().equals(school))
                        .toList());
    }
}
