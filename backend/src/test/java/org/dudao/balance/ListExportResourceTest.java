package org.dudao.balance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ListExportResourceTest {
    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    String county;
    String officer;
    String framework;

    @BeforeEach
    void aCountyWithTwoYears() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        String township = given.aTownship(county, 1);
        for (int i = 1; i <= 4; i++) {
            figures.aPrimary(township, 2024, 100 * i, 1);
            figures.aPrimary(township, 2025, 100 * i, 1);
        }
        framework = as(officer).get("/api/v1/balance/frameworks").path("find { it.code == 'QUALITY_2017' }.id");
    }

    @Test
    void runs_are_exported_as_they_are_filtered() throws IOException {
        run(2024);
        run(2025);
        List<Row> all = export(officer, "zh", "/api/v1/balance/runs/export");
        assertEquals(1 + 4, all.size());
        assertEquals("县级代码", all.get(0).getCellText(0));
        List<Row> one = export(officer, "en", "/api/v1/balance/runs/export?year=2025");
        assertEquals(1 + 2, one.size());
        assertEquals(
                List.of("County code", "Verdict"),
                List.of(one.get(0).getCellText(0), one.get(0).getCellText(6)));
        assertEquals("School year 2025–2026", one.get(1).getCellText(2));
        assertEquals("Primary", one.get(1).getCellText(5));
        assertEquals(
                1,
                export(given.aToken(Roles.OFFICER, given.aCounty()), "zh", "/api/v1/balance/runs/export")
                        .size());
    }

    @Test
    void plans_are_exported_with_their_bill() throws IOException {
        String run = run(2025);
        String school = as(officer)
                .get("/api/v1/balance/runs/" + run + "/schools?stage=PRIMARY")
                .path("[0].id");
        as(officer)
                .body(Map.of(
                        "runId",
                        run,
                        "name",
                        "=方案一",
                        "additions",
                        List.of(Map.of("schoolId", school, "factCode", "multimediaRooms", "amount", 2))))
                .post("/api/v1/balance/plans")
                .then()
                .statusCode(201);
        List<Row> rows = export(officer, "zh", "/api/v1/balance/plans/export?run=" + run);
        assertEquals(2, rows.size());
        assertEquals("=方案一", rows.get(1).getCellText(1));
        assertEquals("1", rows.get(1).getCellRawValue(2).orElseThrow());
        assertTrue(rows.get(1).getCellAsNumber(3).orElseThrow().signum() > 0);
        assertEquals(
                1,
                export(given.aToken(Roles.OFFICER, given.aCounty()), "zh", "/api/v1/balance/plans/export")
                        .size());
    }

    @Test
    void frameworks_are_exported_with_their_drafts() throws IOException {
        as(officer)
                .body(Map.of("code", "COUNTY_" + county, "nameZh", "本县试行", "nameEn", "Own"))
                .post("/api/v1/balance/frameworks/" + framework + "/copy")
                .then()
                .statusCode(201);
        List<String> names = export(officer, "zh", "/api/v1/balance/frameworks/export").stream()
                .map(r -> r.getCellText(1) + " " + r.getCellText(3))
                .toList();
        assertTrue(names.contains("本县试行 草稿"), names::toString);
        List<String> foreign =
                export(given.aToken(Roles.OFFICER, given.aCounty()), "zh", "/api/v1/balance/frameworks/export").stream()
                        .map(r -> r.getCellText(1))
                        .toList();
        assertTrue(!foreign.contains("本县试行") && foreign.size() >= 3, foreign::toString);
    }

    private String run(int year) {
        return as(officer)
                .body(Map.of("frameworkId", framework, "regionCode", county, "year", year))
                .post("/api/v1/balance/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<Row> export(String token, String language, String address) throws IOException {
        byte[] file = as(token)
                .header("Accept-Language", language)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read();
        }
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
