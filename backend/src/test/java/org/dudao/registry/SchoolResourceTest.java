package org.dudao.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SchoolResourceTest {
    @Inject
    Given given;

    String county;
    String officer;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
    }

    @Test
    void officer_registers_a_school_and_finds_it_by_part_of_its_name() {
        String code = "21" + county.substring(0, 2) + "700001";
        as(officer)
                .body(school(code, "向阳小学"))
                .post("/api/v1/schools")
                .then()
                .statusCode(201)
                .body("code", equalTo(code));
        as(officer)
                .queryParam("q", "向阳")
                .get("/api/v1/schools")
                .then()
                .statusCode(200)
                .body("items.name", contains("向阳小学"));
    }

    @Test
    void a_code_is_never_used_twice() {
        String code = "21" + county.substring(0, 2) + "700002";
        as(officer).body(school(code, "甲校")).post("/api/v1/schools").then().statusCode(201);
        as(officer)
                .body(school(code, "乙校"))
                .post("/api/v1/schools")
                .then()
                .statusCode(409)
                .body("code", equalTo("registry.school.codeTaken"));
    }

    @Test
    void every_wrong_field_is_named_by_its_path() {
        Map<String, Object> details = details();
        details.put("urbanRural", "999");
        details.put("privateSchool", null);
        as(officer)
                .body(Map.of("code", "12", "name", "x", "details", details))
                .post("/api/v1/schools")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("code"))
                .body("errors.field", hasItem("details.urbanRural"))
                .body("errors.field", hasItem("details.privateSchool"));
    }

    @Test
    void malformed_json_is_400_and_wrong_media_type_415() {
        as(officer)
                .body("{\"code\":")
                .post("/api/v1/schools")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(officer)
                .contentType(ContentType.TEXT)
                .body("x")
                .post("/api/v1/schools")
                .then()
                .statusCode(415);
    }

    @Test
    void a_school_of_another_county_does_not_exist_for_the_caller() {
        UUID foreign = given.aSchool(given.aCounty(), "211");
        as(officer).get("/api/v1/schools/" + foreign).then().statusCode(404);
        as(officer).get("/api/v1/schools/" + foreign + "/history").then().statusCode(404);
        as(officer).get("/api/v1/schools/" + foreign + "/figures/2025").then().statusCode(404);
        as(officer)
                .header("If-Match", "\"0\"")
                .body(details())
                .put("/api/v1/schools/" + foreign)
                .then()
                .statusCode(404);
        as(officer).queryParam("region", "11").get("/api/v1/schools").then().statusCode(404);
    }

    @Test
    void an_inspector_sees_the_schools_of_the_own_zone_only() {
        UUID zone = given.aZone(county);
        UUID mine = given.aSchool(county, "211");
        UUID other = given.aSchool(county, "211");
        given.inZone(mine, zone);
        String inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        as(inspector)
                .get("/api/v1/schools")
                .then()
                .body("total", equalTo(1))
                .body("items.id", contains(mine.toString()));
        as(inspector).get("/api/v1/schools/" + other).then().statusCode(404);
        as(inspector).queryParam("year", 2025).get("/api/v1/figures").then().body("total", equalTo(1));
    }

    @Test
    void a_school_account_sees_itself_and_changes_nothing() {
        UUID own = given.aSchool(county, "211");
        given.aSchool(county, "211");
        String school = given.aToken(Roles.SCHOOL, county, null, own);
        as(school).get("/api/v1/schools").then().body("total", equalTo(1));
        as(school)
                .body(school("21" + county.substring(0, 2) + "700009", "x"))
                .post("/api/v1/schools")
                .then()
                .statusCode(403);
    }

    @Test
    void a_change_needs_the_version_it_was_made_on() {
        UUID id = given.aSchool(county, "211");
        as(officer).body(details()).put("/api/v1/schools/" + id).then().statusCode(428);
        as(officer)
                .header("If-Match", "\"7\"")
                .body(details())
                .put("/api/v1/schools/" + id)
                .then()
                .statusCode(412);
        String tag = as(officer).get("/api/v1/schools/" + id).getHeader("ETag");
        as(officer)
                .header("If-Match", tag)
                .body(details())
                .put("/api/v1/schools/" + id)
                .then()
                .statusCode(200)
                .body("urbanRural", equalTo("220"));
    }

    @Test
    void a_renamed_school_keeps_its_code_and_its_history() {
        UUID id = given.aSchool(county, "211");
        String code = given.codeOf(id);
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "新名小学", "onDate", "2025-09-01"))
                .post("/api/v1/schools/" + id + "/rename")
                .then()
                .statusCode(200)
                .body("name", equalTo("新名小学"))
                .body("code", equalTo(code));
        as(officer)
                .get("/api/v1/schools/" + id + "/history")
                .then()
                .body("kind", contains("RENAMED"))
                .body("[0].detail.name[1]", equalTo("新名小学"));
    }

    @Test
    void a_merged_school_stays_and_both_know_it() {
        UUID id = given.aSchool(county, "211");
        UUID into = given.aSchool(county, "211");
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("intoSchoolId", into, "year", 2025))
                .post("/api/v1/schools/" + id + "/merge")
                .then()
                .statusCode(200)
                .body("state", equalTo("MERGED"))
                .body("mergedIntoId", equalTo(into.toString()));
        as(officer).get("/api/v1/schools/" + into + "/history").then().body("kind", contains("ABSORBED"));
        as(officer)
                .header("If-Match", "\"1\"")
                .body(Map.of("year", 2026, "reason", "x"))
                .post("/api/v1/schools/" + id + "/close")
                .then()
                .statusCode(409);
    }

    @Test
    void only_a_teaching_point_has_a_parent_school() {
        UUID parent = given.aSchool(county, "211");
        Map<String, Object> details = details();
        details.put("parentSchoolId", parent);
        UUID id = given.aSchool(county, "211");
        as(officer)
                .header("If-Match", "\"0\"")
                .body(details)
                .put("/api/v1/schools/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("parentSchoolId"));
        details.put("kind", "218");
        as(officer)
                .header("If-Match", "\"0\"")
                .body(details)
                .put("/api/v1/schools/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void the_export_holds_exactly_the_filtered_rows_under_import_headers() throws Exception {
        given.aSchool(county, "211");
        given.aSchool(county, "312");
        byte[] file = as(officer)
                .queryParam("kind", "312")
                .get("/api/v1/schools/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = workbook.getFirstSheet().read();
            assertEquals(2, rows.size());
            assertEquals("学校标识码", rows.get(0).getCellText(0));
            assertEquals("312", rows.get(1).getCellText(2));
        }
    }

    @Test
    void sorting_by_an_unknown_field_is_400_and_names_the_known_ones() {
        as(officer)
                .queryParam("sort", "version")
                .get("/api/v1/schools")
                .then()
                .statusCode(400)
                .body("detail", containsString("code"));
        as(officer).queryParam("size", 5000).get("/api/v1/schools").then().statusCode(400);
    }

    @Test
    void a_figure_keeps_its_source_and_what_stood_before() {
        UUID id = given.aSchool(county, "211");
        figures(id, "\"0\"", Map.of("PRIMARY.pupils", 300, "PRIMARY.classes", 8))
                .then()
                .statusCode(200);
        figures(id, "\"1\"", Map.of("PRIMARY.pupils", 310))
                .then()
                .statusCode(200)
                .body("values.find{it.key=='PRIMARY.pupils'}.value", equalTo(310));
        as(officer)
                .get("/api/v1/schools/" + id + "/figures/2025/PRIMARY.pupils/history")
                .then()
                .body("value", contains(310, 300))
                .body("[0].source.kind", equalTo("MANUAL"))
                .body("[0].source.reason", equalTo("核对"));
        as(officer)
                .queryParam("year", 2025)
                .queryParam("sort", "-PRIMARY.pupils")
                .get("/api/v1/figures")
                .then()
                .body("items[0].values.'PRIMARY.pupils'", equalTo(310))
                .body("items[0].values.'PRIMARY.books'", nullValue());
    }

    @Test
    void figures_that_break_rules_are_refused_field_by_field() {
        UUID id = given.aSchool(county, "211");
        figures(
                        id,
                        "\"0\"",
                        Map.of(
                                "PRIMARY.teachers",
                                10,
                                "PRIMARY.teachersAboveDegree",
                                12,
                                "JUNIOR.pupils",
                                5,
                                "nonsense",
                                1))
                .then()
                .statusCode(422)
                .body("errors.field", contains("values.nonsense"));
        figures(id, "\"0\"", Map.of("PRIMARY.teachers", 10, "PRIMARY.teachersAboveDegree", 12, "JUNIOR.pupils", 5))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("values.PRIMARY.teachersAboveDegree"))
                .body("errors.field", hasItem("values.JUNIOR.pupils"));
        as(officer).get("/api/v1/schools/" + id + "/figures/2025").then().body("values.size()", equalTo(0));
    }

    @Test
    void a_withdrawn_figure_is_missing_not_zero() {
        UUID id = given.aSchool(county, "211");
        figures(id, "\"0\"", Map.of("computers", 30, "books", 1000)).then().statusCode(200);
        Map<String, Object> values = new HashMap<>();
        values.put("computers", null);
        figures(id, "\"1\"", values).then().statusCode(200).body("values.key", contains("books"));
    }

    private io.restassured.response.Response figures(UUID id, String ifMatch, Map<String, ?> values) {
        return as(officer)
                .header("If-Match", ifMatch)
                .body(Map.of("values", values, "reason", "核对"))
                .put("/api/v1/schools/" + id + "/figures/2025");
    }

    private RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private Map<String, Object> school(String code, String name) {
        return Map.of("code", code, "name", name, "details", details());
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new HashMap<>();
        details.put("kind", "211");
        details.put("regionCode", county);
        details.put("urbanRural", "220");
        details.put("privateSchool", false);
        details.put("runBy", "COUNTY");
        return details;
    }
}
