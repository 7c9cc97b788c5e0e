package org.dudao.rectification;

import static org.dudao.rectification.GivenFindings.FINDINGS;
import static org.dudao.rectification.GivenFindings.NOTICES;
import static org.dudao.rectification.GivenFindings.as;
import static org.dudao.rectification.GivenFindings.finding;
import static org.dudao.rectification.GivenFindings.post;
import static org.dudao.rectification.GivenFindings.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.security.Roles;
import org.dudao.rectification.internal.Escalations;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The yearly record, the office's terms, and that every count of the ledger opens its rows. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RecordResourceTest {
    private static final String BASE = "/api/v1/rectification";

    @Inject
    Given given;

    @Inject
    GivenFindings findings;

    @Inject
    Escalations escalations;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    String county;
    String township;
    UUID zone;
    UUID schoolId;
    String officer;
    String director;
    String inspector;
    String school;
    LocalDate today;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        township = given.aTownship(county, 1);
        zone = given.aZone(county);
        schoolId = given.aSchool(township, "211");
        given.inZone(schoolId, zone);
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        school = given.aToken(Roles.SCHOOL, township, null, schoolId);
        today = LocalDate.now(clock);
    }

    private String rectifying() {
        String id = findings.raise(officer, schoolId, "GENERAL", today.toString());
        String notice = findings.approved(officer, director, 5, "CALENDAR", id);
        post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长"));
        return id;
    }

    private void head(LocalDate since, String name) {
        as(officer)
                .body(Map.of("name", name))
                .put("/api/v1/schools/" + schoolId + "/heads/" + since)
                .then()
                .statusCode(200);
    }

    @Test
    void the_record_lays_each_finding_at_the_door_of_the_head_of_that_day() {
        head(today.minusDays(100), "张校长");
        head(today.minusDays(1), "李校长");
        findings.raise(officer, schoolId, "GENERAL", today.minusDays(2).toString());
        String one = rectifying();
        String two = rectifying();
        step(school, one, "reply", Map.of("measure", "已整改", "on", today.toString()));
        step(inspector, one, "return", Map.of("mode", "ON_SITE", "reason", "不到位"));
        step(school, one, "reply", Map.of("measure", "已整改", "on", today.toString()));
        step(inspector, one, "accept", Map.of("mode", "ON_SITE"));
        step(director, one, "close", Map.of());
        int year = today.minusDays(2).getYear();
        as(officer)
                .queryParam("year", year)
                .get(BASE + "/records")
                .then()
                .statusCode(200)
                .body("headName", containsInAnyOrder("张校长", "李校长"))
                .body("find { it.headName == '张校长' }.found", equalTo(1))
                .body("find { it.headName == '张校长' }.repeated", equalTo(0))
                .body("find { it.headName == '李校长' }.found", equalTo(2))
                .body("find { it.headName == '李校长' }.closed", equalTo(1))
                .body("find { it.headName == '李校长' }.open", equalTo(1))
                .body("find { it.headName == '李校长' }.inTime", equalTo(1))
                .body("find { it.headName == '李校长' }.returned", equalTo(1))
                .body("find { it.headName == '李校长' }.repeated", equalTo(2));
        as(school)
                .queryParam("year", year)
                .get(BASE + "/records")
                .then()
                .body("headName", contains("李校长"))
                .body("[0].repeated", equalTo(1));
        as(given.aToken(Roles.OFFICER, given.aCounty()))
                .queryParam("year", year)
                .get(BASE + "/records")
                .then()
                .body("$", empty());
        assertEquals(
                'P',
                as(officer)
                        .queryParam("year", year)
                        .get(BASE + "/records/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray()[0]);
        as(officer).get(BASE + "/records").then().statusCode(400);
        assertEquals("RECTIFYING", as(officer).get(FINDINGS + "/" + two).path("finding.state"));
    }

    @Test
    void heads_follow_one_another_and_are_kept_by_the_office() {
        head(LocalDate.of(2020, 9, 1), "张校长");
        head(LocalDate.of(2024, 9, 1), "李校长");
        as(school)
                .get("/api/v1/schools/" + schoolId + "/heads")
                .then()
                .body("name", contains("李校长", "张校长"))
                .body("[0].until", equalTo(null))
                .body("[1].until", equalTo("2024-08-31"));
        as(school)
                .body(Map.of("name", "我"))
                .put("/api/v1/schools/" + schoolId + "/heads/2025-09-01")
                .then()
                .statusCode(403);
        as(given.aToken(Roles.OFFICER, given.aCounty()))
                .body(Map.of("name", "我"))
                .put("/api/v1/schools/" + schoolId + "/heads/2025-09-01")
                .then()
                .statusCode(404);
        as(officer)
                .delete("/api/v1/schools/" + schoolId + "/heads/2024-09-01")
                .then()
                .statusCode(200)
                .body("name", contains("张校长"));
        as(officer)
                .delete("/api/v1/schools/" + schoolId + "/heads/2024-09-01")
                .then()
                .statusCode(404);
    }

    @Test
    void every_count_of_the_ledger_opens_exactly_its_rows() {
        rectifying();
        findings.raise(officer, schoolId, "SERIOUS", today.toString());
        Map<String, Object> own = finding(null, "GENERAL", today.toString());
        own.put("regionCode", township);
        as(officer).body(own).post(FINDINGS).then().statusCode(201);
        for (String by : List.of("UNIT", "ZONE", "SEVERITY", "ORIGIN", "REGION")) {
            List<Map<String, Object>> rows =
                    as(officer).queryParam("by", by).get(BASE + "/ledger").path("");
            for (Map<String, Object> row : rows) {
                for (String standing : List.of("closed", "open", "overdue")) {
                    var request = as(officer).queryParam("standing", standing.toUpperCase(java.util.Locale.ROOT));
                    String key = (String) row.get("key");
                    switch (by) {
                        case "UNIT" -> request.queryParam("unit", key);
                        case "ZONE" -> {
                            if (key.isEmpty()) {
                                request.queryParam("noZone", true);
                            } else {
                                request.queryParam("zone", key);
                            }
                        }
                        case "SEVERITY" -> request.queryParam("severity", key);
                        case "ORIGIN" -> request.queryParam("origin", key);
                        default -> request.queryParam("region", key);
                    }
                    request.get(FINDINGS).then().body("total", equalTo(row.get(standing)));
                }
            }
        }
        as(officer)
                .queryParam("foundFrom", today.plusDays(1).toString())
                .get(FINDINGS)
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void the_director_sets_the_days_of_the_ladder_and_they_keep_their_order() {
        Map<String, Object> before = days();
        try {
            terms(director, Map.of("REMINDER", 2), Map.of())
                    .statusCode(422)
                    .body("errors.field", hasItem("ladder.REMINDER"));
            terms(director, Map.of("INTERVIEW", 25), Map.of())
                    .statusCode(422)
                    .body("errors.field", hasItem("ladder.CRITICISM"));
            terms(officer, Map.of("INTERVIEW", 12), Map.of()).statusCode(403);
            terms(director, Map.of("INTERVIEW", 12), Map.of("SERVE_WITHIN", 5))
                    .statusCode(200)
                    .body("find { it.code == 'SERVE_WITHIN' }.days", equalTo(5))
                    .body("find { it.code == 'SERVE_WITHIN' }.source", equalTo("县督导委员会会议"))
                    // the English words of the shipped source are not those of the office's own reason
                    .body("find { it.code == 'SERVE_WITHIN' }.sourceEn", nullValue());
            assertEquals(12, days().get("INTERVIEW"));
        } finally {
            terms(director, new HashMap<>(before), Map.of("SERVE_WITHIN", 3)).statusCode(200);
        }
    }

    @Test
    void index_systems_take_their_counts_from_the_ledger() {
        findings.raise(officer, schoolId, "GENERAL", today.toString());
        findings.raise(officer, schoolId, "SERIOUS", today.toString());
        int year = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
        jdbi.useHandle(h -> h.execute(
                "insert into registry.school_year (school_id, year, values) values (?, ?, '{}')", schoolId, year));
        as(officer).get("/api/v1/index-systems/counts").then().body("code", hasItem("rectification.repeated"));
        String shipped = as(officer).get("/api/v1/index-systems").path("find { it.code == 'STANDARDISED_SCHOOL' }.id");
        Response draft = as(officer)
                .body(Map.of("code", "COUNTED", "nameZh", "统计", "nameEn", "Counted"))
                .post("/api/v1/index-systems/" + shipped + "/copy");
        Map<String, Object> document = draft.path("document");
        Map<String, Object> item = firstItem(document);
        item.put("kind", "COUNT");
        item.put("formula", null);
        item.put("count", "rectification.repeated");
        item.put("standard", 1);
        String id = draft.path("id");
        as(officer)
                .header("If-Match", draft.header("ETag"))
                .body(document)
                .put("/api/v1/index-systems/" + id)
                .then()
                .statusCode(200);
        as(officer)
                .body(Map.of("findings", Map.of(), "schoolId", schoolId, "year", year))
                .post("/api/v1/index-systems/" + id + "/score")
                .then()
                .statusCode(200)
                .body("nodes[0].children[0].met", equalTo(true))
                .body("missing", not(hasItem("1.1")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> firstItem(Map<String, Object> document) {
        List<Map<String, Object>> nodes = (List<Map<String, Object>>) document.get("nodes");
        List<Map<String, Object>> children =
                (List<Map<String, Object>>) nodes.get(0).get("children");
        return (Map<String, Object>) children.get(0).get("item");
    }

    private Map<String, Object> days() {
        List<Map<String, Object>> steps = as(director).get(BASE + "/ladder").path("");
        Map<String, Object> days = new HashMap<>();
        steps.forEach(s -> days.put((String) s.get("code"), s.get("afterDays")));
        return days;
    }

    private static ValidatableResponse terms(String token, Map<String, ?> ladder, Map<String, ?> limits) {
        return as(token)
                .header("If-Match", as(token).get(BASE + "/terms").header("ETag"))
                .body(Map.of("ladder", ladder, "limits", limits, "reason", "县督导委员会会议"))
                .put(BASE + "/terms")
                .then();
    }
}
