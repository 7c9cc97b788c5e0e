package org.dudao.zone.internal.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.zone.internal.plan.Progress;
import org.dudao.zone.internal.report.MonthlyReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the records say of an inspector's year. Nothing of it is typed.
 *
 * @param from first day counted: the first of January
 * @param until last day counted: the last of December, or the day it was counted while the year runs
 * @param visits on which the inspector went, by the measures of progress
 * @param termsKnown whether the county has entered any term of the year; without one no month is known
 * @param months of term that are over and in which the inspector answered for schools throughout
 * @param findings found on the inspector's visits, struck out ones left out
 * @param due of these, closed or past their deadline; one that still has time tells nothing yet. Null in years confirmed before it
 *     was counted
 * @param closed of these
 * @param trainingHours 学时 of trainings that ended in the year
 * @param trainingRequired 学时 asked for
 * @param answers how many schools' views there are
 * @param counted how many of these the mean is of, in whole groups of {@code least}
 * @param view mean of the schools' views, 1 to 5 with two decimals; null while there are too few
 */
@Schema(name = "AppraisalFigures")
public record AppraisalFigures(
        LocalDate from,
        LocalDate until,
        Progress.Counts visits,
        boolean termsKnown,
        List<Month> months,
        int findings,
        Integer due,
        int closed,
        BigDecimal trainingHours,
        int trainingRequired,
        int answers,
        int counted,
        int least,
        BigDecimal view) {

    /**
     * A month of term.
     *
     * @param month as {@code 2026-11}
     * @param from first day of it in the term, as is until the last
     * @param schools answered for from the first day to the last
     * @param visited of these, as often as the rule asks
     * @param missed the others
     * @param report where the month's report stands; null when there is none
     */
    @Schema(name = "AppraisalMonth")
    public record Month(
            String month,
            LocalDate from,
            LocalDate until,
            int schools,
            int visited,
            List<MissedSchool> missed,
            MonthlyReport.State report) {
        boolean handedIn() {
            return report == MonthlyReport.State.SUBMITTED || report == MonthlyReport.State.ACCEPTED;
        }
    }

    /** A school that was not visited in a month. */
    @Schema(name = "AppraisalMissedSchool")
    public record MissedSchool(UUID id, String name) {}

    /** Schools asked for, over all months. */
    int schoolMonths() {
        return months.stream().mapToInt(Month::schools).sum();
    }

    int visitedMonths() {
        return months.stream().mapToInt(Month::visited).sum();
    }

    int reports() {
        return (int) months.stream().filter(Month::handedIn).count();
    }
}
