package org.dudao.zone.internal.draw;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads pools and keeps draws. Everything is read inside the caller's region. */
@ApplicationScoped
class DrawStore {
    private static final Map<String, String> SORTABLE =
            Map.of("drawnAt", "d.drawn_at", "day", "d.day", "title", "d.title collate \"zh-Hans-CN-x-icu\"");
    private static final String NEWEST = "d.drawn_at desc, d.id";

    @Inject
    Jdbi jdbi;

    /** Open schools of a county the wish means, by their ids. */
    List<Lots.Lot> schools(String county, RandomDraw.Wish w) {
        return jdbi.withHandle(h -> h.createQuery("select s.id, s.name from registry.school s where s.state = 'OPEN'"
                        + " and s.region_code like :county || '%'"
                        + " and (cardinality(:zones) = 0 or s.zone_id = any(:zones))"
                        + " and (cardinality(:kinds) = 0 or s.kind = any(:kinds))"
                        + " and (cardinality(:townships) = 0 or s.region_code = any(:townships)) order by s.id")
                .bind("county", county)
                .bindArray("zones", UUID.class, w.zones().toArray())
                .bindArray("kinds", String.class, w.kinds().toArray())
                .bindArray("townships", String.class, w.townships().toArray())
                .map(ConstructorMapper.of(Lots.Lot.class))
                .list());
    }

    /** Inspectors of a county by their ids: those in office on a day, or all others. */
    List<Lots.Lot> inspectors(String county, LocalDate day, boolean inOffice) {
        return jdbi.withHandle(
                h -> h.createQuery("select i.id, i.name from zone.inspector i where i.region_code = :county"
                                + " and exists (select from zone.appointment a where a.inspector_id = i.id"
                                + " and a.state in ('APPOINTED', 'DISMISSED') and a.starts_on <= :day and a.ends_on >= :day)"
                                + " = :inOffice order by i.id")
                        .bind("county", county)
                        .bind("day", day)
                        .bind("inOffice", inOffice)
                        .map(ConstructorMapper.of(Lots.Lot.class))
                        .list());
    }

    /** Pairs that must not be drawn: conflicts of interest, and responsible inspectors where these are left out. */
    List<Lots.Barred> barred(List<Lots.Lot> schools, List<Lots.Lot> inspectors, LocalDate day, boolean own) {
        return jdbi.withHandle(
                h -> h.createQuery("select distinct on (inspector_id, school_id) inspector_id, school_id,"
                                + " reason from (select c.inspector_id, c.school_id, c.kind as reason, 1 as rank from zone.conflict c"
                                + " union all select a.inspector_id, a.school_id, 'RESPONSIBLE', 2 from zone.assignment a"
                                + " where :own and a.from_day <= :day and coalesce(a.until_day, 'infinity') >= :day) b"
                                + " where inspector_id = any(:inspectors) and school_id = any(:schools)"
                                + " order by inspector_id, school_id, rank, reason")
                        .bind("own", own)
                        .bind("day", day)
                        .bindArray("inspectors", UUID.class, ids(inspectors))
                        .bindArray("schools", UUID.class, ids(schools))
                        .map(ConstructorMapper.of(Lots.Barred.class))
                        .list());
    }

    private static Object[] ids(List<Lots.Lot> lots) {
        return lots.stream().map(Lots.Lot::id).toArray();
    }

    /** False when its id is known. */
    boolean insert(
            UUID id,
            String county,
            RandomDraw.Wish w,
            Lots.Input in,
            List<Lots.Excluded> excluded,
            Lots.Outcome out,
            Account by,
            Instant at) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "insert into zone.draw (id, region_code, title, day, schools, inspectors, group_size, seed, wish,"
                                        + " inputs, excluded, outcome, drawn_by, drawn_name, drawn_at) values (:id, :county, :title, :day,"
                                        + " :schools, :inspectors, :group, :seed, :wish::jsonb, :inputs::jsonb, :excluded::jsonb,"
                                        + " :outcome::jsonb, :by, :name, :at) on conflict (id) do nothing")
                        .bind("id", id)
                        .bind("county", county)
                        .bind("title", w.title())
                        .bind("day", w.day())
                        .bind("schools", w.schools())
                        .bind("inspectors", w.inspectors())
                        .bind("group", w.groupSize())
                        .bind("seed", in.seed())
                        .bind("wish", Documents.write(w))
                        .bind("inputs", Documents.write(in))
                        .bind("excluded", Documents.write(excluded))
                        .bind("outcome", Documents.write(out))
                        .bind("by", by.subject())
                        .bind("name", by.displayName())
                        .bind("at", at)
                        .execute())
                == 1;
    }

    Page<RandomDraw.Row> page(DrawFilter filter, Account by) {
        Where where = filter.narrow(scope(by));
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery("select d.* from zone.draw d" + where.sql() + filter.orderBy(SORTABLE, NEWEST)
                                + " limit :limit offset :offset")
                        .bindMap(where.bindings())
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> row(r))
                        .list(),
                filter.page,
                filter.size,
                h.createQuery("select count(*) from zone.draw d" + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    List<RandomDraw.Row> all(DrawFilter filter, Account by) {
        Where where = filter.narrow(scope(by));
        return jdbi.withHandle(
                h -> h.createQuery("select d.* from zone.draw d" + where.sql() + filter.orderBy(SORTABLE, NEWEST))
                        .bindMap(where.bindings())
                        .map((r, c) -> row(r))
                        .list());
    }

    Optional<RandomDraw> find(UUID id, Account by) {
        Where where = scope(by).and("d.id = :id", "id", id);
        return jdbi.withHandle(h -> h.createQuery("select d.* from zone.draw d" + where.sql())
                .bindMap(where.bindings())
                .map((r, c) -> read(r))
                .findOne());
    }

    Lots.Input input(UUID id) {
        return Documents.read(
                jdbi.withHandle(h -> h.createQuery("select inputs from zone.draw where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one()),
                Lots.Input.class);
    }

    /** Declares it void and drops what of its visits lies ahead; returns how many, or nothing when it was void before. */
    Optional<Integer> declareVoid(RandomDraw d, String reason, Account by, Instant at) {
        return jdbi.withHandle(h -> {
            int changed = h.execute(
                    "update zone.draw set voided_for = ?, voided_name = ?, voided_at = ?, version = version + 1"
                            + " where id = ? and version = ? and voided_for is null",
                    reason,
                    by.displayName(),
                    at,
                    d.id(),
                    d.version());
            return changed == 0
                    ? Optional.<Integer>empty()
                    : Optional.of(h.execute(
                            "update zone.visit set cancelled_for = ?, version = version + 1 where made_on is null"
                                    + " and cancelled_for is null and id in (select visit_id from zone.draw_visit where draw_id = ?)",
                            reason,
                            d.id()));
        });
    }

    /** That its visits are planned; false when they were, or it was declared void meanwhile. */
    boolean planned(RandomDraw d, LocalDate on, List<RandomDraw.PlannedVisit> visits) {
        return jdbi.withHandle(h -> {
            int changed = h.execute(
                    "update zone.draw set visits_on = ?, version = version + 1 where id = ? and version = ?"
                            + " and voided_for is null and visits_on is null",
                    on,
                    d.id(),
                    d.version());
            visits.forEach(v -> h.execute(
                    "insert into zone.draw_visit (draw_id, school_id, visit_id) values (?, ?, ?)",
                    d.id(),
                    v.schoolId(),
                    v.visitId()));
            return changed == 1;
        });
    }

    private static Where scope(Account by) {
        return new Where()
                .and("d.region_code like :scope || '%'", "scope", by.scope().regionPrefix());
    }

    private List<RandomDraw.PlannedVisit> visits(UUID draw) {
        return jdbi.withHandle(
                h -> h.createQuery("select school_id, visit_id from zone.draw_visit where draw_id = :id order by 1")
                        .bind("id", draw)
                        .map(ConstructorMapper.of(RandomDraw.PlannedVisit.class))
                        .list());
    }

    private static RandomDraw.Row row(ResultSet r) throws SQLException {
        return new RandomDraw.Row(
                r.getObject("id", UUID.class),
                r.getString("title"),
                r.getObject("day", LocalDate.class),
                r.getInt("schools"),
                r.getInt("inspectors"),
                r.getInt("group_size"),
                r.getLong("seed"),
                r.getString("drawn_name"),
                r.getTimestamp("drawn_at").toInstant(),
                r.getString("voided_for"),
                r.getObject("visits_on", LocalDate.class));
    }

    private RandomDraw read(ResultSet r) throws SQLException {
        UUID id = r.getObject("id", UUID.class);
        Lots.Input in = Documents.read(r.getString("inputs"), Lots.Input.class);
        return new RandomDraw(
                id,
                r.getString("region_code"),
                Documents.read(r.getString("wish"), RandomDraw.Wish.class),
                r.getLong("seed"),
                new RandomDraw.Size(in.schoolPool().size(), in.inspectorPool().size()),
                Documents.read(r.getString("excluded"), new TypeReference<List<Lots.Excluded>>() {}),
                Documents.read(r.getString("outcome"), Lots.Outcome.class),
                r.getString("drawn_name"),
                r.getTimestamp("drawn_at").toInstant(),
                r.getString("voided_for"),
                r.getString("voided_name"),
                r.getTimestamp("voided_at") == null
                        ? null
                        : r.getTimestamp("voided_at").toInstant(),
                r.getObject("visits_on", LocalDate.class),
                visits(id),
                r.getLong("version"));
    }
}
