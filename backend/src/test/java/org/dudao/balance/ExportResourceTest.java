package org.dudao.balance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ExportResourceTest {
    private static final String BASE = "/api/v1/balance/runs/";

    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    String county;
    String officer;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        Random random = new Random(1);
        String township = given.aTownship(county, 1);
        for (int i = 0; i < 24; i++) {
            figures.aPrimary(township, 2025, 60 + random.nextInt(900), 0.35 + random.nextDouble() * 1.4);
            if (i % 2 == 0) {
                figures.aJunior(township, 2025, 150 + random.nextInt(1200), 0.5 + random.nextDouble());
            }
        }
        UUID point = given.aSchool(township, "218");
        figures.figures(point, 2025, GivenFigures.primaryFigures(18, 1));
    }

    private RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private String run(String framework) {
        String id = as(officer).get("/api/v1/balance/frameworks").path("find { it.code == '" + framework + "' }.id");
        return as(officer)
                .body(Map.of("frameworkId", id, "regionCode", county, "year", 2025))
                .post("/api/v1/balance/runs")
                .path("id");
    }

    @Test
    void tables_hold_what_the_run_holds_with_failing_cells_marked() throws IOException {
        String run = run("QUALITY_2017");
        byte[] file = as(officer)
                .get(BASE + run + "/tables")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("filename*=UTF-8''"))
                .extract()
                .asByteArray();
        Files.write(Path.of("target", "tables.xlsx"), file);
        List<Map<String, Object>> schools =
                as(officer).get(BASE + run + "/schools?stage=PRIMARY").path("$");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<String> names = book.getSheets().map(s -> s.getName()).toList();
            assertEquals(List.of("结论", "小学差异系数", "小学学校明细", "初中差异系数", "初中学校明细", "未单独计入的学校", "缺失数据", "参数与依据"), names);
            List<Row> rows = book.findSheet("小学学校明细").orElseThrow().read();
            assertEquals(schools.size() + 3, rows.size());
            assertEquals(schools.get(0).get("code"), rows.get(3).getCellText(1));
            List<Map<String, Object>> values = cast(schools.get(0).get("values"));
            assertEquals(
                    new BigDecimal(values.get(5).get("value").toString()).doubleValue(),
                    rows.get(3).getCellAsNumber(11).orElseThrow().doubleValue(),
                    1e-3);
            List<Row> excluded = book.findSheet("未单独计入的学校").orElseThrow().read();
            assertTrue(excluded.stream().anyMatch(r -> r.getCellText(4).equals("教学点学生数低于计入下限")));
            List<Row> parameters = book.findSheet("参数与依据").orElseThrow().read();
            assertTrue(parameters.stream().anyMatch(r -> r.getCellText(2).equals("未核实")));
        }
        byte[] english = as(officer)
                .header("Accept-Language", "en")
                .get(BASE + run + "/tables")
                .asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(english))) {
            assertEquals("Verdict", book.getFirstSheet().getName());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    @Test
    void report_is_a4_names_unit_date_pages_and_unverified_parameters() throws IOException {
        String run = run("QUALITY_2017");
        byte[] file = as(officer)
                .get(BASE + run + "/report")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        Files.write(Path.of("target", "report.pdf"), file);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertEquals(595, pdf.getPage(0).getMediaBox().getWidth(), 1);
            assertEquals(842, pdf.getPage(0).getMediaBox().getHeight(), 1);
            String text = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
            assertTrue(text.contains("优质均衡"), text);
            assertTrue(text.contains("教育督导室"));
            assertTrue(text.contains("1 / " + pdf.getNumberOfPages()));
            assertTrue(text.contains("未核实") || text.contains("来源尚未核实的参数"));
            assertTrue(text.contains("县域内达标学校所占比例下限"));
        }
    }

    @Test
    void no_page_of_the_report_holds_a_line_or_two_only() throws IOException {
        String township = given.aTownship(county, 2);
        // with those of every test 68 fail: as many as fill two pages to the last line
        for (int i = 0; i < 60; i++) {
            figures.aPrimary(township, 2025, 100 + i, 0.3);
        }
        byte[] file = as(officer).get(BASE + run("QUALITY_2017") + "/report").asByteArray();
        try (PDDocument pdf = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            String all = Normalizer.normalize(stripper.getText(pdf), Normalizer.Form.NFKC);
            assertTrue(all.contains("下表列出前 60 所"), all);
            for (int page = 1; page < pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                long lines =
                        stripper.getText(pdf).lines().filter(l -> !l.isBlank()).count();
                assertTrue(lines > 12, "page " + page + " has " + lines + " lines");
            }
        }
    }

    @Test
    void report_of_the_2012_framework_and_in_english() throws IOException {
        String run = run("BASIC_2012");
        byte[] file = as(officer)
                .header("Accept-Language", "en")
                .get(BASE + run + "/report")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Files.write(Path.of("target", "report-en.pdf"), file);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("Composite coefficient"), text);
            assertTrue(text.contains("not verified"));
        }
    }

    @Test
    void exports_stay_inside_the_scope() {
        String run = run("QUALITY_2017");
        String elsewhere = given.aToken(Roles.OFFICER, given.aCounty());
        as(elsewhere).get(BASE + run + "/tables").then().statusCode(404);
        as(elsewhere).get(BASE + run + "/report").then().statusCode(404);
        as(given.aToken(Roles.TOWNSHIP, county + "101"))
                .get(BASE + run + "/report")
                .then()
                .statusCode(403);
        given().get(BASE + run + "/report").then().statusCode(401);
    }
}
