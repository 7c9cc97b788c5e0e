package org.dudao.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.dudao.zone.Draws;
import org.jdbi.v3.core.Handle;

/** One random draw of the demonstration county: three schools of a zone, two inspectors for each. */
final class DemoDraw {
    private static final long SEED = 611_284_057;
    private static final String BARRED =
            "(select c.inspector_id, c.school_id, c.kind as reason from zone.conflict c union select a.inspector_id,"
                    + " a.school_id, 'RESPONSIBLE' from zone.assignment a where a.from_day <= :day"
                    + " and coalesce(a.until_day, 'infinity') >= :day and not exists (select from zone.conflict c"
                    + " where c.inspector_id = a.inspector_id and c.school_id = a.school_id))";
    private static final String INPUTS = "with s as (select id, name from registry.school where state = 'OPEN'"
            + " and zone_id = :zone and kind = '211'), i as (select p.id, p.name from zone.inspector p where"
            + " p.region_code = :county and exists (select from zone.appointment t where t.inspector_id = p.id"
            + " and t.starts_on <= :day and t.ends_on >= :day)) select jsonb_build_object('seed', :seed, 'schools', 3,"
            + " 'inspectors', 6, 'groupSize', 2,"
            + " 'schoolPool', (select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by id) from s),"
            + " 'inspectorPool', (select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by id) from i),"
            + " 'barred', (select coalesce(jsonb_agg(jsonb_build_object('inspectorId', b.inspector_id, 'schoolId', b.school_id,"
            + " 'reason', b.reason) order by b.inspector_id, b.school_id), '[]') from " + BARRED
            + " b where b.inspector_id in (select id from i) and b.school_id in (select id from s)))::text";

    private final Handle handle;
    private final LocalDate today;
    private final String[] accounts;

    DemoDraw(Handle handle, LocalDate today, String[] accounts) {
        this.handle = handle;
        this.today = today;
        this.accounts = accounts;
    }

    void load() {
        LocalDate day = today.plusDays(9);
        UUID zone = DemoLoader.zone(DemoLoader.COUNTY, 1);
        String inputs = handle.createQuery(INPUTS)
                .bind("zone", zone)
                .bind("county", DemoLoader.COUNTY)
                .bind("day", day)
                .bind("seed", SEED)
                .mapTo(String.class)
                .one();
        String outcome = Draws.outcome(inputs).orElseThrow();
        handle.createUpdate(
                        "insert into zone.draw (id, region_code, title, day, schools, inspectors, group_size, seed, wish,"
                                + " inputs, excluded, outcome, drawn_by, drawn_name, drawn_at) select :id, :county, :title, :day, 3, 6, 2,"
                                + " :seed, jsonb_build_object('title', cast(:title as text), 'day', cast(:day as text), 'schools', 3, 'inspectors', 6,"
                                + " 'groupSize', 2, 'zones', jsonb_build_array(:zone), 'kinds', jsonb_build_array('211'), 'townships',"
                                + " '[]'::jsonb, 'leaveOutOwn', true), :inputs::jsonb, (select coalesce(jsonb_agg(jsonb_build_object('side',"
                                + " 'INSPECTOR', 'id', p.id, 'name', p.name, 'reason', 'NOT_IN_OFFICE') order by p.id), '[]')"
                                + " from zone.inspector p where p.region_code = :county and not exists (select from zone.appointment t"
                                + " where t.inspector_id = p.id and t.starts_on <= :day and t.ends_on >= :day)), :outcome::jsonb, :by, :name, :at")
                .bind("id", UUID.nameUUIDFromBytes("dudao-demo-draw".getBytes(StandardCharsets.UTF_8)))
                .bind("county", DemoLoader.COUNTY)
                .bind("title", "小学食堂食品安全专项督导")
                .bind("day", day)
                .bind("seed", SEED)
                .bind("zone", zone)
                .bind("inputs", inputs)
                .bind("outcome", outcome)
                .bind("by", "00000000-0000-7000-8000-000000000002")
                .bind("name", accounts[1])
                .bind(
                        "at",
                        today.minusDays(1)
                                .atTime(10, 0)
                                .atZone(ZoneId.of("Asia/Shanghai"))
                                .toOffsetDateTime())
                .execute();
    }
}
