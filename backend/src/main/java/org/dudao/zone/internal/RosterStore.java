package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.SchoolScope;
import org.dudao.registry.Stage;
import org.dudao.zone.internal.Roster.InspectorSeat;
import org.dudao.zone.internal.Roster.SchoolSeat;
import org.dudao.zone.internal.Roster.ZoneSeat;
import org.jdbi.v3.core.Jdbi;

/** Reads the arrangement of a region, or of the one zone a caller sees, and guards it by the county's version. */
@ApplicationScoped
public class RosterStore {
    private static final String INSPECTORS =
            """
            select i.id, i.name, i.kind, i.phone, m.zone_id, coalesce(m.leader, false) as leader, t.ends_on,
                exists (select from zone.appointment a where a.inspector_id = i.id
                    and a.starts_on <= :day and a.ends_on >= :day) as in_office,
                c.zone_id as account_zone,
                array(select f.school_id from zone.conflict f where f.inspector_id = i.id) as conflicts
            from zone.inspector i
            left join zone.membership m on m.inspector_id = i.id
                and m.from_day <= :day and coalesce(m.until_day, 'infinity') >= :day
            left join registry.account c on c.subject = i.account and c.enabled
            left join lateral (select max(a.ends_on) as ends_on from zone.appointment a where a.inspector_id = i.id) t on true
            """;

    private static final String SCHOOLS =
            """
            select s.id, s.code, s.name, s.kind, s.region_code, r.name as region, s.zone_id, s.longitude, s.latitude,
                a.inspector_id, i.name as inspector, a.from_day
            from registry.school s
            join registry.region r on r.code = s.region_code
            left join zone.assignment a on a.school_id = s.id
                and a.from_day <= :day and coalesce(a.until_day, 'infinity') >= :day
            left join zone.inspector i on i.id = a.inspector_id
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    InspectorStore inspectors;

    /** The arrangement on a day, of the region or the zone the caller sees. */
    public Roster load(Account by, LocalDate day) {
        Scope scope = by.scope();
        return new Roster(day, inspectors.rules(day), zones(scope), people(by, day), schools(scope, day));
    }

    private List<ZoneSeat> zones(Scope scope) {
        Where where = new Where()
                .and("z.region_code like :scope || '%'", "scope", scope.regionPrefix())
                .andIf("z.id = :zone", "zone", scope.zoneId());
        return jdbi.withHandle(h -> h.createQuery("select z.id, z.region_code, z.name from registry.zone z"
                        + where.sql() + " order by z.region_code, z.name collate \"zh-Hans-CN-x-icu\", z.id")
                .bindMap(where.bindings())
                .map((r, c) ->
                        new ZoneSeat(r.getObject("id", UUID.class), r.getString("region_code"), r.getString("name")))
                .list());
    }

    private List<InspectorSeat> people(Account by, LocalDate day) {
        Where where = new Where()
                .and("i.region_code like :scope || '%'", "scope", by.scope().regionPrefix())
                .andIf("m.zone_id = :zone", "zone", by.scope().zoneId());
        return jdbi.withHandle(h -> h.createQuery(
                        INSPECTORS + where.sql() + " order by leader desc, i.name collate \"zh-Hans-CN-x-icu\", i.id")
                .bindMap(where.bindings())
                .bind("day", day)
                .map((r, c) -> inspector(r, by))
                .list());
    }

    private List<SchoolSeat> schools(Scope scope, LocalDate day) {
        Where where = SchoolScope.schools(new Where().and("s.state = 'OPEN'"), scope, "s");
        return jdbi.withHandle(h -> h.createQuery(SCHOOLS + where.sql() + " order by s.region_code, s.code")
                .bindMap(where.bindings())
                .bind("day", day)
                .map((r, c) -> school(r))
                .list());
    }

    /** The version of a county's arrangement; 0 before its first change. */
    long version(String county) {
        return jdbi.withHandle(h -> h.createQuery("select version from zone.roster where region_code = :county")
                .bind("county", county)
                .mapTo(long.class)
                .findOne()
                .orElse(0L));
    }

    /** Counts a change; false when somebody else was faster. The row is locked until the end of the transaction. */
    boolean touch(String county, long version) {
        return jdbi.withHandle(h -> {
            h.execute("insert into zone.roster (region_code) values (?) on conflict do nothing", county);
            return h.execute(
                            "update zone.roster set version = version + 1 where region_code = ? and version = ?",
                            county,
                            version)
                    == 1;
        });
    }

    /** Counts a change that came from elsewhere. */
    void count(String county) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.roster (region_code, version) values (?, 1)"
                        + " on conflict (region_code) do update set version = zone.roster.version + 1",
                county));
    }

    private static InspectorSeat inspector(ResultSet r, Account by) throws SQLException {
        Set<UUID> conflicts =
                new HashSet<>(List.of((UUID[]) r.getArray("conflicts").getArray()));
        return new InspectorSeat(
                r.getObject("id", UUID.class),
                r.getString("name"),
                Inspector.Kind.valueOf(r.getString("kind")),
                Phones.seenBy(r.getString("phone"), by),
                r.getObject("zone_id", UUID.class),
                r.getBoolean("leader"),
                r.getBoolean("in_office"),
                r.getObject("ends_on", LocalDate.class),
                r.getObject("account_zone", UUID.class),
                conflicts);
    }

    private static SchoolSeat school(ResultSet r) throws SQLException {
        String kind = r.getString("kind");
        String region = r.getString("region_code");
        return new SchoolSeat(
                r.getObject("id", UUID.class),
                r.getString("code"),
                r.getString("name"),
                kind,
                SchoolKind.ofCode(kind)
                        .map(k -> k.teaches(Stage.PRIMARY) || k.teaches(Stage.JUNIOR))
                        .orElse(false),
                region,
                r.getString("region"),
                Counties.of(region),
                r.getObject("zone_id", UUID.class),
                (Double) r.getObject("longitude"),
                (Double) r.getObject("latitude"),
                r.getObject("inspector_id", UUID.class),
                r.getString("inspector"),
                r.getObject("from_day", LocalDate.class));
    }
}
