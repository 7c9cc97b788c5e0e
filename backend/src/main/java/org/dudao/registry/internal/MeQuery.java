package org.dudao.registry.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Permission;
import org.dudao.registry.SchoolYears;
import org.jdbi.v3.core.Jdbi;

/** Describes an account with the names of what it may see. */
@ApplicationScoped
public class MeQuery {
    /**
     * The caller as the client needs to know them.
     *
     * @param subject the person, as the identity provider names them
     * @param today the office's day, which forms begin with; not the day of the reader's own machine
     * @param schoolYear the school year under way
     * @param figureYears years with figures in the caller's region, newest first
     */
    public record Me(
            String subject,
            String username,
            String displayName,
            String role,
            MeScope scope,
            List<String> permissions,
            LocalDate today,
            int schoolYear,
            List<Integer> figureYears) {}

    /** What the caller sees; zone and school are null unless the account is limited to one. */
    public record MeScope(
            String regionCode, String regionName, UUID zoneId, String zoneName, UUID schoolId, String schoolName) {}

    @Inject
    Jdbi jdbi;

    @Inject
    SchoolYears years;

    @Inject
    Clock clock;

    @Transactional
    public Me describe(Account account) {
        MeScope scope = jdbi.withHandle(h -> h.createQuery(
                        "select r.code, r.name, z.id as zone_id, z.name as zone_name, s.id as school_id, s.name as school_name"
                                + " from registry.region r left join registry.zone z on z.id = :zone"
                                + " left join registry.school s on s.id = :school where r.code = :region")
                .bind("zone", account.scope().zoneId())
                .bind("school", account.scope().schoolId())
                .bind("region", account.scope().regionPrefix())
                .map((r, c) -> new MeScope(
                        r.getString("code"),
                        r.getString("name"),
                        r.getObject("zone_id", UUID.class),
                        r.getString("zone_name"),
                        r.getObject("school_id", UUID.class),
                        r.getString("school_name")))
                .one());
        return new Me(
                account.subject(),
                account.username(),
                account.displayName(),
                account.role(),
                scope,
                Permission.codesOf(account.role()),
                LocalDate.now(clock),
                SchoolYearCalendar.current(clock),
                years.yearsWithFigures(account.scope().regionPrefix()).stream()
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }
}
