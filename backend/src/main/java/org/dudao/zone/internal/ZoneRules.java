package org.dudao.zone.internal;

import java.util.Map;

/**
 * The numbers in force on a day.
 *
 * @param values by code of {@code zone.rule}
 */
public record ZoneRules(Map<String, Integer> values) {
    /** Years a term lasts. */
    public int termYears() {
        return of("TERM_YEARS");
    }

    /** Terms one after another at most. */
    public int termsInRow() {
        return of("TERMS_IN_ROW");
    }

    /** Months out of office after which counting begins anew. */
    public int breakMonths() {
        return of("BREAK_MONTHS");
    }

    /** Days of public notice at least. */
    public int announcementDays() {
        return of("ANNOUNCEMENT_DAYS");
    }

    /** Days before the end of a term from which it is warned of. */
    public int expiryWarningDays() {
        return of("EXPIRY_WARNING_DAYS");
    }

    /** Hours (学时) of training a year at least. */
    public int trainingHours() {
        return of("TRAINING_HOURS");
    }

    /** Years of work asked of an inspector. */
    public int yearsOfWork() {
        return of("YEARS_OF_WORK");
    }

    /** Schools in a zone at most. */
    public int schoolsPerZone() {
        return of("SCHOOLS_PER_ZONE");
    }

    /** Schools an inspector should answer for; more is warned of. */
    public int schoolsPerInspector() {
        return of("SCHOOLS_PER_INSPECTOR");
    }

    /** Years at one school after which an inspector is to be exchanged. */
    public int rotationYears() {
        return of("ROTATION_YEARS");
    }

    /** Schools the proposal gives one inspector at most. */
    public int proposalLoad() {
        return of("PROPOSAL_LOAD");
    }

    private int of(String code) {
        Integer value = values.get(code);
        if (value == null) {
            throw new IllegalStateException("no rule " + code + " is in force");
        }
        return value;
    }
}
