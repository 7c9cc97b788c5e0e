package org.dudao.balance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PlanResourceTest {
    private static final String BASE = "/api/v1/balance";

    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    String county;
    String officer;
    UUID poor;
    String run;

    @BeforeEach
    void aRun() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        poor = figures.aPrimary(county, 2025, 100, 1);
        Map<String, java.math.BigDecimal> less = new HashMap<>(GivenFigures.primaryFigures(100, 1));
        less.put("multimediaRooms", java.math.BigDecimal.ONE);
        figures.figures(poor, 2025, less);
        figures.aPrimary(county, 2025, 400, 1);
        String framework = as(officer).get(BASE + "/frameworks").path("find { it.code == 'QUALITY_2017' }.id");
        run = as(officer)
                .body(Map.of("frameworkId", framework, "regionCode", county, "year", 2025))
                .post(BASE + "/runs")
                .path("id");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private Map<String, Object> rooms(int amount) {
        return Map.of("schoolId", poor, "factCode", "multimediaRooms", "amount", amount);
    }

    @Test
    void a_proposal_brings_the_county_to_pass_in_whole_units() {
        as(officer)
                .post(BASE + "/runs/" + run + "/proposal")
                .then()
                .statusCode(200)
                .body("additions", hasSize(1))
                .body("additions[0].schoolId", equalTo(poor.toString()))
                .body("additions[0].amount", equalTo(1))
                .body("bill", equalTo(60000.0f))
                .body("stages[0].verdictBefore", equalTo("FAIL"))
                .body("stages[0].verdictAfter", equalTo("PASS"))
                .body("permitted[0].indicators", contains("multimediaRooms"));
        as(officer)
                .body(Map.of("costs", Map.of("multimediaRooms", 10)))
                .post(BASE + "/runs/" + run + "/proposal")
                .then()
                .body("bill", equalTo(10.0f));
        as(officer)
                .body(Map.of("costs", Map.of("nothing", 10)))
                .post(BASE + "/runs/" + run + "/proposal")
                .then()
                .statusCode(422)
                .body("errors.field", contains("costs.nothing"));
    }

    @Test
    void own_additions_move_figures_and_verdict_at_once() {
        as(officer)
                .body(Map.of("additions", List.of(rooms(3))))
                .post(BASE + "/runs/" + run + "/what-if")
                .then()
                .statusCode(200)
                .body("stages[0].verdictAfter", equalTo("PASS"))
                .body("stages[0].newlyPassing.id", contains(poor.toString()))
                .body("bill", equalTo(180000))
                .body(
                        "stages[0].indicators.find { it.code == 'multimediaRooms' }.belowThresholdBefore",
                        greaterThan(0));
    }

    @Test
    void wrong_additions_are_named_by_path() {
        List<Object> additions = List.of(
                Map.of("schoolId", UUID.randomUUID(), "factCode", "multimediaRooms", "amount", 1),
                Map.of("schoolId", poor, "factCode", "books", "amount", 1),
                Map.of("schoolId", poor, "factCode", "multimediaRooms", "stage", "PRIMARY", "amount", 1),
                Map.of("schoolId", poor, "factCode", "peArtTeachers", "stage", "JUNIOR", "amount", 1),
                rooms(-9));
        as(officer)
                .body(Map.of("additions", additions))
                .post(BASE + "/runs/" + run + "/what-if")
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "additions[0].schoolId",
                                "additions[1].factCode",
                                "additions[2].stage",
                                "additions[3].stage",
                                "additions[4].amount"));
        as(officer)
                .body(Map.of("additions", List.of(Map.of("factCode", "x"))))
                .post(BASE + "/runs/" + run + "/what-if")
                .then()
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("additions[0].schoolId", "additions[0].amount"));
    }

    @Test
    void amounts_and_costs_with_absurd_exponents_are_refused() {
        as(officer)
                .body("{\"additions\":[{\"schoolId\":\"" + poor
                        + "\",\"factCode\":\"multimediaRooms\",\"amount\":1e-999999999}]}")
                .post(BASE + "/runs/" + run + "/what-if")
                .then()
                .statusCode(422)
                .body("errors.field", contains("additions[0].amount"));
        as(officer)
                .body("{\"costs\":{\"multimediaRooms\":1e-999999999}}")
                .post(BASE + "/runs/" + run + "/proposal")
                .then()
                .statusCode(422)
                .body("errors.field", contains("costs.multimediaRooms"));
    }

    @Test
    void plans_are_saved_changed_compared_exported_and_thrown_away() throws IOException {
        Response plan = as(officer)
                .body(Map.of("runId", run, "name", "方案一", "additions", List.of(rooms(1))))
                .post(BASE + "/plans");
        plan.then().statusCode(201).body("outcome[0].verdictAfter", equalTo("PASS"));
        String at = BASE + "/plans/" + plan.path("id");
        Map<String, Object> change = Map.of("name", "方案一改", "additions", List.of(rooms(2)));
        as(officer).body(change).put(at).then().statusCode(428);
        as(officer)
                .header("If-Match", plan.header("ETag"))
                .body(change)
                .put(at)
                .then()
                .statusCode(200)
                .body("bill", equalTo(120000))
                .header("ETag", "\"1\"");
        as(officer)
                .header("If-Match", plan.header("ETag"))
                .body(change)
                .put(at)
                .then()
                .statusCode(412);
        String other = as(officer)
                .body(Map.of("runId", run, "name", "方案二", "additions", List.of(rooms(5))))
                .post(BASE + "/plans")
                .path("id");
        as(officer).get(BASE + "/plans?run=" + run).then().body("name", containsInAnyOrder("方案一改", "方案二"));
        as(officer)
                .get(BASE + "/plans/compare?a=" + plan.path("id") + "&b=" + other)
                .then()
                .statusCode(200)
                .body("b.bill", equalTo(300000));
        byte[] sheet =
                as(officer).get(at + "/table").then().statusCode(200).extract().asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            List<Row> rows = book.getFirstSheet().read();
            assertEquals("网络多媒体教室间数", rows.get(1).getCellText(2));
            assertEquals(120000, rows.get(2).getCellAsNumber(5).orElseThrow().intValue());
        }
        as(officer).header("If-Match", "\"1\"").delete(at).then().statusCode(204);
        as(officer).get(at).then().statusCode(404);
        for (String action : List.of("plan.saved", "plan.changed", "plan.deleted")) {
            assertEquals(1, figures.audited(action, plan.path("id")), action);
        }
    }

    @Test
    void unit_costs_belong_to_the_region_and_its_counties_follow() {
        String province = given.aToken(Roles.DIRECTOR, county.substring(0, 2));
        as(province)
                .header("If-Match", "\"0\"")
                .body(Map.of("costs", Map.of("backboneTeachers", 50000)))
                .put(BASE + "/costs/" + county.substring(0, 4))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        as(officer)
                .get(BASE + "/costs?region=" + county)
                .then()
                .body("effective.backboneTeachers", equalTo(50000))
                .body("version", equalTo(0));
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("costs", Map.of("multimediaRooms", 40000)))
                .put(BASE + "/costs/" + county)
                .then()
                .statusCode(200);
        as(officer)
                .body(Map.of("additions", List.of(rooms(1))))
                .post(BASE + "/runs/" + run + "/what-if")
                .then()
                .body("bill", equalTo(40000));
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("costs", Map.of()))
                .put(BASE + "/costs/" + county)
                .then()
                .statusCode(412);
        as(officer)
                .header("If-Match", "\"1\"")
                .body(Map.of("costs", Map.of("multimediaRooms", 0, "x", 1)))
                .put(BASE + "/costs/" + county)
                .then()
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("costs.multimediaRooms", "costs.x"));
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("costs", Map.of()))
                .put(BASE + "/costs/" + county.substring(0, 2))
                .then()
                .statusCode(404);
    }

    @Test
    void missing_figures_make_no_plan() {
        Map<String, java.math.BigDecimal> less = new HashMap<>(GivenFigures.primaryFigures(100, 1));
        less.remove("multimediaRooms");
        figures.figures(poor, 2025, less);
        String framework = as(officer).get(BASE + "/frameworks").path("find { it.code == 'QUALITY_2017' }.id");
        String incomplete = as(officer)
                .body(Map.of("frameworkId", framework, "regionCode", county, "year", 2025))
                .post(BASE + "/runs")
                .path("id");
        as(officer)
                .post(BASE + "/runs/" + incomplete + "/proposal")
                .then()
                .statusCode(409)
                .body("code", equalTo("balance.plan.missing"))
                .body("errors", hasSize(1));
        as(officer)
                .body(Map.of("additions", List.of(rooms(1))))
                .post(BASE + "/runs/" + incomplete + "/what-if")
                .then()
                .statusCode(422);
    }

    @Test
    void nobody_outside_and_no_wrong_role() {
        String elsewhere = given.aToken(Roles.DIRECTOR, given.aCounty());
        as(elsewhere).post(BASE + "/runs/" + run + "/proposal").then().statusCode(404);
        as(elsewhere)
                .body(Map.of("runId", run, "name", "x", "additions", List.of()))
                .post(BASE + "/plans")
                .then()
                .statusCode(404);
        String id = as(officer)
                .body(Map.of("runId", run, "name", "x", "additions", List.of(rooms(1))))
                .post(BASE + "/plans")
                .path("id");
        as(elsewhere).get(BASE + "/plans/" + id).then().statusCode(404);
        as(elsewhere).get(BASE + "/plans/" + id + "/table").then().statusCode(404);
        as(elsewhere)
                .header("If-Match", "\"0\"")
                .delete(BASE + "/plans/" + id)
                .then()
                .statusCode(404);
        as(elsewhere).get(BASE + "/costs?region=" + county).then().statusCode(404);
        String government = given.aToken(Roles.GOVERNMENT, county);
        as(government).get(BASE + "/plans").then().statusCode(200).body("id", hasItem(id));
        as(government)
                .header("If-Match", "\"0\"")
                .delete(BASE + "/plans/" + id)
                .then()
                .statusCode(403);
        given().post(BASE + "/runs/" + run + "/proposal").then().statusCode(401);
    }
}
