package org.dudao.zone;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.id.Ids;
import org.jdbi.v3.core.Jdbi;

/** Inspectors in office, and what is asked of the arrangement of a county. */
@ApplicationScoped
public class GivenZones {
    @Inject
    Jdbi jdbi;

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** Somebody in office from a day on, for three years. */
    @Transactional
    public UUID anInspector(String county, String name, LocalDate from) {
        UUID id = Ids.newId();
        jdbi.useHandle(h -> {
            h.execute(
                    "insert into zone.inspector (id, region_code, name, kind, phone, registered_at)"
                            + " values (?, ?, ?, 'RESPONSIBLE', '13912345678', now())",
                    id,
                    county,
                    name);
            h.execute(
                    "insert into zone.appointment (id, inspector_id, state, term_no, starts_on, ends_on)"
                            + " values (?, ?, 'APPOINTED', 1, ?, ?)",
                    Ids.newId(),
                    id,
                    from,
                    from.plusYears(3).minusDays(1));
        });
        return id;
    }

    /** No term of office goes beyond a day. */
    @Transactional
    public void endsTerms(UUID inspector, LocalDate on) {
        jdbi.useHandle(h -> h.execute(
                "update zone.appointment set ends_on = ? where inspector_id = ? and ends_on > ?", on, inspector, on));
    }

    /** A visit was planned for a day that is over by now. */
    @Transactional
    public void wasPlanned(UUID visit, LocalDate on) {
        jdbi.useHandle(h -> h.execute("update zone.visit set planned_on = ? where id = ?", on, visit));
    }

    @Transactional
    public void aConflict(UUID inspector, UUID school) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.conflict (id, inspector_id, school_id, kind, note, recorded_by, recorded_at)"
                        + " values (?, ?, ?, 'RELATIVE', '配偶在该校任教', 'test', now())",
                Ids.newId(),
                inspector,
                school));
    }

    /** The inspector signs in as the subject of a token's account. */
    @Transactional
    public void signsIn(UUID inspector, String subject) {
        jdbi.useHandle(h -> h.execute("update zone.inspector set account = ? where id = ?", subject, inspector));
    }

    static String subjectOf(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return JsonPath.from(claims).getString("sub");
    }

    /**
     * A visit of whoever answers for the school.
     *
     * @param planned null for one that was not planned
     * @param made null for one that was not made
     */
    @Transactional
    public UUID aVisit(UUID school, String kind, LocalDate planned, LocalDate made) {
        UUID id = Ids.newId();
        jdbi.useHandle(h -> h.execute(
                "insert into zone.visit (id, region_code, school_id, kind, planned_on, made_on, inspector_id, created_at)"
                        + " select ?, s.region_code, s.id, ?, ?, ?, a.inspector_id, now() from registry.school s"
                        + " left join zone.assignment a on a.school_id = s.id and cast(? as date) is null"
                        + " and ? between a.from_day and coalesce(a.until_day, 'infinity') where s.id = ?",
                id,
                kind,
                planned,
                made,
                planned,
                made,
                school));
        return id;
    }

    /** What a school thinks of the inspector of a visit, the same on every question. */
    @Transactional
    public void aView(UUID visit, UUID inspector, int mark, String words) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.visit_feedback (visit_id, inspector_id, fair, useful, clean, words, given_by, given_name,"
                        + " given_at) values (?, ?, ?, ?, ?, ?, 'test', '校长', now())",
                visit,
                inspector,
                mark,
                mark,
                mark,
                words));
    }

    @Transactional
    public void aReport(UUID inspector, String month, String state) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.monthly_report (inspector_id, month, work, problems, advice, next, state, figures)"
                        + " values (?, ?, '督导', '', '', '', ?, '{}')",
                inspector,
                month,
                state));
    }

    @Transactional
    public void at(UUID school, double longitude, double latitude) {
        jdbi.useHandle(h -> h.execute(
                "update registry.school set longitude = ?, latitude = ? where id = ?", longitude, latitude, school));
    }

    /** The version of the county's arrangement, as a header. */
    static String version(String token) {
        return as(token).get("/api/v1/zone/zones").header("ETag");
    }

    static io.restassured.response.ValidatableResponse join(String token, UUID zone, UUID inspector, boolean leader) {
        return as(token)
                .header("If-Match", version(token))
                .body(Map.of("leader", leader))
                .put("/api/v1/zone/zones/" + zone + "/inspectors/" + inspector)
                .then();
    }

    /** Pairs of a school and an inspector, or null for nobody. */
    static io.restassured.response.ValidatableResponse assign(String token, LocalDate from, UUID... pairs) {
        List<Map<String, Object>> moves = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Map<String, Object> move = new HashMap<>();
            move.put("schoolId", pairs[i]);
            move.put("inspectorId", pairs[i + 1]);
            moves.add(move);
        }
        return as(token)
                .header("If-Match", version(token))
                .body(Map.of("from", from.toString(), "origin", "HAND", "moves", moves))
                .post("/api/v1/zone/assignments")
                .then();
    }
}
