package org.dudao.balance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RunResourceTest {
    private static final String BASE = "/api/v1/balance/runs";

    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    String county;
    String officer;
    UUID poor;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        String township = given.aTownship(county, 1);
        poor = figures.aPrimary(township, 2025, 100, 0.4);
        figures.aPrimary(township, 2025, 400, 1);
        figures.aPrimary(township, 2025, 300, 1.2);
        figures.aJunior(township, 2025, 300, 2);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private String framework(String code) {
        return as(officer).get("/api/v1/balance/frameworks").path("find { it.code == '" + code + "' }.id");
    }

    private Response run(String token, String region, int year) {
        return as(token)
                .body(Map.of("frameworkId", framework("QUALITY_2017"), "regionCode", region, "year", year))
                .post(BASE);
    }

    @Test
    void a_run_keeps_what_it_saw_and_computes_identically_again() {
        Response run = run(officer, county, 2025);
        run.then()
                .statusCode(201)
                .body("stages.stage", contains("PRIMARY", "JUNIOR"))
                .body("stages[0].verdict", equalTo("FAIL"))
                .body("stages[0].schoolsPassing", equalTo(2))
                .body("stages[1].verdict", equalTo("PASS"))
                .body("unverified", hasItem("scope.countPrivate"));
        String at = BASE + "/" + run.path("id");
        Map<String, Object> before = as(officer).get(at).path("stages[0]");
        figures.figures(poor, 2025, GivenFigures.primaryFigures(100, 2));
        as(officer).get(at).then().body("stages[0]", equalTo(before));
        as(officer)
                .post(at + "/verify")
                .then()
                .statusCode(200)
                .body("same", equalTo(true))
                .body("recomputed", equalTo(run.path("checksum")));
        run(officer, county, 2025).then().body("stages[0].verdict", equalTo("PASS"));
        as(officer)
                .get(BASE + "?region=" + county)
                .then()
                .body("$", hasSize(2))
                .body("[1].id", equalTo(run.path("id")))
                .body("[1].stages.stage", contains("PRIMARY", "JUNIOR"))
                .body("[1].stages.schoolsCounted", contains(3, 1));
        assertEquals(1, figures.audited("balance.run", run.path("id")));
        assertThrows(
                Exception.class,
                () -> figures.execute(
                        "update balance.run set checksum = 'x' where id = ?", UUID.fromString(run.path("id"))));
    }

    @Test
    void rows_carry_the_place_of_the_school() {
        String at = BASE + "/" + run(officer, county, 2025).path("id");
        as(officer)
                .queryParam("stage", "PRIMARY")
                .get(at + "/schools")
                .then()
                .statusCode(200)
                .body("$", hasSize(3))
                .body("[0].regionCode", equalTo(county + "101"))
                .body("find { it.id == '" + poor + "' }.verdict", equalTo("FAIL"));
        as(officer).queryParam("stage", "SENIOR").get(at + "/schools").then().statusCode(400);
    }

    @Test
    void every_figure_can_be_taken_apart() {
        String at = BASE + "/" + run(officer, county, 2025).path("id") + "/explanation";
        Response all = as(officer)
                .queryParam("stage", "PRIMARY")
                .queryParam("indicator", "sportsArea")
                .get(at);
        all.then()
                .statusCode(200)
                .body("rows", hasSize(3))
                .body("rows[0].parts.fact", contains("indoorSportsArea", "outdoorSportsArea"))
                .body("pupils", equalTo(800.0f));
        double cv = Double.parseDouble(all.path("result.coefficientOfVariation").toString());
        double check = Double.parseDouble(all.path("check").toString());
        assertEquals(cv, check, 1e-6);
        as(officer)
                .queryParam("stage", "PRIMARY")
                .queryParam("indicator", "sportsArea")
                .queryParam("school", poor)
                .get(at)
                .then()
                .body("rows", hasSize(1))
                .body("rows[0].amount", equalTo(520.0f));
        as(officer)
                .queryParam("stage", "PRIMARY")
                .queryParam("indicator", "nothing")
                .get(at)
                .then()
                .statusCode(404);
    }

    @Test
    void years_are_compared_and_schools_that_moved_are_named() {
        String a = run(officer, county, 2025).path("id");
        figures.figures(poor, 2025, GivenFigures.primaryFigures(100, 2));
        String b = run(officer, county, 2025).path("id");
        as(officer)
                .queryParam("a", a)
                .queryParam("b", b)
                .get(BASE + "/compare")
                .then()
                .statusCode(200)
                .body("stages[0].verdictBefore", equalTo("FAIL"))
                .body("stages[0].verdictAfter", equalTo("PASS"))
                .body("stages[0].newlyPassing.id", contains(poor.toString()));
        as(officer)
                .queryParam("region", county)
                .queryParam("frameworkCode", "QUALITY_2017")
                .get(BASE + "/trend")
                .then()
                .statusCode(200)
                .body("$", hasSize(14))
                .body("runId.unique()", contains(b));
    }

    @Test
    void missing_figures_withhold_the_verdict_and_are_named() {
        Map<String, java.math.BigDecimal> less = new HashMap<>(GivenFigures.primaryFigures(100, 1));
        less.remove("equipmentValue");
        figures.figures(poor, 2025, less);
        run(officer, county, 2025)
                .then()
                .statusCode(201)
                .body("stages[0].verdict", equalTo("WITHHELD"))
                .body("stages[0].missing.fact", contains("equipmentValue"))
                .body("stages[0].missing[0].id", equalTo(poor.toString()));
    }

    @Test
    void bad_requests_are_told_apart() {
        run(officer, county + "101", 2025).then().statusCode(422).body("errors.field", contains("regionCode"));
        String empty = given.aCounty();
        run(given.aToken(Roles.OFFICER, empty), empty, 2025)
                .then()
                .statusCode(422)
                .body("errors.field", contains("year"));
        as(officer)
                .body(Map.of("frameworkId", UUID.randomUUID(), "regionCode", county, "year", 2025))
                .post(BASE)
                .then()
                .statusCode(404);
        as(officer).body(Map.of("regionCode", county)).post(BASE).then().statusCode(422);
        as(officer).get(BASE + "/" + UUID.randomUUID()).then().statusCode(404);
        as(officer).get(BASE + "/compare").then().statusCode(400);
    }

    @Test
    void nobody_outside_sees_or_makes_a_run() {
        String id = run(officer, county, 2025).path("id");
        String elsewhere = given.aToken(Roles.OFFICER, given.aCounty());
        as(elsewhere).get(BASE + "/" + id).then().statusCode(404);
        as(elsewhere).get(BASE + "/" + id + "/schools?stage=PRIMARY").then().statusCode(404);
        as(elsewhere).post(BASE + "/" + id + "/verify").then().statusCode(404);
        as(elsewhere).get(BASE).then().body("id", not(hasItem(id)));
        as(elsewhere).get(BASE + "?region=" + county).then().statusCode(404);
        run(elsewhere, county, 2025).then().statusCode(404);
        String township = given.aToken(Roles.TOWNSHIP, county + "101");
        as(township).get(BASE + "/" + id).then().statusCode(403);
        run(given.aToken(Roles.GOVERNMENT, county), county, 2025).then().statusCode(403);
        given().get(BASE).then().statusCode(401);
        String province = given.aToken(Roles.PROVINCE, county.substring(0, 2));
        as(province).get(BASE + "/" + id).then().statusCode(200);
    }
}
