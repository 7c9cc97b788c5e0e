package org.dudao.zone.internal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.zone.internal.VisitRecord;
import org.dudao.zone.internal.VisitStore;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reads what a draw depends on, and keeps adopted plans with their visits. */
@ApplicationScoped
class PlanStore {
    private static final String ROUNDS =
            """
            select a.inspector_id, i.name as inspector, s.id, s.name, s.longitude, s.latitude,
                greatest(a.from_day, :from) as from_day, least(coalesce(a.until_day, :until), :until) as until_day
            from zone.assignment a
            join zone.inspector i on i.id = a.inspector_id
            join registry.school s on s.id = a.school_id
            where s.region_code like :county || '%' and s.state = 'OPEN'
                and a.from_day <= :until and coalesce(a.until_day, 'infinity') >= :from
                and not exists (select from zone.conflict c where c.inspector_id = a.inspector_id and c.school_id = s.id)
                and (cast(:inspector as uuid) is null or a.inspector_id = :inspector)
            order by i.name, i.id, s.code, a.from_day
            """;

    private static final String KNOWN =
            "select v.school_id, " + VisitStore.GOES + " as goes, v.kind, v.system_id, v.made_on,"
                    + " coalesce(v.made_on, v.planned_on) as day from zone.visit v"
                    + " where v.region_code like :county || '%' and (v.made_on is not null or v.cancelled_for is null)"
                    + " and coalesce(v.made_on, v.planned_on) between :from and :until order by v.id";

    private static final String INSERT_VISIT =
            "insert into zone.visit (id, region_code, school_id, kind, planned_on, system_id, plan_id, announced, planned_by,"
                    + " created_at) select :id, s.region_code, s.id, :kind, :day, :system, :plan, :announced, :by, :at"
                    + " from registry.school s where s.id = :school";

    /** As a random draw asks who is in office on a day. */
    private static final String TERMS = "select a.inspector_id, a.starts_on, a.ends_on from zone.appointment a"
            + " where a.inspector_id = any(:inspectors) and a.state in ('APPOINTED', 'DISMISSED')"
            + " and a.starts_on <= a.ends_on order by a.starts_on, a.ends_on, a.id";

    @Inject
    Jdbi jdbi;

    /** Inspectors with the open schools they answer for between two days; none they have a conflict of interest with. */
    List<Draw.Round> rounds(String county, LocalDate from, LocalDate until, UUID inspector) {
        Map<UUID, String> names = new LinkedHashMap<>();
        Map<UUID, Map<UUID, Draw.Stop>> stops = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery(ROUNDS)
                .bind("county", county)
                .bind("from", from)
                .bind("until", until)
                .bind("inspector", inspector)
                .map((r, c) -> {
                    UUID id = r.getObject("inspector_id", UUID.class);
                    names.put(id, r.getString("inspector"));
                    Draw.Stop stop = stop(r);
                    stops.computeIfAbsent(id, k -> new LinkedHashMap<>())
                            .merge(stop.schoolId(), stop, PlanStore::joined);
                    return id;
                })
                .list());
        Map<UUID, List<Draw.Span>> terms = terms(names.keySet());
        return names.entrySet().stream()
                .map(e -> new Draw.Round(
                        e.getKey(),
                        e.getValue(),
                        List.copyOf(stops.get(e.getKey()).values()),
                        terms.getOrDefault(e.getKey(), List.of())))
                .toList();
    }

    private Map<UUID, List<Draw.Span>> terms(Collection<UUID> inspectors) {
        Map<UUID, List<Draw.Span>> terms = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery(TERMS)
                .bindArray("inspectors", UUID.class, inspectors.toArray())
                .map((r, c) -> terms.computeIfAbsent(r.getObject("inspector_id", UUID.class), k -> new ArrayList<>())
                        .add(new Draw.Span(
                                r.getObject("starts_on", LocalDate.class), r.getObject("ends_on", LocalDate.class))))
                .list());
        return terms;
    }

    /** A visit that is there, as it stands. */
    record Present(UUID school, UUID goes, VisitRecord.Kind kind, UUID system, boolean made, LocalDate day) {}

    List<Present> present(String county, LocalDate from, LocalDate until) {
        return jdbi.withHandle(h -> h.createQuery(KNOWN)
                .bind("county", county)
                .bind("from", from)
                .bind("until", until)
                .map((r, c) -> new Present(
                        r.getObject("school_id", UUID.class),
                        r.getObject("goes", UUID.class),
                        VisitRecord.Kind.valueOf(r.getString("kind")),
                        r.getObject("system_id", UUID.class),
                        r.getObject("made_on", LocalDate.class) != null,
                        r.getObject("day", LocalDate.class)))
                .list());
    }

    /** Open schools nobody answers for on a day. */
    List<String> nobody(String county, LocalDate day) {
        return jdbi.withHandle(h -> h.createQuery("select s.name from registry.school s"
                        + " where s.region_code like :county || '%' and s.state = 'OPEN' and not exists (select from"
                        + " zone.assignment a where a.school_id = s.id and a.from_day <= :day"
                        + " and coalesce(a.until_day, 'infinity') >= :day) order by s.region_code, s.code")
                .bind("county", county)
                .bind("day", day)
                .mapTo(String.class)
                .list());
    }

    /** Holds a county's plans to the end of the transaction. */
    void lockPlans(String county) {
        jdbi.useHandle(h -> h.createQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtext('zone.plan'), hashtext(:county))) held")
                .bind("county", county)
                .mapTo(int.class)
                .one());
    }

    /** Keeps a plan; false when its id is known. */
    boolean insert(UUID id, String county, VisitPlan.Wish w, Draw.Input in, Draw.Outcome out, Account by, Instant at) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "insert into zone.visit_plan (id, region_code, year, half, kind, seed, announced, inputs,"
                                        + " outcome, visits, missing, adopted_by, adopted_name, adopted_at) values (:id, :county, :year,"
                                        + " :half, :kind, :seed, :announced, :inputs::jsonb, :outcome::jsonb, :visits, :missing, :by,"
                                        + " :name, :at) on conflict (id) do nothing")
                        .bind("id", id)
                        .bind("county", county)
                        .bind("year", w.year())
                        .bind("half", w.half().name())
                        .bind("kind", w.kind().name())
                        .bind("seed", in.seed())
                        .bind("announced", w.announced())
                        .bind("inputs", Documents.write(in))
                        .bind("outcome", Documents.write(out))
                        .bind("visits", out.visits().size())
                        .bind("missing", out.missing().size())
                        .bind("by", by.subject())
                        .bind("name", by.displayName())
                        .bind("at", at)
                        .execute())
                == 1;
    }

    void insertVisits(
            UUID plan,
            List<Draw.Drawn> visits,
            VisitRecord.Kind kind,
            UUID system,
            boolean announced,
            Account by,
            Instant at) {
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch(INSERT_VISIT);
            for (Draw.Drawn v : visits) {
                batch.bind("id", Ids.newId())
                        .bind("school", v.schoolId())
                        .bind("kind", kind.name())
                        .bind("day", v.day())
                        .bind("system", system)
                        .bind("plan", plan)
                        .bind("announced", announced)
                        .bind("by", by.subject())
                        .bind("at", at)
                        .add();
            }
            if (!visits.isEmpty()) {
                batch.execute();
            }
        });
    }

    /** Of a county or everything below a region, the latest first. */
    List<VisitPlan> plans(String region) {
        return jdbi.withHandle(h -> h.createQuery("select * from zone.visit_plan where region_code like :region || '%'"
                        + " order by adopted_at desc, id desc limit 200")
                .bind("region", region)
                .map((r, c) -> read(r))
                .list());
    }

    Optional<VisitPlan> find(UUID id, String region) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from zone.visit_plan where id = :id and region_code like :region || '%'")
                        .bind("id", id)
                        .bind("region", region)
                        .map((r, c) -> read(r))
                        .findOne());
    }

    Draw.Input input(UUID id) {
        return kept(id, "inputs", Draw.Input.class);
    }

    Draw.Outcome outcome(UUID id) {
        return kept(id, "outcome", Draw.Outcome.class);
    }

    private <T> T kept(UUID id, String column, Class<T> type) {
        return Documents.read(
                jdbi.withHandle(h -> h.createQuery("select " + column + " from zone.visit_plan where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one()),
                type);
    }

    /** Drops what of a plan lies ahead and is not made; returns how many visits that were, or nothing when it was withdrawn before. */
    Optional<Integer> withdraw(VisitPlan plan, String reason, LocalDate today) {
        return jdbi.withHandle(h -> {
            int changed = h.execute(
                    "update zone.visit_plan set withdrawn_for = ?, version = version + 1 where id = ? and version = ?"
                            + " and withdrawn_for is null",
                    reason,
                    plan.id(),
                    plan.version());
            return changed == 0
                    ? Optional.<Integer>empty()
                    : Optional.of(h.execute(
                            "update zone.visit set cancelled_for = ?, version = version + 1 where plan_id = ?"
                                    + " and made_on is null and cancelled_for is null and planned_on >= ?",
                            reason,
                            plan.id(),
                            today));
        });
    }

    private static Draw.Stop stop(ResultSet r) throws SQLException {
        return new Draw.Stop(
                r.getObject("id", UUID.class),
                r.getString("name"),
                (Double) r.getObject("longitude"),
                (Double) r.getObject("latitude"),
                List.of(new Draw.Span(
                        r.getObject("from_day", LocalDate.class), r.getObject("until_day", LocalDate.class))));
    }

    private static Draw.Stop joined(Draw.Stop a, Draw.Stop b) {
        Collection<Draw.Span> spans = new ArrayList<>(a.spans());
        spans.addAll(b.spans());
        return new Draw.Stop(a.schoolId(), a.schoolName(), a.longitude(), a.latitude(), List.copyOf(spans));
    }

    private static VisitPlan read(ResultSet r) throws SQLException {
        return new VisitPlan(
                r.getObject("id", UUID.class),
                r.getString("region_code"),
                r.getInt("year"),
                Semester.Half.valueOf(r.getString("half")),
                VisitPlan.Kind.valueOf(r.getString("kind")),
                r.getLong("seed"),
                r.getBoolean("announced"),
                r.getInt("visits"),
                r.getInt("missing"),
                r.getString("adopted_name"),
                r.getTimestamp("adopted_at").toInstant(),
                r.getString("withdrawn_for"),
                r.getLong("version"));
    }
}
