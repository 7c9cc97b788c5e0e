package org.dudao.balance.internal.engine;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a row has of one indicator's numerator: as a {@code double} for the sums, and as the parts it is exactly made of.
 *
 * @param value in the unit of the numerator; NaN when something is missing
 * @param missing what is missing; empty when the amount is known
 */
public record Amount(double value, List<Part> parts, List<Missing> missing) {

    /**
     * One reported figure and the share of it that belongs to the stage.
     *
     * @param raw figure as reported, times the factor of its term
     * @param share numerator of the share: weight × pupils of the stage, or one
     * @param whole denominator of the share: Σ weight × pupils of all stages, or one
     */
    public record Part(SchoolInput school, String fact, BigDecimal raw, BigDecimal share, BigDecimal whole) {
        public double value() {
            return share == whole ? raw.doubleValue() : raw.doubleValue() * share.doubleValue() / whole.doubleValue();
        }

        public Fraction exact() {
            return share == whole
                    ? Fraction.of(raw)
                    : Fraction.of(raw).times(Fraction.of(share)).dividedBy(Fraction.of(whole));
        }
    }

    /** A figure that is not there, by fact key. */
    public record Missing(SchoolInput school, String factKey) {}

    public boolean known() {
        return missing.isEmpty();
    }

    public Fraction exact() {
        Fraction sum = Fraction.ZERO;
        for (Part part : parts) {
            sum = sum.plus(part.exact());
        }
        return sum;
    }
}
