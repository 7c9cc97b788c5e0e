package org.dudao.balance.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dudao.balance.internal.engine.Amount.Missing;
import org.dudao.balance.internal.engine.Amount.Part;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.FrameworkDocument.Term;
import org.dudao.registry.FactKeys;
import org.dudao.registry.Stage;

/**
 * One line of the calculation: the 小学部 or 初中部 of one school, with the teaching points folded into it. Its pupils are
 * their sum; of a mixed school's shared resources it has its share, a teaching point's belong to it whole.
 */
public final class Row {
    private final Rules rules;
    private final Stage stage;
    private final SchoolInput school;
    private final List<SchoolInput> points;
    private final BigDecimal pupils;
    private final double p;
    private final Amount[] amounts;

    Row(Rules rules, Stage stage, SchoolInput school, List<SchoolInput> points, BigDecimal pupils) {
        this.rules = rules;
        this.stage = stage;
        this.school = school;
        this.points = points;
        this.pupils = pupils;
        this.p = pupils.doubleValue();
        this.amounts = new Amount[rules.indicators().size()];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = amount(rules.indicators().get(i));
        }
    }

    public SchoolInput school() {
        return school;
    }

    public List<SchoolInput> points() {
        return points;
    }

    public BigDecimal pupils() {
        return pupils;
    }

    public double p() {
        return p;
    }

    public Amount amount(int indicator) {
        return amounts[indicator];
    }

    /** Share of a whole-school addition that reaches this row: one, or weight × pupils ÷ Σ weight × pupils. */
    public double shareOfAddition(int indicator) {
        if (!rules.indicators().get(indicator).shared()) {
            return 1;
        }
        Split split = Split.of(rules, stage, school);
        return split.share() == split.whole()
                ? 1
                : split.share().doubleValue() / split.whole().doubleValue();
    }

    /** {@link #shareOfAddition} exactly. */
    public Fraction exactShareOfAddition(int indicator) {
        if (!rules.indicators().get(indicator).shared()) {
            return Fraction.ONE;
        }
        Split split = Split.of(rules, stage, school);
        return Fraction.of(split.share()).dividedBy(Fraction.of(split.whole()));
    }

    private Amount amount(Indicator indicator) {
        List<Part> parts = new ArrayList<>(indicator.numerator().size());
        List<Missing> missing = null;
        double value = 0;
        for (int m = -1; m < points.size(); m++) {
            SchoolInput member = m < 0 ? school : points.get(m);
            Split split = indicator.shared() ? Split.of(rules, stage, member) : Split.WHOLE;
            if (split.missing() != null) {
                missing = missing == null ? new ArrayList<>(2) : missing;
                missing.add(new Missing(member, FactKeys.of(split.missing(), FactKeys.PUPILS)));
            }
            for (Term term : indicator.numerator()) {
                String key = indicator.shared() ? term.fact() : FactKeys.of(stage, term.fact());
                BigDecimal raw = member.values().get(key);
                if (raw == null) {
                    missing = missing == null ? new ArrayList<>(2) : missing;
                    missing.add(new Missing(member, key));
                } else if (split.missing() == null) {
                    BigDecimal scaled = term.factor().equals(BigDecimal.ONE) ? raw : raw.multiply(term.factor());
                    Part part = new Part(member, term.fact(), scaled, split.share(), split.whole());
                    parts.add(part);
                    value += part.value();
                }
            }
        }
        return missing == null
                ? new Amount(value, parts, List.of())
                : new Amount(Double.NaN, List.copyOf(parts), List.copyOf(missing));
    }

    /**
     * How a mixed school's shared resources divide: by pupils weighted 1 : 1.1 (九年一贯制), 1 : 1.2 (完全中学),
     * 1 : 1.1 : 1.32 (十二年一贯制), as the framework sets.
     *
     * @param missing a stage whose pupils are not reported, so that the share is unknown; else null
     */
    private record Split(BigDecimal share, BigDecimal whole, Stage missing) {
        static final Split WHOLE = new Split(BigDecimal.ONE, BigDecimal.ONE, null);

        static Split of(Rules rules, Stage stage, SchoolInput school) {
            Map<Stage, BigDecimal> weights = rules.weights(school.kind());
            if (weights.isEmpty()) {
                return WHOLE;
            }
            BigDecimal share = BigDecimal.ZERO;
            BigDecimal whole = BigDecimal.ZERO;
            for (Map.Entry<Stage, BigDecimal> weight : weights.entrySet()) {
                BigDecimal pupils = school.pupils(weight.getKey());
                if (pupils == null) {
                    return new Split(BigDecimal.ONE, BigDecimal.ONE, weight.getKey());
                }
                BigDecimal weighted = pupils.multiply(weight.getValue());
                whole = whole.add(weighted);
                if (weight.getKey() == stage) {
                    share = weighted;
                }
            }
            // a member without any pupils of its own gives all it has to the row it is folded into
            return whole.signum() == 0 ? WHOLE : new Split(share, share.compareTo(whole) == 0 ? share : whole, null);
        }
    }
}
