package org.dudao.zone.internal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.Counties;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The terms of the school year of a county; nobody else's dates stand in for those not entered. */
@ApplicationScoped
public class Semesters {
    private static final int LONGEST_DAYS = 240;

    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    /** All of a county, the latest first. */
    @Transactional
    public List<Semester> of(String region) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from zone.semester where region_code = :county order by from_day desc")
                        .bind("county", Counties.of(region))
                        .map(ConstructorMapper.of(Semester.class))
                        .list());
    }

    @Transactional
    public Optional<Semester> find(String region, int year, Semester.Half half) {
        return of(region).stream()
                .filter(s -> s.year() == year && s.half() == half)
                .findFirst();
    }

    /** @throws Problem 422 when its dates have not been entered */
    public Semester require(String region, int year, Semester.Half half) {
        return find(region, year, half).orElseThrow(() -> Problem.unprocessable("zone.semester.unknown", "half"));
    }

    /**
     * Enters a term's first and last day, or changes them; visits already planned stay where they are.
     *
     * @throws Problem 422 for dates that overlap another term or are too far apart
     */
    @Transactional
    public Semester set(int year, Semester.Half half, LocalDate from, LocalDate until, String ifMatch, Account by) {
        String county = Counties.require(by);
        Optional<Semester> before = find(county, year, half);
        ETags.requireMatch(ifMatch, before.map(Semester::version).orElse(0L));
        requirePossible(county, year, half, from, until);
        int changed = jdbi.withHandle(h -> before.isEmpty()
                ? h.execute(
                        "insert into zone.semester (region_code, year, half, from_day, until_day, version)"
                                + " values (?, ?, ?, ?, ?, 1) on conflict do nothing",
                        county,
                        year,
                        half.name(),
                        from,
                        until)
                : h.execute(
                        "update zone.semester set from_day = ?, until_day = ?, version = version + 1"
                                + " where region_code = ? and year = ? and half = ? and version = ?",
                        from,
                        until,
                        county,
                        year,
                        half.name(),
                        before.get().version()));
        Counties.requireChanged(changed == 1);
        Map<String, Object> detail = new LinkedHashMap<>();
        Audit.putChange(detail, "from", before.map(Semester::fromDay).orElse(null), from);
        Audit.putChange(detail, "until", before.map(Semester::untilDay).orElse(null), until);
        audit.record("semester.set", "semester", year + "-" + half, county, detail);
        return require(county, year, half);
    }

    private void requirePossible(String county, int year, Semester.Half half, LocalDate from, LocalDate until) {
        if (!until.isAfter(from) || ChronoUnit.DAYS.between(from, until) > LONGEST_DAYS) {
            throw Problem.unprocessable("zone.semester.order", "until", LONGEST_DAYS);
        }
        LocalDate first = LocalDate.of(year, 7, 1);
        if (from.isBefore(first) || until.isAfter(first.plusMonths(14))) {
            throw Problem.unprocessable("zone.semester.year", "from");
        }
        of(county).stream()
                .filter(s -> s.year() != year || s.half() != half)
                .filter(s -> !from.isAfter(s.untilDay()) && !until.isBefore(s.fromDay()))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.unprocessable("zone.semester.overlap", "from", other.fromDay(), other.untilDay());
                });
    }
}
