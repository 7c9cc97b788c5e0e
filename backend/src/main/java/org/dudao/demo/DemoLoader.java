package org.dudao.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes invented counties into an empty part of the register. Adds only; a county that is there is left alone. */
final class DemoLoader {
    static final String PROVINCE = "99";
    static final String PREFECTURE = "9901";
    static final String COUNTY = "990101";

    private static final int BATCH = 1_000;
    private static final int SERIALS_PER_COUNTY = 200;
    private static final int FIRST_SERIAL = 100_000;
    private static final int COUNTIES_PER_PREFECTURE = 30;
    private static final String[] ACCOUNTS = {
        "director", "officer", "inspector", "school", "township", "government", "province"
    };
    private static final String[] PEOPLE = {"林怀远", "周知夏", "沈一舟", "梁若溪", "何青川", "顾明谦", "省级接收端"};

    private final Handle handle;
    private final Instant now;
    private final ObjectMapper json = new ObjectMapper();

    DemoLoader(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** The county of the demonstration accounts, with them. */
    void loadCounty() {
        region(PROVINCE, "云岭省", "Yunling Province", null);
        region(PREFECTURE, "青岚市", "Qinglan City", PROVINCE);
        List<DemoSchool> schools = county(COUNTY, "溪禾县", "Xihe County", 0);
        accounts(schools);
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        DemoHeads.load(handle, schools, today);
        new DemoFindings(handle, today, PEOPLE).load(schools);
        new DemoZones(handle, today, PEOPLE).load(schools);
        new DemoRecords(handle, today, PEOPLE).load(schools, new DemoVisits(handle, today, PEOPLE).load(schools));
        new DemoOffice(handle, today, PEOPLE).load(schools);
        new DemoComplaints(handle, today).load(schools);
        new DemoAppraisals(handle, today, PEOPLE).load(schools);
        new DemoDraw(handle, today, PEOPLE).load();
    }

    /** A province of counties for load tests; the county of the accounts is its first. */
    void loadProvince(int counties) {
        for (int i = 1; i < counties; i++) {
            int p = i / COUNTIES_PER_PREFECTURE + 1;
            String prefecture = PROVINCE + String.format("%02d", p);
            String code = prefecture + String.format("%02d", i % COUNTIES_PER_PREFECTURE + 1);
            region(prefecture, "示范市" + p, "Model City " + p, PROVINCE);
            county(code, "示范县" + (i + 1), "Model County " + (i + 1), i);
        }
    }

    private List<DemoSchool> county(String code, String name, String nameEn, int index) {
        if (!region(code, name, nameEn, code.substring(0, 4))) {
            return List.of();
        }
        for (int t = 0; t < DemoCounty.TOWNSHIPS; t++) {
            region(DemoCounty.townshipCode(code, t), DemoCounty.townshipName(t), null, code);
        }
        for (int z = 0; z < DemoCounty.ZONES; z++) {
            handle.execute(
                    "insert into registry.zone (id, region_code, name) values (?, ?, ?)",
                    zone(code, z),
                    code,
                    "第" + (z + 1) + "督学责任区");
        }
        List<DemoSchool> schools = DemoCounty.schools(code, FIRST_SERIAL + index * SERIALS_PER_COUNTY);
        insertSchools(code, schools);
        insertFigures(code, schools);
        return schools;
    }

    private boolean region(String code, String name, String nameEn, String parent) {
        return handle.execute(
                        "insert into registry.region (code, name, name_en, parent_code) values (?, ?, ?, ?) on conflict do nothing",
                        code,
                        name,
                        nameEn,
                        parent)
                > 0;
    }

    private void insertSchools(String county, List<DemoSchool> schools) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into registry.school (id, code, name, kind, region_code, urban_rural,"
                        + " private_school, run_by, parent_school_id, zone_id, longitude, latitude, founded_year, state)"
                        + " values (:id, :code, :name, :kind, :region, :urbanRural, :private, :runBy, :parent, :zone, :longitude, :latitude, :founded, 'OPEN')");
        for (DemoSchool s : schools) {
            batch.bind("id", s.id())
                    .bind("code", s.code())
                    .bind("name", s.name())
                    .bind("kind", s.kind())
                    .bind("region", s.regionCode())
                    .bind("urbanRural", s.urbanRural())
                    .bind("private", s.privateSchool())
                    .bind("runBy", s.privateSchool() ? "OTHER" : "COUNTY")
                    .bind("parent", s.parentId())
                    .bind("zone", s.zone() < 0 ? null : zone(county, s.zone()))
                    .bind("longitude", s.longitude())
                    .bind("latitude", s.latitude())
                    .bind("founded", s.foundedYear())
                    .add();
        }
        batch.execute();
    }

    private void insertFigures(String county, List<DemoSchool> schools) {
        UUID source = named("source-" + county);
        handle.createUpdate("insert into registry.figure_source (id, kind, file_name, actor, actor_name, at)"
                        + " values (:id, 'DEMO', null, 'demo', '演示数据', :at)")
                .bind("id", source)
                .bind("at", now)
                .execute();
        List<Object[]> rows = new ArrayList<>();
        for (DemoSchool s : schools) {
            s.figures().forEach((year, values) -> rows.add(new Object[] {s.id(), year, source, write(values)}));
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Object[]> part = rows.subList(from, Math.min(rows.size(), from + BATCH));
            PreparedBatch entries = handle.prepareBatch(
                    "insert into registry.figure_entry (school_id, year, source_id, values) values (?, ?, ?, ?::jsonb)");
            part.forEach(entries::add);
            entries.execute();
            PreparedBatch years = handle.prepareBatch(
                    "insert into registry.school_year (school_id, year, values, version) values (?, ?, ?::jsonb, 1)");
            part.forEach(r -> years.add(r[0], r[1], r[3]));
            years.execute();
        }
    }

    private void accounts(List<DemoSchool> schools) {
        DemoSchool own = schools.get(0);
        for (int i = 0; i < ACCOUNTS.length; i++) {
            String role = ACCOUNTS[i];
            String region =
                    switch (role) {
                        case "province" -> PROVINCE;
                        case "township" -> DemoCounty.townshipCode(COUNTY, 1);
                        default -> COUNTY;
                    };
            UUID person = named("person-" + role);
            handle.execute(
                    "insert into registry.person (id, name, region_code) values (?, ?, ?)", person, PEOPLE[i], region);
            handle.createUpdate(
                            "insert into registry.account (id, subject, username, person_id, role, region_code, zone_id, school_id, demo)"
                                    + " values (:id, :subject, :username, :person, :role, :region, :zone, :school, true)")
                    .bind("id", named("account-" + role))
                    .bind("subject", "00000000-0000-7000-8000-00000000000" + (i + 1))
                    .bind("username", role)
                    .bind("person", person)
                    .bind("role", role)
                    .bind("region", region)
                    .bind("zone", "inspector".equals(role) ? zone(COUNTY, 0) : null)
                    .bind("school", "school".equals(role) ? own.id() : null)
                    .execute();
        }
    }

    static UUID zone(String county, int index) {
        return named("zone-" + county + "-" + index);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("dudao-demo-" + name).getBytes(StandardCharsets.UTF_8));
    }

    private String write(Object values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
