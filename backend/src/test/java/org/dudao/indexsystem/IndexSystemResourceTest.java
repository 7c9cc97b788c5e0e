package org.dudao.indexsystem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class IndexSystemResourceTest {
    private static final String BASE = "/api/v1/index-systems";

    @Inject
    Given given;

    @Inject
    Jdbi jdbi;

    String county;
    String officer;
    String director;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private String tokenOf(String role) {
        return switch (role) {
            case Roles.SCHOOL -> given.aToken(role, county, null, given.aSchool(given.aTownship(county, 9), "211"));
            case Roles.INSPECTOR -> given.aToken(role, county, given.aZone(county), null);
            case Roles.TOWNSHIP -> given.aToken(role, given.aTownship(county, 8));
            default -> given.aToken(role, county);
        };
    }

    private String shipped(String code) {
        return as(officer).get(BASE).path("find { it.code == '" + code + "' }.id");
    }

    private Response copy(String from, String code) {
        return as(officer)
                .body(Map.of("code", code, "nameZh", "本县方案", "nameEn", "Our scheme"))
                .post(BASE + "/" + shipped(from) + "/copy");
    }

    /** A draft's document with the first item renamed. */
    private static Map<String, Object> renamed(Response draft) {
        Map<String, Object> document = draft.path("document");
        ((List<Map<String, Object>>) ((List<Map<String, Object>>) document.get("nodes"))
                        .get(0)
                        .get("children"))
                .get(0)
                .put("nameZh", "改过的观测点");
        return document;
    }

    @Test
    void every_role_sees_the_shipped_systems() {
        for (String role : Roles.ALL) {
            as(tokenOf(role))
                    .get(BASE)
                    .then()
                    .statusCode(200)
                    .body("code", hasItems("VISIT_EIGHT_MATTERS", "COUNTY_GOVERNMENT", "FUND_INSPECTION"));
        }
        as(officer)
                .get(BASE + "?subject=TOWNSHIP")
                .then()
                .body("code", contains("TOWNSHIP_GOVERNMENT"))
                .body("[0].full", equalTo(100));
    }

    @Test
    void a_copy_is_a_draft_its_region_edits_and_the_director_publishes() {
        Response draft = copy("CAMPUS_SAFETY", "OUR_SAFETY");
        draft.then().statusCode(201).body("state", equalTo("DRAFT")).body("own", equalTo(true));
        String id = draft.path("id");
        as(officer).body(renamed(draft)).put(BASE + "/" + id).then().statusCode(428);
        as(officer)
                .header("If-Match", "\"7\"")
                .body(renamed(draft))
                .put(BASE + "/" + id)
                .then()
                .statusCode(412);
        as(officer)
                .header("If-Match", draft.header("ETag"))
                .body(renamed(draft))
                .put(BASE + "/" + id)
                .then()
                .statusCode(200);
        as(officer)
                .get(BASE + "/" + id + "/changes")
                .then()
                .body("find { it.code == '1.1' }.field", equalTo("nameZh"))
                .body("find { it.code == '1.1' }.after", equalTo("改过的观测点"));
        as(officer)
                .header("If-Match", "\"1\"")
                .post(BASE + "/" + id + "/publish")
                .then()
                .statusCode(403);
        as(director)
                .header("If-Match", "\"1\"")
                .post(BASE + "/" + id + "/publish")
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));
        as(officer)
                .header("If-Match", "\"2\"")
                .body(renamed(draft))
                .put(BASE + "/" + id)
                .then()
                .statusCode(409);
        copy("CAMPUS_SAFETY", "OUR_SAFETY").then().statusCode(201).body("document.version", equalTo(2));
    }

    @Test
    void a_published_version_cannot_be_changed_in_the_database_either() {
        UUID id = UUID.fromString(shipped("CANTEEN_SAFETY"));
        assertThrows(
                RuntimeException.class,
                () -> jdbi.useHandle(
                        h -> h.execute("update indexsystem.system set document = '{}'::jsonb where id = ?", id)));
        assertThrows(
                RuntimeException.class,
                () -> jdbi.useHandle(h -> h.execute("delete from indexsystem.system where id = ?", id)));
    }

    @Test
    void what_was_scored_under_a_version_scores_the_same_after_it_is_retired() {
        Response draft = copy("COUNTY_GOVERNMENT", "OUR_COUNTY");
        String id = draft.path("id");
        as(director).header("If-Match", draft.header("ETag")).post(BASE + "/" + id + "/publish");
        Map<String, Object> findings = Map.of(
                "findings",
                Map.of(
                        "answers",
                        List.of(Map.of(
                                "item",
                                "1.1",
                                "marks",
                                List.of(Map.of("times", 1, "amount", 2.2, "reason", "班额超标"))))));
        String before =
                as(officer).body(findings).post(BASE + "/" + id + "/score").asString();
        as(director)
                .header("If-Match", "\"1\"")
                .post(BASE + "/" + id + "/retire")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETIRED"));
        assertEquals(
                before,
                as(officer).body(findings).post(BASE + "/" + id + "/score").asString());
    }

    @Test
    void a_file_out_of_sight_is_no_evidence() {
        as(officer)
                .body(Map.of(
                        "findings",
                        Map.of(
                                "answers",
                                List.of(Map.of(
                                        "item",
                                        "1.1",
                                        "marks",
                                        List.of(Map.of(
                                                "times",
                                                1,
                                                "amount",
                                                1,
                                                "reason",
                                                "x",
                                                "evidence",
                                                List.of(UUID.randomUUID()))))))))
                .post(BASE + "/" + shipped("COUNTY_GOVERNMENT") + "/score")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("evidence.file.unknown"));
    }

    @Test
    void facts_the_register_lacks_are_named_as_people_name_them() {
        String path = BASE + "/" + shipped("STANDARDISED_SCHOOL") + "/score";
        Map<String, Object> nothing = Map.of("findings", Map.of("answers", List.of()));
        String chinese = as(officer)
                .body(nothing)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(chinese.contains("登记数据缺少 小学在校生数、小学专任教师数，无法计算"), chinese);
        String english = as(officer)
                .header("Accept-Language", "en")
                .body(nothing)
                .post(path)
                .asString();
        assertTrue(english.contains(", Primary: Full-time teachers, so it cannot be computed"), english);
    }

    @Test
    void a_score_speaks_the_language_of_its_reader() {
        Map<String, Object> findings = Map.of(
                "findings",
                Map.of(
                        "answers",
                        List.of(Map.of(
                                "item",
                                "1.1",
                                "by",
                                "李督学",
                                "marks",
                                List.of(Map.of("times", 1, "amount", 2.2, "reason", "两校班额超标"))))));
        String path = BASE + "/" + shipped("COUNTY_GOVERNMENT") + "/score";
        as(officer)
                .body(findings)
                .post(path)
                .then()
                .statusCode(200)
                .body("total", nullValue())
                .body("soFar", equalTo(5.8f))
                .body("nodes[0].children[0].sentences[0].text", containsString("扣 2.2 分，原因：两校班额超标"))
                .body("nodes[0].children[0].sentences[0].by", equalTo("李督学"));
        as(officer)
                .header("Accept-Language", "en")
                .body(findings)
                .post(path)
                .then()
                .body("nodes[0].children[0].sentences[0].text", containsString("2.2 points off"));
    }

    @Test
    void items_of_the_register_answer_themselves() {
        String township = given.aTownship(county, 1);
        UUID school = given.aSchool(township, "211");
        jdbi.useHandle(h -> h.execute(
                "insert into registry.school_year (school_id, year, values) values (?, 2025, '{\"PRIMARY.pupils\": 100, \"teachingRoomArea\": 450}')",
                school));
        String path = BASE + "/" + shipped("STANDARDISED_SCHOOL") + "/score";
        Map<String, Object> body = Map.of("findings", Map.of(), "schoolId", school, "year", 2025);
        as(officer)
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .body("nodes[0].children[0].met", equalTo(true))
                .body("missing", not(hasItem("1.1")))
                .body("missing", hasItem("1.2"));
        as(given.aToken(Roles.OFFICER, given.aCounty()))
                .body(body)
                .post(path)
                .then()
                .statusCode(404);
    }

    @Test
    void answers_that_do_not_fit_are_named() {
        as(officer)
                .body(Map.of(
                        "findings",
                        Map.of(
                                "answers",
                                List.of(
                                        Map.of("item", "9.9"),
                                        Map.of("item", "1.1", "choice", "PERHAPS"),
                                        Map.of("item", "1.1", "number", 3)))))
                .post(BASE + "/" + shipped("CAMPUS_SAFETY") + "/score")
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        hasItems("answers[0].item", "answers[1].choice", "answers[2].item", "answers[2].number"));
    }

    @Test
    void numbers_that_would_fill_the_memory_are_refused_at_their_place() {
        String findings =
                "{\"findings\":{\"answers\":[{\"item\":\"1.1\",\"marks\":[{\"times\":1,\"amount\":1e999999999,\"reason\":\"x\"}]}]}}";
        as(officer)
                .body(findings)
                .post(BASE + "/" + shipped("COUNTY_GOVERNMENT") + "/score")
                .then()
                .statusCode(422)
                .body("errors.field", contains("answers[0].marks[0].amount"));
        Response draft = copy("SCHOOL_HEALTH", "OUR_HEALTH");
        String document =
                Documents.write(draft.path("document")).replaceFirst("\"points\":5", "\"points\":1e-999999999");
        as(officer)
                .header("If-Match", draft.header("ETag"))
                .body(document)
                .put(BASE + "/" + draft.path("id"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("indexsystem.fault.number"));
    }

    @Test
    void a_document_with_faults_is_refused_with_their_places() {
        Response draft = copy("TOWNSHIP_GOVERNMENT", "OUR_TOWNSHIP");
        Map<String, Object> document = draft.path("document");
        List<Map<String, Object>> nodes = (List<Map<String, Object>>) document.get("nodes");
        nodes.get(0).put("points", 99);
        ((List<Map<String, Object>>) nodes.get(1).get("children")).get(0).put("code", "1.1");
        as(officer)
                .header("If-Match", draft.header("ETag"))
                .body(document)
                .put(BASE + "/" + draft.path("id"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("nodes[0].points", "nodes[1].children[0].code"));
        as(officer)
                .body(Map.of("code", "x"))
                .post(BASE)
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("code", "nameZh", "subject", "source.title", "settings"));
    }

    @Test
    void drafts_stay_inside_their_region_and_with_those_who_edit() {
        String id = copy("SCHOOL_PE", "OUR_PE").path("id");
        as(given.aToken(Roles.OFFICER, given.aCounty()))
                .get(BASE + "/" + id)
                .then()
                .statusCode(404);
        as(tokenOf(Roles.INSPECTOR)).get(BASE + "/" + id).then().statusCode(404);
        as(tokenOf(Roles.SCHOOL)).get(BASE + "/" + id + "/changes").then().statusCode(404);
        as(officer).get(BASE).then().body("id", hasItem(id));
        as(given.aToken(Roles.GOVERNMENT, county)).get(BASE).then().body("id", not(hasItem(id)));
    }

    @Test
    void a_shipped_system_is_copied_not_edited() {
        String id = shipped("SCHOOL_HEALTH");
        Response system = as(director).get(BASE + "/" + id);
        as(director)
                .header("If-Match", system.header("ETag"))
                .body((Object) system.path("document"))
                .put(BASE + "/" + id)
                .then()
                .statusCode(409);
        as(director)
                .header("If-Match", system.header("ETag"))
                .post(BASE + "/" + id + "/retire")
                .then()
                .statusCode(409);
    }
}
