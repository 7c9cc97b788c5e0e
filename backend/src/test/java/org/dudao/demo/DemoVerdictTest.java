package org.dudao.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a newcomer sees first: the demonstration county fails some indicators, passes others, and can be helped. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class DemoVerdictTest {
    private static final String BASE = "/api/v1/balance/";

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Inject
    Given given;

    @Test
    void demonstration_county_fails_some_coefficients_passes_others_and_has_a_plan() {
        load();
        String token = given.aToken(Roles.DIRECTOR, DemoLoader.COUNTY);
        Response run = run(token, "QUALITY_2017", DemoFigures.LAST_YEAR);
        run.then()
                .statusCode(201)
                .body("stages.verdict", contains("FAIL", "FAIL"))
                .body("stages[0].missing.size()", equalTo(0))
                .body(
                        "stages[0].indicators.findAll { !it.met }.code",
                        containsInAnyOrder("sportsArea", "backboneTeachers"))
                .body("stages[0].indicators.findAll { it.met }.code", hasItem("multimediaRooms"))
                .body("stages[0].exclusions.reason", hasItem("TEACHING_POINT_TOO_SMALL"));
        List<Integer> passing = run.path("stages.schoolsPassing");
        List<Integer> counted = run.path("stages.schoolsCounted");
        for (int stage = 0; stage < 2; stage++) {
            // hard enough to be worth a look, not hopeless: between 20 % and 40 % of the schools fail
            double failing = 1 - passing.get(stage) / (double) counted.get(stage);
            assertTrue(failing > 0.20 && failing < 0.40, passing + " of " + counted);
        }
        List<Integer> before =
                run(token, "QUALITY_2017", DemoFigures.FIRST_YEAR).path("stages.schoolsPassing");
        assertTrue(before.get(0) < passing.get(0) && before.get(1) < passing.get(1), before + " before " + passing);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .post(BASE + "runs/" + run.path("id") + "/proposal")
                .then()
                .statusCode(200)
                .body("stages.verdictAfter", contains("PASS", "PASS"));
        run(token, "BASIC_2012", DemoFigures.LAST_YEAR)
                .then()
                .body("stages.verdict", containsInAnyOrder("PASS", "PASS"));
    }

    @Test
    void demonstration_ledger_has_every_state_and_reconciles() {
        load();
        String token = given.aToken(Roles.DIRECTOR, DemoLoader.COUNTY);
        Response ledger = given().auth().oauth2(token).get("/api/v1/rectification/ledger");
        Map<String, Integer> total = ledger.path("[0]");
        assertEquals(24, total.get("found"));
        assertEquals(13, total.get("closed"));
        assertEquals(2, total.get("overdue"));
        assertEquals(total.get("found"), total.get("closed") + total.get("open") + total.get("overdue"));
        List<String> states = given().auth()
                .oauth2(token)
                .get("/api/v1/rectification/findings?size=100")
                .path("items.state");
        assertEquals(
                Set.of("RAISED", "NOTIFIED", "RECTIFYING", "REPLIED", "ACCEPTED", "CLOSED"), new HashSet<>(states));
        given().auth()
                .oauth2(token)
                .get("/api/v1/rectification/waiting")
                .then()
                .body("kind", hasItems("APPROVE_NOTICE", "CHECK_REPLY", "CLOSE"));
    }

    private void load() {
        QuarkusTransaction.requiringNew()
                .timeout(300)
                .run(() -> jdbi.useHandle(h -> {
                    if (h.select("select 1 from registry.region where code = ?", DemoLoader.COUNTY)
                            .mapTo(Integer.class)
                            .findOne()
                            .isEmpty()) {
                        new DemoLoader(h, clock.instant()).loadCounty();
                    }
                }));
    }

    private static Response run(String token, String code, int year) {
        String framework =
                given().auth().oauth2(token).get(BASE + "frameworks").path("find { it.code == '" + code + "' }.id");
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("frameworkId", framework, "regionCode", DemoLoader.COUNTY, "year", year))
                .post(BASE + "runs");
    }
}
