package org.dudao.zone.internal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.rectification.Rectification;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a calendar of visits is drawn on: days off, and the numbers in force today. */
@ApplicationScoped
public class PlanDays {
    private static final int LONGEST_MONTHS = 14;

    /**
     * A day off.
     *
     * @param name of the holiday; null for a weekend
     */
    @Schema(name = "PlanDayOff")
    public record DayOff(LocalDate day, String name) {}

    @Inject
    Rectification rectification;

    @Inject
    Parameters parameters;

    @Inject
    Clock clock;

    @Transactional
    public List<DayOff> off(LocalDate from, LocalDate until, Account by) {
        if (until.isBefore(from) || from.plusMonths(LONGEST_MONTHS).isBefore(until)) {
            throw Problem.unprocessable("zone.progress.days", "until", LONGEST_MONTHS);
        }
        return rectification.daysOff(by.scope().regionPrefix(), from, until).entrySet().stream()
                .map(e -> new DayOff(e.getKey(), e.getValue()))
                .toList();
    }

    /** Every number there was or will be in the caller's county, the latest first. */
    @Transactional
    public List<Parameters.Parameter> everyParameter(Account by) {
        return parameters.every(by.scope().regionPrefix(), ParameterCodes.all());
    }

    @Transactional
    public List<Parameters.Parameter> parameters(Account by) {
        return parameters.inForce(by.scope().regionPrefix(), LocalDate.now(clock), ParameterCodes.all());
    }
}
