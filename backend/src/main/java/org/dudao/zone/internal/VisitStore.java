package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.registry.SchoolScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Visits, their records and what was chosen between them. Everything is read inside the caller's scope of schools. */
@ApplicationScoped
public class VisitStore {
    public static final String FROM = " from zone.visit v join registry.school s on s.id = v.school_id";

    /**
     * Who goes, or went: who was named, else of a planned visit who answers for the school on the day. One that nobody planned
     * and no inspector made was the office's own.
     */
    public static final String GOES = "coalesce(v.inspector_id, (select a.inspector_id from zone.assignment a"
            + " where v.planned_on is not null and a.school_id = v.school_id and a.from_day <= coalesce(v.made_on, v.planned_on)"
            + " and coalesce(a.until_day, 'infinity') >= coalesce(v.made_on, v.planned_on)))";

    /** That a record of a visit has doubtful times, or came from a clock that was off. */
    static final String DOUBTFUL = "exists (select from zone.visit_record d where d.visit_id = v.id"
            + " and (d.doubts <> '{}' or d.clock_off <> 0))";

    private static final String PARTICIPANTS =
            " (select json_agg(json_build_object('inspectorId', p.inspector_id, 'name', p.name) order by p.no)"
                    + " from zone.visit_participant p where p.visit_id = v.id) as participants";

    private static final String SELECT = "select v.*, s.name as school_name, i.id as goes, i.name as goes_name,"
            + " (select count(*) from zone.visit_record r where r.visit_id = v.id) as records,"
            + PARTICIPANTS + ", exists (select from zone.visit_move m where m.visit_id = v.id) as moved, " + DOUBTFUL
            + " as doubtful,"
            + " exists (select from zone.visit_publication p where p.visit_id = v.id) as published" + FROM
            + " left join zone.inspector i on i.id = " + GOES;
    private static final Map<String, String> SORTABLE =
            Map.of("day", "coalesce(v.made_on, v.planned_on)", "school", "s.name", "kind", "v.kind");

    @Inject
    Jdbi jdbi;

    /** Visits to schools the caller sees; for a school those it was told of; for an inspector those elsewhere they are to make or go along on. */
    public static Where scope(Account by) {
        if (by.role().equals(Roles.SCHOOL)) {
            return SchoolScope.schools(new Where(), by.scope(), "s").and("v.announced");
        }
        if (!by.role().equals(Roles.INSPECTOR)) {
            return SchoolScope.schools(new Where(), by.scope(), "s");
        }
        String self = "(select id from zone.inspector where account = :self)";
        Where where = new Where()
                .and(
                        "v.region_code like :scopeRegion || '%'",
                        "scopeRegion", by.scope().regionPrefix())
                .and(
                        "(s.zone_id = cast(:scopeZone as uuid) or v.inspector_id = " + self + " or " + along(self)
                                + ")",
                        "scopeZone",
                        by.scope().zoneId());
        where.bindings().put("self", by.subject());
        return where;
    }

    /** That a visit is an inspector's, by an expression for the inspector's id. */
    public static String of(String inspector) {
        return "(" + GOES + " = " + inspector + " or " + along(inspector) + ")";
    }

    private static String along(String inspector) {
        return "exists (select from zone.visit_participant p where p.visit_id = v.id and p.inspector_id = " + inspector
                + ")";
    }

    Page<Visit> page(Account by, VisitFilter filter, LocalDate today) {
        Where where = filter.narrow(scope(by), by, today);
        return jdbi.withHandle(h -> new Page<>(
                bind(
                                h,
                                SELECT + where.sql()
                                        + filter.orderBy(SORTABLE, "coalesce(v.made_on, v.planned_on) desc, v.id")
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

    Optional<Visit> find(UUID id, Account by) {
        Where where = scope(by).and("v.id = :id", "id", id);
        return jdbi.withHandle(
                h -> bind(h, SELECT + where.sql(), where).map((r, c) -> read(r)).findOne());
    }

    /**
     * A visit as it is entered.
     *
     * @param inspectorId who is to go; null for whoever answers for the school
     */
    record Entry(
            UUID id,
            String region,
            UUID school,
            VisitRecord.Kind kind,
            LocalDate plannedOn,
            UUID systemId,
            UUID inspectorId,
            List<Visit.Participant> participants) {}

    /** Whether a visit of a kind is planned at a school on a day, neither made nor dropped. */
    boolean planned(UUID school, LocalDate on, VisitRecord.Kind kind, Account by) {
        return jdbi.withHandle(h -> h.createQuery("select exists (select from zone.visit v where v.school_id = :school"
                        + " and v.planned_on = :on and v.kind = :kind and v.made_on is null and v.cancelled_for is null"
                        + " and v.region_code like :scope || '%')")
                .bind("school", school)
                .bind("on", on)
                .bind("kind", kind.name())
                .bind("scope", by.scope().regionPrefix())
                .mapTo(boolean.class)
                .one());
    }

    /** Enters a visit; false when its id is known. */
    boolean insert(Entry v, String by, Instant at) {
        boolean entered = jdbi.withHandle(h -> h.createUpdate(
                                "insert into zone.visit (id, region_code, school_id, kind, planned_on, system_id, inspector_id,"
                                        + " planned_by, created_at) values (:id, :region, :school, :kind, :on, :system, :inspector,"
                                        + " :by, :at) on conflict (id) do nothing")
                        .bind("id", v.id())
                        .bind("region", v.region())
                        .bind("school", v.school())
                        .bind("kind", v.kind().name())
                        .bind("on", v.plannedOn())
                        .bind("system", v.systemId())
                        .bind("inspector", v.inspectorId())
                        .bind("by", by)
                        .bind("at", at)
                        .execute())
                == 1;
        for (int no = 0; entered && no < v.participants().size(); no++) {
            Visit.Participant p = v.participants().get(no);
            int number = no;
            jdbi.useHandle(h -> h.execute(
                    "insert into zone.visit_participant (visit_id, no, inspector_id, name) values (?, ?, ?, ?)",
                    v.id(),
                    number,
                    p.inspectorId(),
                    p.name()));
        }
        return entered;
    }

    /** A visit as it was entered, on the day it was first planned for; that is null for one nobody planned. */
    Optional<Entry> entered(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select v.*, coalesce((select m.from_day from zone.visit_move m"
                        + " where m.visit_id = v.id order by m.at, m.id limit 1), v.planned_on) as first_day,"
                        + PARTICIPANTS + " from zone.visit v where v.id = :id")
                .bind("id", id)
                .map((r, c) -> new Entry(
                        id,
                        r.getString("region_code"),
                        r.getObject("school_id", UUID.class),
                        VisitRecord.Kind.valueOf(r.getString("kind")),
                        r.getObject("first_day", LocalDate.class),
                        r.getObject("system_id", UUID.class),
                        r.getObject("inspector_id", UUID.class),
                        participants(r.getString("participants"))))
                .findOne());
    }

    /** The inspector a caller is; empty for anybody else. */
    Optional<UUID> inspectorOf(Account by) {
        return jdbi.withHandle(h -> h.createQuery("select id from zone.inspector where account = :self")
                .bind("self", by.subject())
                .mapTo(UUID.class)
                .findOne());
    }

    /**
     * An inspector of a county, for naming them on a visit.
     *
     * @param spared whether the school is kept from them by a conflict of interest
     * @param inOffice whether they hold office on the day
     */
    record Named(UUID id, String name, boolean spared, boolean inOffice) {}

    Optional<Named> named(UUID inspector, String county, UUID school, LocalDate on) {
        return jdbi.withHandle(h -> h.createQuery("select i.id, i.name, exists (select from zone.conflict c"
                        + " where c.inspector_id = i.id and c.school_id = :school) as spared,"
                        + " exists (select from zone.appointment a where a.inspector_id = i.id"
                        + " and a.state in ('APPOINTED', 'DISMISSED') and :on between a.starts_on and a.ends_on) as in_office"
                        + " from zone.inspector i where i.id = :id and i.region_code = :county")
                .bind("id", inspector)
                .bind("county", county)
                .bind("school", school)
                .bind("on", on)
                .map((r, c) -> new Named(
                        r.getObject("id", UUID.class),
                        r.getString("name"),
                        r.getBoolean("spared"),
                        r.getBoolean("in_office")))
                .findOne());
    }

    /** Moves a plan to another day; false when the visit was changed meanwhile. */
    boolean move(Visit v, LocalDate to, boolean dayOff, String reason, Account by, Instant at) {
        return jdbi.withHandle(h -> {
            int moved = h.execute(
                    "update zone.visit set planned_on = ?, version = version + 1"
                            + " where id = ? and version = ? and made_on is null and cancelled_for is null",
                    to,
                    v.id(),
                    v.version());
            if (moved == 1) {
                h.execute(
                        "insert into zone.visit_move (id, visit_id, from_day, to_day, day_off, reason, actor, actor_name, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        Ids.newId(),
                        v.id(),
                        v.plannedOn(),
                        to,
                        dayOff,
                        reason,
                        by.subject(),
                        by.displayName(),
                        at);
            }
            return moved == 1;
        });
    }

    /** Oldest first. */
    List<Visit.Move> moves(UUID visit) {
        return jdbi.withHandle(h -> h.createQuery("select from_day, to_day, day_off, reason, actor_name, at"
                        + " from zone.visit_move where visit_id = :id order by at, id")
                .bind("id", visit)
                .map(ConstructorMapper.of(Visit.Move.class))
                .list());
    }

    boolean cancel(Visit v, String reason) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "update zone.visit set cancelled_for = :reason, version = version + 1"
                                        + " where id = :id and version = :version and made_on is null and cancelled_for is null")
                        .bind("reason", reason)
                        .bind("id", v.id())
                        .bind("version", v.version())
                        .execute())
                == 1;
    }

    /** A record as it was kept, whatever the scope. */
    record Kept(VisitReceipt receipt, String author, String checksum, VisitRecord record) {}

    Optional<Kept> record(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select * from zone.visit_record where id = :id")
                .bind("id", id)
                .map((r, c) -> kept(r))
                .findOne());
    }

    /** In the order of their ids. */
    List<Kept> records(UUID visit) {
        return jdbi.withHandle(h -> h.createQuery("select * from zone.visit_record where visit_id = :id order by id")
                .bind("id", visit)
                .map((r, c) -> kept(r))
                .list());
    }

    Map<String, UUID> choices(UUID visit) {
        Map<String, UUID> choices = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select item, record_id from zone.visit_choice where visit_id = :id")
                .bind("id", visit)
                .map((r, c) -> choices.put(r.getString("item"), r.getObject("record_id", UUID.class)))
                .list());
        return choices;
    }

    /** False when the visit was changed meanwhile. */
    boolean choose(Visit visit, String item, UUID record, Account by, Instant at) {
        boolean current = jdbi.withHandle(h -> h.execute(
                        "update zone.visit set version = version + 1 where id = ? and version = ?",
                        visit.id(),
                        visit.version()))
                == 1;
        if (!current) {
            return false;
        }
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into zone.visit_choice (visit_id, item, record_id, chosen_by, chosen_at)"
                                + " values (:visit, :item, :record, :by, :at) on conflict (visit_id, item)"
                                + " do update set record_id = excluded.record_id, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at")
                .bind("visit", visit.id())
                .bind("item", item)
                .bind("record", record)
                .bind("by", by.subject())
                .bind("at", at)
                .execute());
        return true;
    }

    private static Query bind(Handle h, String sql, Where where) {
        return h.createQuery(sql).bindMap(where.bindings());
    }

    private static Kept kept(ResultSet r) throws SQLException {
        return new Kept(
                receipt(r),
                r.getString("author"),
                r.getString("checksum"),
                Documents.read(r.getString("body"), VisitRecord.class));
    }

    static VisitReceipt receipt(ResultSet r) throws SQLException {
        return new VisitReceipt(
                r.getObject("id", UUID.class),
                r.getObject("visit_id", UUID.class),
                r.getString("author_name"),
                r.getString("handed_in_by"),
                r.getObject("system_id", UUID.class),
                r.getTimestamp("sent_at").toInstant(),
                r.getTimestamp("received_at").toInstant(),
                r.getInt("clock_off"),
                Stream.of((String[]) r.getArray("doubts").getArray())
                        .map(VisitDoubt::valueOf)
                        .toList());
    }

    private static Visit read(ResultSet r) throws SQLException {
        LocalDate madeOn = r.getObject("made_on", LocalDate.class);
        String cancelled = r.getString("cancelled_for");
        Visit.State state =
                madeOn != null ? Visit.State.MADE : cancelled != null ? Visit.State.CANCELLED : Visit.State.PLANNED;
        return new Visit(
                r.getObject("id", UUID.class),
                r.getString("region_code"),
                r.getObject("school_id", UUID.class),
                r.getString("school_name"),
                VisitRecord.Kind.valueOf(r.getString("kind")),
                r.getObject("planned_on", LocalDate.class),
                madeOn,
                cancelled,
                r.getInt("records"),
                state,
                r.getObject("system_id", UUID.class),
                r.getObject("goes", UUID.class),
                r.getString("goes_name"),
                participants(r.getString("participants")),
                r.getBoolean("announced"),
                r.getBoolean("moved"),
                r.getBoolean("doubtful"),
                r.getBoolean("published"),
                r.getLong("version"));
    }

    private static List<Visit.Participant> participants(String json) {
        return json == null ? List.of() : List.of(Documents.read(json, Visit.Participant[].class));
    }
}
