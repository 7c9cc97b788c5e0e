package org.dudao.zone.internal.appraisal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The mark that figures suggest. A figure there is none of is not nothing: it takes no part, and the others weigh the more.
 *
 * @param parts one for each measure, in their order
 * @param weighed sum of the weights that take part
 * @param counted mark from the figures alone, 0 to 100 with one decimal; null when no figure takes part
 * @param officeShare what the office's own mark is worth of the total, in hundredths
 * @param total with the office's mark, 0 to 100 with one decimal; null before the office gave one
 * @param suggested grade the total reaches; null without a total
 */
@Schema(name = "AppraisalScore")
public record AppraisalScore(
        List<Part> parts,
        int weighed,
        BigDecimal counted,
        int officeShare,
        BigDecimal total,
        AppraisalGrade suggested) {
    private static final int HUNDRED = 100;
    private static final int BEST_VIEW = 5;

    /**
     * What one measure comes to.
     *
     * @param done numerator as it is shown
     * @param of denominator as it is shown
     * @param value 0 to 100 with one decimal; null when missing
     * @param missing why there is none
     */
    @Schema(name = "AppraisalPart")
    public record Part(
            AppraisalMeasure measure, BigDecimal done, BigDecimal of, BigDecimal value, int weight, Missing missing) {
        boolean counts() {
            return value != null && weight > 0;
        }
    }

    /** Why there is no figure. */
    @Schema(name = "AppraisalMissing")
    public enum Missing {
        /** no visit was planned */
        NO_PLAN,
        /** the county has not entered the terms of the year */
        NO_TERM,
        /** no month of term is over in which the inspector answered for a school */
        NO_MONTH,
        /** nothing was found, so nothing could be closed */
        NO_FINDING,
        /** what was found still has time */
        NOT_DUE,
        /** too few schools answered to stay unnamed */
        FEW_ANSWERS
    }

    /** @param officeMark 0 to 100; null before there is one */
    static AppraisalScore of(AppraisalFigures f, AppraisalScale scale, Integer officeMark) {
        List<Part> parts = Arrays.stream(AppraisalMeasure.values())
                .map(m -> part(m, f, scale.weight(m)))
                .toList();
        int weighed = parts.stream().filter(Part::counts).mapToInt(Part::weight).sum();
        BigDecimal sum = parts.stream()
                .filter(Part::counts)
                .map(p -> p.value().multiply(BigDecimal.valueOf(p.weight())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal counted = weighed == 0 ? null : sum.divide(BigDecimal.valueOf(weighed), 1, RoundingMode.HALF_UP);
        BigDecimal total = total(counted, scale.officeShare(), officeMark);
        return new AppraisalScore(
                parts, weighed, counted, scale.officeShare(), total, total == null ? null : scale.grade(total));
    }

    private static BigDecimal total(BigDecimal counted, int officeShare, Integer officeMark) {
        if (officeMark == null) {
            return null;
        }
        BigDecimal office = BigDecimal.valueOf(officeMark);
        return counted == null
                ? office.setScale(1)
                : counted.multiply(BigDecimal.valueOf(HUNDRED - officeShare))
                        .add(office.multiply(BigDecimal.valueOf(officeShare)))
                        .divide(BigDecimal.valueOf(HUNDRED), 1, RoundingMode.HALF_UP);
    }

    private static Part part(AppraisalMeasure m, AppraisalFigures f, int weight) {
        return switch (m) {
            case FULFILMENT ->
                part(m, f.visits().done(), f.visits().planned() - f.visits().cancelled(), weight, Missing.NO_PLAN);
            case COVERAGE -> part(m, f.visitedMonths(), f.schoolMonths(), weight, noMonth(f));
            case CLOSURE ->
                part(m, f.closed(), f.due(), weight, f.findings() == 0 ? Missing.NO_FINDING : Missing.NOT_DUE);
            case TRAINING ->
                part(m, f.trainingHours(), BigDecimal.valueOf(f.trainingRequired()), weight, Missing.NO_PLAN);
            case REPORTS -> part(m, f.reports(), f.months().size(), weight, noMonth(f));
            case FEEDBACK ->
                f.view() == null
                        ? new Part(m, null, null, null, weight, Missing.FEW_ANSWERS)
                        : part(m, f.view(), BigDecimal.valueOf(BEST_VIEW), weight, Missing.FEW_ANSWERS);
        };
    }

    private static Missing noMonth(AppraisalFigures f) {
        return f.termsKnown() ? Missing.NO_MONTH : Missing.NO_TERM;
    }

    private static Part part(AppraisalMeasure m, int done, int of, int weight, Missing without) {
        return part(m, BigDecimal.valueOf(done), BigDecimal.valueOf(of), weight, without);
    }

    private static Part part(AppraisalMeasure m, BigDecimal done, BigDecimal of, int weight, Missing without) {
        if (of.signum() <= 0) {
            return new Part(m, null, null, null, weight, without);
        }
        BigDecimal value = done.multiply(BigDecimal.valueOf(HUNDRED)).divide(of, 1, RoundingMode.HALF_UP);
        return new Part(m, done, of, value.min(BigDecimal.valueOf(HUNDRED).setScale(1)), weight, null);
    }
}
