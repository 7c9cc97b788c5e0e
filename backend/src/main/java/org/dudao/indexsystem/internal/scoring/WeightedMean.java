package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.Score.Act;
import org.dudao.indexsystem.Score.Statement;

/** The mean of the shares the children reached, weighted, times the full marks of their parent. */
final class WeightedMean {
    private static final MathContext MATH = MathContext.DECIMAL128;

    private WeightedMean() {}

    /** @param counted children with marks, none of them missing; those not applicable are left out */
    static BigDecimal of(IndexNode node, List<Branch> counted, List<Statement> statements) {
        Map<String, BigDecimal> weights = new HashMap<>();
        node.children().forEach(c -> weights.put(c.code(), c.weight() == null ? BigDecimal.ONE : c.weight()));
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (Branch child : counted) {
            BigDecimal w = weights.get(child.node().code());
            BigDecimal share = child.known().divide(child.node().full(), MATH);
            sum = sum.add(share.multiply(w, MATH), MATH);
            weight = weight.add(w);
        }
        BigDecimal given = sum.multiply(node.points(), MATH).divide(weight, MATH);
        statements.add(
                Say.of(Act.GIVEN, "weightedMean", given, JudgedItems.name(node), given, node.points(), counted.size()));
        return given;
    }
}
