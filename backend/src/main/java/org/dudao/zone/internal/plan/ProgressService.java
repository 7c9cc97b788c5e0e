package org.dudao.zone.internal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.zone.internal.VisitMeasure;
import org.dudao.zone.internal.VisitStore;
import org.jdbi.v3.core.Jdbi;

/** Counts visits made against those planned; an inspector sees their own only. */
@ApplicationScoped
public class ProgressService {
    private static final int LONGEST_MONTHS = 36;
    private static final String ZH = " collate \"zh-Hans-CN-x-icu\"";

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    /**
     * @param inspector only visits this one goes on; null for all
     * @throws Problem 422 for days in the wrong order or too far apart
     */
    @Transactional
    public Progress progress(LocalDate from, LocalDate until, Progress.By by, UUID inspector, Account account) {
        if (until.isBefore(from) || from.plusMonths(LONGEST_MONTHS).isBefore(until)) {
            throw Problem.unprocessable("zone.progress.days", "until", LONGEST_MONTHS);
        }
        Map<String, Map<VisitMeasure, Integer>> counted = counts(from, until, by, inspector, account);
        Map<VisitMeasure, Integer> sum = new EnumMap<>(VisitMeasure.class);
        counted.values().forEach(row -> row.forEach((m, n) -> sum.merge(m, n, Integer::sum)));
        List<Progress.Row> rows = new ArrayList<>();
        if (by == Progress.By.MONTH) {
            for (YearMonth m = YearMonth.from(from); !m.isAfter(YearMonth.from(until)); m = m.plusMonths(1)) {
                rows.add(new Progress.Row(
                        null,
                        m.toString(),
                        m.atDay(1).isBefore(from) ? from : m.atDay(1),
                        m.atEndOfMonth().isAfter(until) ? until : m.atEndOfMonth(),
                        counts(counted.get(m.toString()))));
            }
        } else {
            names(from, until, by, inspector, account)
                    .forEach((id, name) -> rows.add(
                            new Progress.Row(UUID.fromString(id), name, from, until, counts(counted.remove(id)))));
            // visits nobody goes on, or of schools in no zone
            counted.forEach((id, row) -> rows.add(new Progress.Row(null, null, from, until, counts(row))));
        }
        return new Progress(from, until, by, rows, counts(sum));
    }

    private Map<String, Map<VisitMeasure, Integer>> counts(
            LocalDate from, LocalDate until, Progress.By by, UUID inspector, Account account) {
        String key =
                switch (by) {
                    case INSPECTOR -> VisitStore.GOES + "::text";
                    case ZONE -> "s.zone_id::text";
                    case MONTH -> "to_char(m.day, 'YYYY-MM')";
                };
        Where where = scope(inspector, account).and("m.holds and m.day between :from and :until", "from", from);
        Map<String, Map<VisitMeasure, Integer>> counted = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery("select " + key + " as key, m.measure, count(*) as n" + VisitStore.FROM
                        + " cross join lateral " + VisitMeasure.rows() + where.sql() + " group by 1, 2")
                .bindMap(where.bindings())
                .bind("until", until)
                .bind("today", LocalDate.now(clock))
                .map((r, c) -> add(counted, r))
                .list());
        return counted;
    }

    private static Integer add(Map<String, Map<VisitMeasure, Integer>> counted, ResultSet r) throws SQLException {
        return counted.computeIfAbsent(
                        r.getString("key") == null ? "" : r.getString("key"), k -> new EnumMap<>(VisitMeasure.class))
                .put(VisitMeasure.valueOf(r.getString("measure")), r.getInt("n"));
    }

    /** Those who answer for a school or belong to a zone in these days, or all zones; by id. */
    private Map<String, String> names(
            LocalDate from, LocalDate until, Progress.By by, UUID inspector, Account account) {
        Where where = new Where()
                .and(
                        "x.region_code like :scope || '%'",
                        "scope", account.scope().regionPrefix());
        boolean people = by == Progress.By.INSPECTOR;
        if (people) {
            if (account.role().equals(Roles.INSPECTOR)) {
                where.and("x.account = :self", "self", account.subject());
            }
            where.andIf("x.id = :inspector", "inspector", inspector)
                    .and(
                            "(exists (select from zone.assignment a where a.inspector_id = x.id and a.from_day <= :until"
                                    + " and coalesce(a.until_day, 'infinity') >= :from) or exists (select from zone.visit v"
                                    + " where v.inspector_id = x.id and coalesce(v.made_on, v.planned_on) between :from and :until))",
                            "from",
                            from);
            where.bindings().put("until", until);
        } else {
            where.andIf("x.id = :zone", "zone", account.scope().zoneId());
        }
        Map<String, String> names = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery(
                        "select x.id::text as id, x.name from " + (people ? "zone.inspector" : "registry.zone") + " x"
                                + where.sql() + " order by x.name" + ZH + ", x.id")
                .bindMap(where.bindings())
                .map((r, c) -> names.put(r.getString("id"), r.getString("name")))
                .list());
        return names;
    }

    /** Visits the caller counts; an inspector their own, in the narrow sense of who goes. */
    public static Where scope(UUID inspector, Account account) {
        Where where = VisitStore.scope(account).andIf(VisitStore.GOES + " = :inspector", "inspector", inspector);
        if (account.role().equals(Roles.INSPECTOR)) {
            where.and(
                    VisitStore.GOES + " = (select id from zone.inspector where account = :me)",
                    "me",
                    account.subject());
        }
        return where;
    }

    private static Progress.Counts counts(Map<VisitMeasure, Integer> row) {
        Map<VisitMeasure, Integer> n = row == null ? Map.of() : row;
        return Progress.Counts.of(
                n.getOrDefault(VisitMeasure.PLANNED, 0),
                n.getOrDefault(VisitMeasure.DONE, 0),
                n.getOrDefault(VisitMeasure.MADE, 0),
                n.getOrDefault(VisitMeasure.UNPLANNED, 0),
                n.getOrDefault(VisitMeasure.MOVED, 0),
                n.getOrDefault(VisitMeasure.CANCELLED, 0),
                n.getOrDefault(VisitMeasure.OVERDUE, 0));
    }
}
