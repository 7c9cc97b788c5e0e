package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.rectification.Severity;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The tables of findings. Everything is read inside the caller's scope. */
@ApplicationScoped
class FindingStore {
    static final String FROM = " from rectification.finding f left join registry.school s on s.id = f.school_id";
    /** Earlier findings of the same rule at the same unit; {@code %s} narrows them. */
    private static final String EARLIER = " from rectification.finding p where p.rule_code = f.rule_code and %s"
            + " and p.state <> 'VOIDED' and p.id <> f.id and (p.found_on, p.recorded_at) < (f.found_on, f.recorded_at)";

    private static final String EARLIER_AT_SCHOOL = EARLIER.formatted("p.school_id = f.school_id");
    private static final String EARLIER_AT_REGION =
            EARLIER.formatted("p.school_id is null and f.school_id is null and p.region_code = f.region_code");
    /** A unit knows of what it was served and what was told on the spot. */
    private static final String KNOWN_TO_UNITS =
            " and (p.state not in ('RAISED', 'NOTIFIED') or p.severity = 'ON_THE_SPOT')";

    private static final String SELECT = select("");
    private static final Map<String, String> SORTABLE = Map.of(
            "foundOn", "f.found_on",
            "deadline", "f.deadline",
            "unit", "f.unit_name",
            "severity", "f.severity",
            "state", "f.state");

    @Inject
    Jdbi jdbi;

    /**
     * What a caller may see: what is theirs to handle, and for an inspector also what they found themselves, as on a visit to a
     * school of another zone.
     */
    static Where scope(Account by) {
        if (!by.role().equals(Roles.INSPECTOR) || by.scope().zoneId() == null) {
            return handled(by);
        }
        Where where = region(by)
                .and(
                        "(s.zone_id = cast(:scopeZone as uuid) or f.found_by = :finder)",
                        "scopeZone",
                        by.scope().zoneId());
        where.bindings().put("finder", by.subject());
        return where;
    }

    /**
     * What is a caller's to handle: to check, to be reminded of. A unit sees what it has been served, and what was told on the
     * spot: a finding in a draft is not yet anybody's business.
     */
    static Where handled(Account by) {
        Where where = region(by)
                .andIf("s.zone_id = :scopeZone", "scopeZone", by.scope().zoneId())
                .andIf("f.school_id = :scopeSchool", "scopeSchool", by.scope().schoolId());
        if (unit(by)) {
            where.and("(f.state not in ('RAISED', 'NOTIFIED') or f.severity = 'ON_THE_SPOT')");
        }
        return where;
    }

    private static Where region(Account by) {
        return new Where()
                .and(
                        "f.region_code like :scopeRegion || '%'",
                        "scopeRegion", by.scope().regionPrefix());
    }

    /** Whether a finding is the caller's to handle, not only to read. */
    boolean handles(UUID id, Account by) {
        Where where = handled(by).and("f.id = :id", "id", id);
        return jdbi.withHandle(h -> h.createQuery("select exists (select 1" + FROM + where.sql() + ")")
                .bindMap(where.bindings())
                .mapTo(boolean.class)
                .one());
    }

    Optional<Finding> find(UUID id, Account by) {
        Where where = scope(by).and("f.id = :id", "id", id);
        return jdbi.withHandle(h -> h.createQuery(select(known(by)) + where.sql())
                .bindMap(where.bindings())
                .map((r, c) -> read(r))
                .findOne());
    }

    /** Whatever the scope: for work no person asked for. */
    Finding require(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " where f.id = :id")
                .bind("id", id)
                .map((r, c) -> read(r))
                .one());
    }

    /** Whatever the scope: only whether an id is taken. */
    boolean exists(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select exists (select 1 from rectification.finding where id = :id)")
                .bind("id", id)
                .mapTo(boolean.class)
                .one());
    }

    private static String select(String narrower) {
        return "select f.*, case when f.rule_code is null then 0 when f.school_id is null then (select count(*)"
                + EARLIER_AT_REGION + narrower + ") else (select count(*)" + EARLIER_AT_SCHOOL + narrower
                + ") end as earlier" + FROM;
    }

    private static String known(Account by) {
        return unit(by) ? KNOWN_TO_UNITS : "";
    }

    private static boolean unit(Account by) {
        return by.role().equals(Roles.SCHOOL) || by.role().equals(Roles.TOWNSHIP);
    }

    private static Where narrowed(Account by, FindingFilter filter, LocalDate today) {
        Where where = filter.narrow(scope(by), today);
        if (filter.repeated) {
            where.and("(exists (select 1" + EARLIER_AT_SCHOOL + known(by) + ") or exists (select 1" + EARLIER_AT_REGION
                    + known(by) + "))");
        }
        return where;
    }

    Page<Finding> page(Account by, FindingFilter filter, LocalDate today) {
        Where where = narrowed(by, filter, today);
        return jdbi.withHandle(h -> new Page<>(
                bind(
                                h,
                                select(known(by)) + where.sql() + filter.orderBy(SORTABLE, "f.found_on desc, f.id")
                                        + " limit :limit offset :offset",
                                where)
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> read(r))
                        .list(),
                filter.page,
                filter.size,
                bind(h, "select count(*)" + FROM + where.sql(), where)
                        .mapTo(long.class)
                        .one()));
    }

    void forEach(Account by, FindingFilter filter, LocalDate today, Consumer<Finding> consumer) {
        Where where = narrowed(by, filter, today);
        jdbi.useHandle(
                h -> bind(h, select(known(by)) + where.sql() + filter.orderBy(SORTABLE, "f.found_on desc, f.id"), where)
                        .setFetchSize(500)
                        .map((r, c) -> read(r))
                        .useStream(s -> s.forEach(consumer)));
    }

    /** Those of a notice, in the order they were found. */
    List<Finding> ofNotice(UUID notice) {
        return jdbi.withHandle(
                h -> h.createQuery(select(KNOWN_TO_UNITS) + " where f.notice_id = :notice order by f.found_on, f.id")
                        .bind("notice", notice)
                        .map((r, c) -> read(r))
                        .list());
    }

    void addEvidence(UUID finding, List<UUID> files) {
        jdbi.useHandle(h -> h.createUpdate("update rectification.finding set evidence = evidence || array("
                        + " select one from unnest(:files) with ordinality as given (one, nth)"
                        + " where not one = any(evidence) order by nth) where id = :id")
                .bindArray("files", UUID.class, files)
                .bind("id", finding)
                .execute());
    }

    /** Earlier findings of the same rule at the same unit that the caller may see, newest first. */
    List<Finding> repeats(Finding of, Account by) {
        if (of.ruleCode() == null) {
            return List.of();
        }
        Where where = scope(by)
                .and("f.rule_code = :rule", "rule", of.ruleCode())
                .and("f.state <> 'VOIDED'")
                .and("f.id <> :id and f.school_id is not distinct from :school and f.region_code = :region")
                .and("(f.found_on, f.recorded_at) < (:on, :at)");
        return jdbi.withHandle(h -> h.createQuery(SELECT + where.sql() + " order by f.found_on desc")
                .bindMap(where.bindings())
                .bind("id", of.id())
                .bind("school", of.schoolId())
                .bind("region", of.regionCode())
                .bind("on", of.foundOn())
                .bind("at", of.recordedAt())
                .map((r, c) -> read(r))
                .list());
    }

    /** False when the id is known. */
    boolean insert(Finding f) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "insert into rectification.finding (id, region_code, school_id, unit_name, origin,"
                                        + " origin_ref, rule_code, rule, description, severity, departments, evidence, found_on, found_by,"
                                        + " finder_name, recorded_at, state) values (:id, :region, :school, :unit, :origin, :ref, :ruleCode,"
                                        + " :rule, :description, :severity, :departments, :evidence, :foundOn, :foundBy, :finder, :at, :state) on conflict (id) do nothing")
                        .bind("id", f.id())
                        .bind("region", f.regionCode())
                        .bind("school", f.schoolId())
                        .bind("unit", f.unitName())
                        .bind("origin", f.origin())
                        .bind("ref", f.originRef())
                        .bind("ruleCode", f.ruleCode())
                        .bind("rule", f.rule())
                        .bind("description", f.description())
                        .bind("severity", f.severity().name())
                        .bindArray("departments", String.class, f.departments())
                        .bindArray("evidence", UUID.class, f.evidence())
                        .bind("foundOn", f.foundOn())
                        .bind("foundBy", f.foundBy())
                        .bind("finder", f.finderName())
                        .bind("at", f.recordedAt())
                        .bind("state", f.state().name())
                        .execute())
                == 1;
    }

    /** Writes where a finding stands now; false when somebody else was faster. */
    boolean update(Finding f) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "update rectification.finding set state = :state, notice_id = :notice,"
                                        + " requirement = :requirement, term_days = :days, term_kind = :kind, deadline = :deadline,"
                                        + " replied_by = :replier, closed_on = :closed, rule_code = :ruleCode, rule = :rule, description = :description,"
                                        + " severity = :severity, departments = :departments, found_on = :foundOn, version = version + 1"
                                        + " where id = :id and version = :version")
                        .bind("state", f.state().name())
                        .bind("notice", f.noticeId())
                        .bind("requirement", f.requirement())
                        .bind("days", f.termDays())
                        .bind("kind", f.termKind() == null ? null : f.termKind().name())
                        .bind("deadline", f.deadline())
                        .bind("replier", f.repliedBy())
                        .bind("closed", f.closedOn())
                        .bind("ruleCode", f.ruleCode())
                        .bind("rule", f.rule())
                        .bind("description", f.description())
                        .bind("severity", f.severity().name())
                        .bindArray("departments", String.class, f.departments())
                        .bind("foundOn", f.foundOn())
                        .bind("id", f.id())
                        .bind("version", f.version())
                        .execute())
                == 1;
    }

    void add(FindingEvent e) {
        jdbi.useHandle(
                h -> h.createUpdate("insert into rectification.finding_event (id, finding_id, kind, on_date, at, actor,"
                                + " actor_name, text, mode, deadline, evidence) values (:id, :finding, :kind, :on, :at, :actor, :name,"
                                + " :text, :mode, :deadline, :evidence)")
                        .bind("id", e.id())
                        .bind("finding", e.findingId())
                        .bind("kind", e.kind().name())
                        .bind("on", e.onDate())
                        .bind("at", e.at())
                        .bind("actor", e.actor())
                        .bind("name", e.actorName())
                        .bind("text", e.text())
                        .bind("mode", e.mode() == null ? null : e.mode().name())
                        .bind("deadline", e.deadline())
                        .bindArray("evidence", UUID.class, e.evidence())
                        .execute());
    }

    List<FindingEvent> events(UUID finding) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from rectification.finding_event where finding_id = :id order by at, id")
                .bind("id", finding)
                .map((r, c) -> new FindingEvent(
                        r.getObject("id", UUID.class),
                        finding,
                        FindingEvent.Kind.valueOf(r.getString("kind")),
                        r.getObject("on_date", LocalDate.class),
                        r.getTimestamp("at").toInstant(),
                        r.getString("actor"),
                        r.getString("actor_name"),
                        r.getString("text"),
                        r.getString("mode") == null ? null : FindingEvent.CheckMode.valueOf(r.getString("mode")),
                        r.getObject("deadline", LocalDate.class),
                        list(r.getArray("evidence"), UUID[].class)))
                .list());
    }

    private static Query bind(Handle h, String sql, Where where) {
        return h.createQuery(sql).bindMap(where.bindings());
    }

    static Finding read(ResultSet r) throws SQLException {
        String term = r.getString("term_kind");
        return new Finding(
                r.getObject("id", UUID.class),
                r.getString("region_code"),
                r.getObject("school_id", UUID.class),
                r.getString("unit_name"),
                r.getString("origin"),
                r.getString("origin_ref"),
                r.getString("rule_code"),
                r.getString("rule"),
                r.getString("description"),
                Severity.valueOf(r.getString("severity")),
                list(r.getArray("departments"), String[].class),
                list(r.getArray("evidence"), UUID[].class),
                r.getObject("found_on", LocalDate.class),
                r.getString("found_by"),
                r.getString("finder_name"),
                r.getTimestamp("recorded_at").toInstant(),
                Finding.State.valueOf(r.getString("state")),
                r.getObject("notice_id", UUID.class),
                r.getString("requirement"),
                (Integer) r.getObject("term_days"),
                term == null ? null : Term.valueOf(term),
                r.getObject("deadline", LocalDate.class),
                r.getString("replied_by"),
                r.getObject("closed_on", LocalDate.class),
                r.getInt("earlier"),
                r.getLong("version"));
    }

    private static <T> List<T> list(Array array, Class<T[]> type) throws SQLException {
        return array == null ? List.of() : List.of(type.cast(array.getArray()));
    }
}
