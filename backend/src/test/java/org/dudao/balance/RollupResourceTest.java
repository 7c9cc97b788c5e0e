package org.dudao.balance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RollupResourceTest {
    private static final String BASE = "/api/v1/balance/rollups";

    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static String framework(String token) {
        return as(token).get("/api/v1/balance/frameworks").path("find { it.code == 'QUALITY_2017' }.id");
    }

    private static void awaitEnd(String token, String id) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while ("RUNNING".equals(as(token).get(BASE + "/" + id).path("rollup.state"))) {
            assertTrue(System.nanoTime() < deadline, "the job did not end");
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void every_county_of_a_prefecture_is_computed_and_ranked_by_distance() throws InterruptedException, IOException {
        String county = given.aCounty();
        String prefecture = county.substring(0, 4);
        String province = given.aToken(Roles.PROVINCE, county.substring(0, 2));
        String[] counties = {county, given.aCounty(), given.aCounty()};
        figures.aPrimary(counties[0], 2031, 100, 1);
        figures.aPrimary(counties[1], 2031, 100, 0.3);
        figures.aPrimary(counties[1], 2031, 100, 1);
        figures.aPrimary(counties[2], 2031, 100, 1);
        figures.figures(given.aSchool(counties[2], "211"), 2031, Map.of("PRIMARY.pupils", java.math.BigDecimal.TEN));
        // the three counties need not share a prefecture: ask for what they share
        String region = counties[1].startsWith(prefecture) && counties[2].startsWith(prefecture)
                ? prefecture
                : county.substring(0, 2);
        Response started = as(province)
                .body(Map.of("frameworkId", framework(province), "regionCode", region, "year", 2031))
                .post(BASE);
        started.then().statusCode(202).body("state", equalTo("RUNNING"));
        String id = started.path("id");
        awaitEnd(province, id);
        as(province).get(BASE + "/" + id).then().body("rollup.state", equalTo("DONE"));
        as(province)
                .get("/api/v1/jobs/" + started.<String>path("jobId"))
                .then()
                .body("subject", endsWith(" · 2031 · QUALITY_2017 v1"))
                .body("subjectId", equalTo(id));
        Response table = as(province).get(BASE + "/" + id + "/counties?stage=PRIMARY&size=200");
        table.then().statusCode(200);
        assertEquals(
                "PASS", table.path("items.find { it.countyCode == '" + counties[0] + "' }.verdict"), table.asString());
        assertEquals("FAIL", table.path("items.find { it.countyCode == '" + counties[1] + "' }.verdict"));
        assertEquals("WITHHELD", table.path("items.find { it.countyCode == '" + counties[2] + "' }.verdict"));
        assertEquals((Integer) 1, table.path("items.find { it.countyCode == '" + counties[0] + "' }.rank"));
        int failing = table.path("items.find { it.countyCode == '" + counties[1] + "' }.rank");
        assertTrue(failing > 1);
        assertNull(table.<Integer>path("items.find { it.countyCode == '" + counties[2] + "' }.rank"));
        as(province)
                .get(BASE + "/" + id + "/counties?stage=PRIMARY&verdict=FAIL&q=" + counties[1])
                .then()
                .body("items.countyCode", contains(counties[1]))
                .body("items[0].indicators", hasSize(7));
        as(province).get("/api/v1/jobs/" + started.path("jobId")).then().body("state", equalTo("SUCCEEDED"));
        byte[] sheet = as(province)
                .get(BASE + "/" + id + "/table")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        int total = table.path("total");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertEquals(total * 2 + 1, book.getFirstSheet().read().size(), "both stages of every county");
        }
        assertEquals(1, figures.audited("balance.rollup", id));
        String elsewhere = given.aToken(Roles.PROVINCE, counties[0]);
        as(elsewhere).get(BASE + "/" + id).then().statusCode(404);
        as(elsewhere).get(BASE + "/" + id + "/counties?stage=PRIMARY").then().statusCode(404);
        as(elsewhere).get(BASE + "/" + id + "/table").then().statusCode(404);
    }

    @Test
    void a_single_county_is_no_roll_up_and_others_are_out_of_reach() {
        String county = given.aCounty();
        String officer = given.aToken(Roles.OFFICER, county);
        Map<String, Object> body = Map.of("frameworkId", framework(officer), "regionCode", county, "year", 2025);
        as(officer).body(body).post(BASE).then().statusCode(422).body("errors.field", contains("regionCode"));
        Map<String, Object> above =
                Map.of("frameworkId", framework(officer), "regionCode", county.substring(0, 2), "year", 2025);
        as(officer).body(above).post(BASE).then().statusCode(404);
        as(given.aToken(Roles.GOVERNMENT, county)).body(body).post(BASE).then().statusCode(403);
        as(officer).get(BASE + "/" + UUID.randomUUID()).then().statusCode(404);
        given().get(BASE).then().statusCode(401);
    }
}
