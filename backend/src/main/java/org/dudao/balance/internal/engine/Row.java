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
    private final Split[] splits;
    private final double[] values;
    private final List<List<Missing>> missing;
    private final Amount[] amounts;

    Row(Rules rules, Stage stage, SchoolInput school, List<SchoolInput> points, BigDecimal pupils) {
        this.rules = rules;
        this.stage = stage;
        this.school = school;
        this.points = points;
        this.pupils = pupils;
        this.p = pupils.doubleValue();
        this.splits = new Split[1 + points.size()];
        for (int m = 0; m < splits.length; m++) {
            splits[m] = Split.of(rules, stage, member(m));
        }
        int n = rules.indicators().size();
        this.values = new double[n];
        this.missing = new ArrayList<>(n);
        this.amounts = new Amount[n];
        for (int i = 0; i < n; i++) {
            missing.add(read(i, null));
        }
    }

    private SchoolInput member(int m) {
        return m == 0 ? school : points.get(m - 1);
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

    /** The numerator as a double; NaN when something is missing. */
    double value(int indicator) {
        return values[indicator];
    }

    boolean known(int indicator) {
        return missing.get(indicator).isEmpty();
    }

    List<Missing> missing(int indicator) {
        return missing.get(indicator);
    }

    /** The numerator with the parts it is made of. */
    public Amount amount(int indicator) {
        if (amounts[indicator] == null) {
            List<Part> parts = new ArrayList<>();
            List<Missing> lacking = read(indicator, parts);
            amounts[indicator] = new Amount(values[indicator], List.copyOf(parts), lacking);
        }
        return amounts[indicator];
    }

    /** Share of a whole-school addition that reaches this row: one, or weight × pupils ÷ Σ weight × pupils. */
    public double shareOfAddition(int indicator) {
        if (!rules.indicators().get(indicator).shared()) {
            return 1;
        }
        Split split = splits[0];
        return split.share() == split.whole()
                ? 1
                : split.share().doubleValue() / split.whole().doubleValue();
    }

    /** {@link #shareOfAddition} exactly. */
    public Fraction exactShareOfAddition(int indicator) {
        if (!rules.indicators().get(indicator).shared()) {
            return Fraction.ONE;
        }
        Split split = splits[0];
        return Fraction.of(split.share()).dividedBy(Fraction.of(split.whole()));
    }

    /**
     * Adds an indicator's numerator up over the members and terms.
     *
     * @param parts where to note every part, or null when only the sum is wanted
     * @return what is missing
     */
    private List<Missing> read(int index, List<Part> parts) {
        Indicator indicator = rules.indicators().get(index);
        List<Missing> lacking = null;
        double value = 0;
        for (int m = 0; m < splits.length; m++) {
            SchoolInput member = member(m);
            Split split = indicator.shared() ? splits[m] : Split.WHOLE;
            if (split.missing() != null) {
                lacking = lacking == null ? new ArrayList<>(2) : lacking;
                lacking.add(new Missing(member, FactKeys.of(split.missing(), FactKeys.PUPILS)));
            }
            for (int t = 0; t < indicator.numerator().size(); t++) {
                Term term = indicator.numerator().get(t);
                String key = rules.key(index, t, stage);
                BigDecimal raw = member.values().get(key);
                if (raw == null) {
                    lacking = lacking == null ? new ArrayList<>(2) : lacking;
                    lacking.add(new Missing(member, key));
                } else if (split.missing() == null) {
                    BigDecimal scaled = term.factor().equals(BigDecimal.ONE) ? raw : raw.multiply(term.factor());
                    value += split.of(scaled.doubleValue());
                    if (parts != null) {
                        parts.add(new Part(member, term.fact(), scaled, split.share(), split.whole()));
                    }
                }
            }
        }
        values[index] = lacking == null ? value : Double.NaN;
        return lacking == null ? List.of() : List.copyOf(lacking);
    }

    /**
     * How a mixed school's shared resources divide: by pupils weighted 1 : 1.1 (九年一贯制), 1 : 1.2 (完全中学),
     * 1 : 1.1 : 1.32 (十二年一贯制), as the framework sets.
     *
     * @param missing a stage whose pupils are not reported, so that the share is unknown; else null
     */
    private record Split(BigDecimal share, BigDecimal whole, Stage missing) {
        double of(double amount) {
            return share == whole ? amount : amount * share.doubleValue() / whole.doubleValue();
        }

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
