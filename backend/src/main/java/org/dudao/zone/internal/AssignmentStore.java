package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.registry.SchoolScope;
import org.jdbi.v3.core.Jdbi;

/** Responsible inspectors of schools by date, and the zones inspectors belong to. */
@ApplicationScoped
class AssignmentStore {
    private static final String SELECT = "select a.*, i.name as inspector from zone.assignment a"
            + " join zone.inspector i on i.id = a.inspector_id where a.school_id = any(:schools)";

    /** Which schools there are on a day, each with who answers for it. */
    private static final String ON_DAY =
            """
             from registry.school s
             join registry.region r on r.code = s.region_code
             left join registry.zone z on z.id = s.zone_id
             left join zone.assignment a on a.school_id = s.id
                 and a.from_day <= :day and coalesce(a.until_day, 'infinity') >= :day
             left join zone.inspector i on i.id = a.inspector_id
            """;

    private static final Map<String, String> SORTABLE = Map.of(
            "school", "s.name collate \"zh-Hans-CN-x-icu\"",
            "region", "s.region_code",
            "zone", "z.name collate \"zh-Hans-CN-x-icu\"",
            "inspector", "i.name collate \"zh-Hans-CN-x-icu\"",
            "since", "a.from_day");

    @Inject
    Jdbi jdbi;

    /** All there ever was of some schools, newest first. */
    Map<UUID, List<Assignment>> of(Collection<UUID> schools) {
        return jdbi
                .withHandle(h -> h.createQuery(SELECT + " order by a.from_day desc")
                        .bindArray("schools", UUID.class, schools.toArray())
                        .map((r, c) -> read(r))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(Assignment::schoolId));
    }

    void insert(UUID school, UUID inspector, LocalDate from, Assignment.Origin origin, Account by, Instant at) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.assignment (id, school_id, inspector_id, from_day, origin, recorded_by, recorder_name,"
                        + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.newId(),
                school,
                inspector,
                from,
                origin.name(),
                by.subject(),
                by.displayName(),
                at));
    }

    /** Ends it with the day before; what began on that very day never was. */
    void end(Assignment a, LocalDate from) {
        jdbi.useHandle(h -> {
            if (a.fromDay().isBefore(from)) {
                h.execute("update zone.assignment set until_day = ? where id = ?", from.minusDays(1), a.id());
            } else {
                h.execute("delete from zone.assignment where id = ?", a.id());
            }
        });
    }

    /** The zone an inspector belongs to on a day. */
    Optional<UUID> zoneOf(UUID inspector, LocalDate day) {
        return jdbi.withHandle(h -> h.createQuery("select zone_id from zone.membership where inspector_id = :inspector"
                        + " and from_day <= :day and coalesce(until_day, 'infinity') >= :day")
                .bind("inspector", inspector)
                .bind("day", day)
                .mapTo(UUID.class)
                .findOne());
    }

    /** Ends a person's place in a zone with the day before. */
    void leave(UUID inspector, LocalDate from) {
        jdbi.useHandle(h -> {
            h.execute("delete from zone.membership where inspector_id = ? and from_day >= ?", inspector, from);
            h.execute(
                    "update zone.membership set until_day = ? where inspector_id = ? and coalesce(until_day, 'infinity') >= ?",
                    from.minusDays(1),
                    inspector,
                    from);
        });
    }

    void join(UUID zone, UUID inspector, boolean leader, LocalDate from, Account by, Instant at) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.membership (id, zone_id, inspector_id, leader, from_day, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                Ids.newId(),
                zone,
                inspector,
                leader,
                from,
                by.subject(),
                at));
    }

    /** Schools an inspector answers for on a day or will later. */
    int held(UUID inspector, LocalDate day) {
        return jdbi.withHandle(h -> h.createQuery("select count(distinct a.school_id) from zone.assignment a"
                        + " join registry.school s on s.id = a.school_id and s.state = 'OPEN'"
                        + " where a.inspector_id = :inspector and coalesce(a.until_day, 'infinity') >= :day")
                .bind("inspector", inspector)
                .bind("day", day)
                .mapTo(int.class)
                .one());
    }

    Page<ResponsibleRow> page(Account by, ResponsibleFilter filter, LocalDate day) {
        Where where = where(by, filter);
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery(columns(where, filter) + " limit :limit offset :offset")
                        .bindMap(where.bindings())
                        .bind("day", day)
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> row(r, by))
                        .list(),
                filter.page,
                filter.size,
                h.createQuery("select count(*)" + ON_DAY + where.sql())
                        .bindMap(where.bindings())
                        .bind("day", day)
                        .mapTo(long.class)
                        .one()));
    }

    void forEach(Account by, ResponsibleFilter filter, LocalDate day, Consumer<ResponsibleRow> consumer) {
        Where where = where(by, filter);
        jdbi.useHandle(h -> h.createQuery(columns(where, filter))
                .bindMap(where.bindings())
                .bind("day", day)
                .setFetchSize(500)
                .map((r, c) -> row(r, by))
                .useStream(s -> s.forEach(consumer)));
    }

    private static Where where(Account by, ResponsibleFilter filter) {
        Where where = SchoolScope.schools(new Where(), by.scope(), "s");
        // a school that has closed since is shown for the days somebody answered for it
        return filter.narrow(where.and("(s.state = 'OPEN' or a.id is not null)"));
    }

    private static String columns(Where where, ResponsibleFilter filter) {
        return "select s.id, s.code, s.name, s.kind, r.name as region, z.id as zone_id, z.name as zone, i.id as inspector_id,"
                + " i.name as inspector, i.kind as inspector_kind, i.employer, i.phone, a.from_day, a.until_day"
                + ON_DAY
                + where.sql()
                + filter.orderBy(SORTABLE, "z.name collate \"zh-Hans-CN-x-icu\" nulls last, s.region_code, s.code");
    }

    private static ResponsibleRow row(ResultSet r, Account by) throws SQLException {
        String kind = r.getString("inspector_kind");
        return new ResponsibleRow(
                r.getObject("id", UUID.class),
                r.getString("code"),
                r.getString("name"),
                r.getString("kind"),
                r.getString("region"),
                r.getObject("zone_id", UUID.class),
                r.getString("zone"),
                r.getObject("inspector_id", UUID.class),
                r.getString("inspector"),
                kind == null ? null : Inspector.Kind.valueOf(kind),
                r.getString("employer"),
                // the sign at its gate tells the school whom to call
                by.role().equals(Roles.SCHOOL) ? r.getString("phone") : Phones.seenBy(r.getString("phone"), by),
                r.getObject("from_day", LocalDate.class),
                r.getObject("until_day", LocalDate.class));
    }

    private static Assignment read(ResultSet r) throws SQLException {
        return new Assignment(
                r.getObject("id", UUID.class),
                r.getObject("school_id", UUID.class),
                r.getObject("inspector_id", UUID.class),
                r.getString("inspector"),
                r.getObject("from_day", LocalDate.class),
                r.getObject("until_day", LocalDate.class),
                Assignment.Origin.valueOf(r.getString("origin")),
                r.getString("recorder_name"));
    }
}
