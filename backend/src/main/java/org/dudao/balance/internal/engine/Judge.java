package org.dudao.balance.internal.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Decides comparisons exactly. A {@code double} is trusted only when it is clear of the limit by more than
 * {@link #NEAR}; nearer than that the question is asked of the rational numbers the figures really are.
 */
final class Judge {
    /** relative; far above the rounding of the sums (about 1e-13), far below anything a table shows */
    static final double NEAR = 1e-9;

    private static final MathContext DIGITS = new MathContext(80);
    private static final BigDecimal EQUAL = new BigDecimal("1e-60");

    private Judge() {}

    /**
     * CV ≤ L for one indicator. Exactly: with CV² = P·Σ(a²/p)/A² − 1, CV ≤ L ⇔ P·Σ(a²/p) ≤ (1 + L²)·A².
     *
     * @param cv as computed
     */
    static boolean withinLimit(double cv, BigDecimal limit, List<Row> rows, int indicator) {
        double l = limit.doubleValue();
        if (Math.abs(cv - l) > NEAR * Math.max(1, l)) {
            return cv < l;
        }
        Sums sums = Sums.of(rows, indicator);
        Fraction square = Fraction.of(limit).times(Fraction.of(limit));
        Fraction right = Fraction.ONE.plus(square).times(sums.amount).times(sums.amount);
        return sums.pupils.times(sums.squares).compareTo(right) <= 0;
    }

    /** Mean of the CVs ≤ L, every indicator known; decided with 80 digits where doubles cannot tell. */
    static boolean compositeWithinLimit(double mean, BigDecimal limit, List<Row> rows, int indicators) {
        double l = limit.doubleValue();
        if (Math.abs(mean - l) > NEAR * Math.max(1, l)) {
            return mean < l;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < indicators; i++) {
            Sums sums = Sums.of(rows, i);
            Fraction square = sums.pupils
                    .times(sums.squares)
                    .dividedBy(sums.amount.times(sums.amount))
                    .minus(Fraction.ONE);
            sum = sum.add(square.toDecimal(DIGITS).sqrt(DIGITS));
        }
        return sum.subtract(limit.multiply(BigDecimal.valueOf(indicators))).compareTo(EQUAL) <= 0;
    }

    /**
     * per × a/p ≥ share × threshold.
     *
     * @param wanted share × threshold as doubles, for the comparisons they can decide
     */
    static boolean reaches(Row row, int indicator, int per, double wanted, BigDecimal threshold, BigDecimal share) {
        double value = per * row.value(indicator) / row.p();
        if (Math.abs(value - wanted) > NEAR * Math.max(Math.abs(wanted), Math.abs(value))) {
            return value > wanted;
        }
        Fraction left = row.amount(indicator).exact().times(Fraction.of(per));
        Fraction right = Fraction.of(threshold.multiply(share)).times(Fraction.of(row.pupils()));
        return left.compareTo(right) >= 0;
    }

    private record Sums(Fraction pupils, Fraction amount, Fraction squares) {
        static Sums of(List<Row> rows, int indicator) {
            Fraction pupils = Fraction.ZERO;
            Fraction amount = Fraction.ZERO;
            Fraction squares = Fraction.ZERO;
            for (Row row : rows) {
                Fraction p = Fraction.of(row.pupils());
                Fraction a = row.amount(indicator).exact();
                pupils = pupils.plus(p);
                amount = amount.plus(a);
                squares = squares.plus(a.times(a).dividedBy(p));
            }
            return new Sums(pupils, amount, squares);
        }
    }
}
