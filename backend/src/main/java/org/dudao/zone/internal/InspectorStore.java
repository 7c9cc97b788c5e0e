package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The register of inspectors. Everything is read inside the caller's scope. */
@ApplicationScoped
class InspectorStore {
    /** Every inspector with where the person stands on {@code :today}; one row each. */
    private static final String FROM =
            """
             from (
                select p.*, t.term_no, t.starts_on, t.ends_on, w.state as process, h.hours,
                    greatest(:trainingHours - h.hours, 0) as training_short,
                    coalesce(t.starts_on <= :today and t.ends_on between :today and :soon, false) as ends_soon,
                    case when t.starts_on <= :today and t.ends_on >= :today then 'IN_OFFICE'
                        when t.starts_on > :today then 'TO_BEGIN'
                        when w.state is not null then 'CANDIDATE'
                        when t.state = 'DISMISSED' then 'DISMISSED'
                        when t.ends_on is not null then 'EXPIRED'
                        else 'REGISTERED' end as standing
                from zone.inspector p
                left join lateral (select * from zone.appointment a where a.inspector_id = p.id and a.starts_on is not null
                    order by a.starts_on desc limit 1) t on true
                left join lateral (select a.state from zone.appointment a where a.inspector_id = p.id
                    and a.state in ('RECOMMENDED', 'REVIEWED', 'APPROVED', 'ANNOUNCED')) w on true
                cross join lateral (select coalesce(sum(r.hours), 0) as hours from zone.training r where r.inspector_id = p.id
                    and extract(year from r.until_day) = extract(year from cast(:today as date))) h) i
            """;

    private static final Map<String, String> SORTABLE = Map.of(
            "name", "i.name",
            "kind", "i.kind",
            "endsOn", "i.ends_on",
            "trainingHours", "i.hours",
            "standing", "i.standing");

    @Inject
    Jdbi jdbi;

    /** The office and those above it see the region's; an inspector sees only themself. */
    static Where scope(Account by) {
        Where where = new Where()
                .and(
                        "i.region_code like :scopeRegion || '%'",
                        "scopeRegion", by.scope().regionPrefix());
        if (by.role().equals(Roles.INSPECTOR)) {
            where.and("i.account = :self", "self", by.subject());
        }
        return where;
    }

    /** The numbers in force on a day. */
    ZoneRules rules(LocalDate day) {
        Map<String, Integer> values = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery(
                        "select distinct on (code) code, value from zone.rule where valid_from <= :day order by code, valid_from desc")
                .bind("day", day)
                .map((r, c) -> values.put(r.getString("code"), r.getInt("value")))
                .list());
        return new ZoneRules(values);
    }

    Optional<Inspector> find(UUID id, Account by) {
        Where where = scope(by).and("i.id = :id", "id", id);
        return jdbi.withHandle(h -> h.createQuery("select i.* from zone.inspector i" + where.sql())
                .bindMap(where.bindings())
                .map((r, c) -> read(r))
                .findOne());
    }

    Page<InspectorRow> page(Account by, InspectorFilter filter, LocalDate today) {
        Where where = filter.narrow(scope(by));
        ZoneRules rules = rules(today);
        return jdbi.withHandle(h -> new Page<>(
                bind(h, rows(where, filter) + " limit :limit offset :offset", where, today, rules)
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> row(r, by))
                        .list(),
                filter.page,
                filter.size,
                bind(h, "select count(*)" + FROM + where.sql(), where, today, rules)
                        .mapTo(long.class)
                        .one()));
    }

    void forEach(Account by, InspectorFilter filter, LocalDate today, Consumer<InspectorRow> consumer) {
        Where where = filter.narrow(scope(by));
        jdbi.useHandle(h -> bind(h, rows(where, filter), where, today, rules(today))
                .setFetchSize(500)
                .map((r, c) -> row(r, by))
                .useStream(s -> s.forEach(consumer)));
    }

    InspectorRow row(UUID id, Account by, LocalDate today) {
        Where where = scope(by).and("i.id = :id", "id", id);
        return jdbi.withHandle(h -> bind(h, "select i.*" + FROM + where.sql(), where, today, rules(today))
                .map((r, c) -> row(r, by))
                .one());
    }

    void insert(Inspector i, java.time.Instant at) {
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into zone.inspector (id, region_code, name, kind, employer, post, degree, works_since,"
                                + " subjects, phone, photo, account, registered_at) values (:id, :region, :name, :kind, :employer,"
                                + " :post, :degree, :since, :subjects, :phone, :photo, :account, :at)")
                .bindMap(values(i))
                .bindArray("subjects", String.class, i.subjects())
                .bind("region", i.regionCode())
                .bind("at", at)
                .execute());
    }

    /** False when somebody else was faster. */
    boolean update(Inspector i) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "update zone.inspector set name = :name, kind = :kind, employer = :employer,"
                                        + " post = :post, degree = :degree, works_since = :since, subjects = :subjects, phone = :phone,"
                                        + " photo = :photo, account = :account, version = version + 1"
                                        + " where id = :id and version = :version")
                        .bindMap(values(i))
                        .bindArray("subjects", String.class, i.subjects())
                        .bind("version", i.version())
                        .execute())
                == 1;
    }

    /** Counts a change of something that belongs to the inspector; false when somebody else was faster. */
    boolean touch(Inspector i) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "update zone.inspector set version = version + 1 where id = :id and version = :version")
                        .bind("id", i.id())
                        .bind("version", i.version())
                        .execute())
                == 1;
    }

    /** Whether an account is another inspector's already. */
    boolean taken(String account, UUID except) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select exists (select 1 from zone.inspector where account = :account and id <> :id)")
                .bind("account", account)
                .bind("id", except)
                .mapTo(boolean.class)
                .one());
    }

    private static Map<String, Object> values(Inspector i) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", i.id());
        values.put("name", i.name());
        values.put("kind", i.kind().name());
        values.put("employer", i.employer());
        values.put("post", i.post());
        values.put("degree", i.degree() == null ? null : i.degree().name());
        values.put("since", i.worksSince());
        values.put("phone", i.phone());
        values.put("photo", i.photo());
        values.put("account", i.account());
        return values;
    }

    private static String rows(Where where, InspectorFilter filter) {
        return "select i.*" + FROM + where.sql() + filter.orderBy(SORTABLE, "i.name, i.id");
    }

    private static Query bind(Handle h, String sql, Where where, LocalDate today, ZoneRules rules) {
        return h.createQuery(sql)
                .bindMap(where.bindings())
                .bind("today", today)
                .bind("soon", today.plusDays(rules.expiryWarningDays()))
                .bind("trainingHours", rules.trainingHours());
    }

    private static InspectorRow row(ResultSet r, Account by) throws SQLException {
        String process = r.getString("process");
        InspectorRow.Standing standing = InspectorRow.Standing.valueOf(r.getString("standing"));
        java.math.BigDecimal missing = r.getBigDecimal("training_short");
        return new InspectorRow(
                r.getObject("id", UUID.class),
                r.getString("name"),
                Inspector.Kind.valueOf(r.getString("kind")),
                r.getString("employer"),
                r.getString("post"),
                Phones.seenBy(r.getString("phone"), by),
                standing,
                process == null ? null : Appointment.State.valueOf(process),
                r.getObject("term_no", Integer.class),
                r.getObject("starts_on", LocalDate.class),
                r.getObject("ends_on", LocalDate.class),
                r.getBoolean("ends_soon"),
                r.getBigDecimal("hours"),
                missing.signum() == 0 ? null : missing);
    }

    private static Inspector read(ResultSet r) throws SQLException {
        String degree = r.getString("degree");
        return new Inspector(
                r.getObject("id", UUID.class),
                r.getString("region_code"),
                r.getString("name"),
                Inspector.Kind.valueOf(r.getString("kind")),
                r.getString("employer"),
                r.getString("post"),
                degree == null ? null : Inspector.Degree.valueOf(degree),
                r.getObject("works_since", LocalDate.class),
                List.of((String[]) r.getArray("subjects").getArray()),
                r.getString("phone"),
                r.getObject("photo", UUID.class),
                r.getString("account"),
                r.getLong("version"));
    }
}
