package org.dudao.registry;

import static io.restassured.RestAssured.given;
import static org.dudao.support.Workbooks.workbook;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ImportResourceTest {
    @Inject
    Given given;

    String county;
    UUID school;
    String code;
    ImportSteps imports;

    @BeforeEach
    void aCountyWithASchool() {
        county = given.aCounty();
        imports = new ImportSteps(given.aToken(Roles.OFFICER, county));
        school = given.aSchool(county, "211");
        code = given.codeOf(school);
    }

    @Test
    void rows_with_errors_stop_a_commit_of_all_and_are_left_out_of_a_commit_of_the_clean_ones() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(code, "2025", "300");
            sheet.row("123", "2025", "300");
        });
        String id = imports.checked(imports.upload(file, "a.xlsx", "FIGURES", null));
        imports.as()
                .body(Map.of("rows", "ALL"))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(409)
                .body("code", equalTo("registry.import.hasErrors"));
        imports.committed(id, "CLEAN", false);
        imports.as().get("/api/v1/imports/" + id).then().body("committedRows", equalTo(1));
        imports.as()
                .get("/api/v1/jobs")
                .then()
                .body("kind", contains("import.commit", "import.check"))
                .body("subject", contains("a.xlsx", "a.xlsx"))
                .body("subjectId", contains(id, id));
        imports.as()
                .body(Map.of("rows", "CLEAN"))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(409);
    }

    @Test
    void a_file_without_one_good_row_cannot_be_committed() throws IOException {
        String id = imports.checked(imports.upload(ImportSteps.figures("123", "300"), "a.xlsx", "FIGURES", null));
        imports.as()
                .body(Map.of("rows", "CLEAN"))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(409)
                .body("code", equalTo("registry.import.nothingToCommit"));
        assertEquals("CHECKED", imports.state(id));
    }

    @Test
    void the_same_file_twice_changes_nothing() throws IOException {
        byte[] file = ImportSteps.figures(code, "300");
        imports.committed(imports.checked(imports.upload(file, "a.xlsx", "FIGURES", null)), "ALL", false);
        String again = imports.checked(imports.upload(file, "a.xlsx", "FIGURES", null));
        imports.as()
                .get("/api/v1/imports/" + again)
                .then()
                .body("unchanged", equalTo(1))
                .body("toUpdate", equalTo(0))
                .body("toCreate", equalTo(0));
        imports.committed(again, "ALL", false);
        imports.as()
                .get("/api/v1/schools/" + school + "/figures/2025/PRIMARY.pupils/history")
                .then()
                .body("size()", equalTo(1));
    }

    @Test
    void schools_are_registered_then_updated_never_duplicated() throws IOException {
        String prefix = "21" + county.substring(0, 2);
        byte[] file = workbook(sheet -> {
            sheet.row("学校名称", "学校标识码", "办学类型", "所在地区代码", "公办或民办", "中心校标识码", "城乡分类");
            sheet.row("中心小学", prefix + "800001", "小学", county, "公办", "", "镇中心区");
            sheet.row("山口教学点", prefix + "800002", "教学点", county, "公办", prefix + "800001", "220");
            sheet.row("坏学校", prefix + "800003", "大学", "110000", "", "", "");
        });
        String id = imports.checked(imports.upload(file, "s.xlsx", "SCHOOLS", null));
        imports.as()
                .get("/api/v1/imports/" + id)
                .then()
                .body("rowsWithErrors", equalTo(1))
                .body("toCreate", equalTo(2));
        imports.committed(id, "CLEAN", false);
        imports.as()
                .queryParam("q", prefix + "800002")
                .get("/api/v1/schools")
                .then()
                .body("items[0].parentSchoolName", equalTo("中心小学"));
        byte[] renamed = workbook(sheet -> {
            sheet.row("学校标识码", "学校名称", "办学类型", "所在地区代码", "公办或民办");
            sheet.row(prefix + "800001", "第一中心小学", "211", county, "公办");
        });
        String second = imports.checked(imports.upload(renamed, "s.xlsx", "SCHOOLS", null));
        imports.as().get("/api/v1/imports/" + second).then().body("rowsToConfirm", equalTo(1));
        imports.committed(second, "ALL", true);
        imports.as()
                .queryParam("q", prefix + "80000")
                .get("/api/v1/schools")
                .then()
                .body("total", equalTo(2))
                .body("items.name", hasItem("第一中心小学"));
    }

    @Test
    void another_county_cannot_see_or_touch_an_import() throws IOException {
        String id = imports.upload(ImportSteps.figures(code, "300"), "a.xlsx", "FIGURES", null);
        String stranger = given.aToken(Roles.OFFICER, given.aCounty());
        for (String path : List.of("", "/problems", "/marked")) {
            given().auth()
                    .oauth2(stranger)
                    .get("/api/v1/imports/" + id + path)
                    .then()
                    .statusCode(404);
        }
        given().auth()
                .oauth2(stranger)
                .contentType(ContentType.JSON)
                .post("/api/v1/imports/" + id + "/check")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(given.aToken(Roles.GOVERNMENT, county))
                .get("/api/v1/imports")
                .then()
                .statusCode(403);
        given().get("/api/v1/imports").then().statusCode(401);
    }

    @Test
    void a_school_of_another_county_is_unknown_to_the_import() throws IOException {
        String foreign = given.codeOf(given.aSchool(given.aCounty(), "211"));
        byte[] file = workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(foreign, "2025", "300");
        });
        String id = imports.checked(imports.upload(file, "a.xlsx", "FIGURES", null));
        imports.as()
                .get("/api/v1/imports/" + id + "/problems")
                .then()
                .body("items.rule", contains("registry.import.unknownSchool"))
                .body("items[0].message", containsString("没有登记"));
    }

    @Test
    void figures_changed_after_the_check_stop_the_commit_and_keep_nothing() throws IOException {
        String id = imports.checked(imports.upload(ImportSteps.figures(code, "300"), "a.xlsx", "FIGURES", null));
        imports.as()
                .header("If-Match", "\"0\"")
                .body(Map.of("values", Map.of("PRIMARY.pupils", 200), "reason", "x"))
                .put("/api/v1/schools/" + school + "/figures/2025")
                .then()
                .statusCode(200);
        imports.as()
                .body(Map.of("rows", "ALL"))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(200);
        Awaitility.await().until(() -> imports.state(id), is("CHECKED"));
        imports.as().get("/api/v1/imports/" + id).then().body("message", containsString("重新检查"));
        imports.as()
                .header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.5")
                .get("/api/v1/imports/" + id)
                .then()
                .body(
                        "message",
                        equalTo("Since the check the data of 1 schools have been changed by somebody else."
                                + " Nothing was imported; check again."));
        String job = imports.as().get("/api/v1/imports/" + id).path("jobId");
        imports.as()
                .header("Accept-Language", "en")
                .get("/api/v1/jobs/" + job)
                .then()
                .body("state", equalTo("FAILED"))
                .body("message", containsString("Nothing was imported"));
        imports.as()
                .header("Accept-Language", "zh-CN")
                .get("/api/v1/jobs")
                .then()
                .body("find{it.id=='" + job + "'}.message", containsString("重新检查"));
        imports.as().get("/api/v1/schools/" + school + "/figures/2025").then().body("values[0].value", equalTo(200));
    }

    @Test
    void the_template_lists_the_schools_and_can_be_imported_as_it_is() {
        byte[] template = imports.as()
                .get("/api/v1/imports/template?kind=FIGURES&year=2025")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String id = imports.checked(imports.upload(template, "t.xlsx", "FIGURES", null));
        imports.as()
                .get("/api/v1/imports/" + id)
                .then()
                .body("rowsWithErrors", equalTo(0))
                .body("unchanged", equalTo(1));
    }

    @Test
    void the_list_is_exported_in_the_order_asked_for() throws IOException {
        imports.upload(ImportSteps.figures(code, "300"), "b.xlsx", "FIGURES", null);
        imports.upload(ImportSteps.figures(code, "300"), "a.xlsx", "FIGURES", null);
        byte[] file = imports.as()
                .header("Accept-Language", "en")
                .get("/api/v1/imports/export?sort=fileName")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheetAt(0);
            assertEquals(2, sheet.getLastRowNum());
            assertEquals("File", sheet.getRow(0).getCell(0).getStringCellValue());
            assertEquals("a.xlsx", sheet.getRow(1).getCell(0).getStringCellValue());
            assertEquals("Uploaded", sheet.getRow(2).getCell(3).getStringCellValue());
        }
        String stranger = given.aToken(Roles.OFFICER, given.aCounty());
        byte[] foreign = given().auth()
                .oauth2(stranger)
                .get("/api/v1/imports/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(foreign))) {
            assertEquals(0, workbook.getSheetAt(0).getLastRowNum());
        }
    }

    @Test
    void the_template_and_the_table_begin_with_schools_of_compulsory_stages() throws IOException {
        String kindergarten = given.codeOf(given.aSchool(county, "111"));
        String senior = given.codeOf(given.aSchool(county, "342"));
        String junior = given.codeOf(given.aSchool(county, "311"));
        List<String> order = List.of(code, junior, senior, kindergarten);
        byte[] template = imports.as()
                .get("/api/v1/imports/template?kind=FIGURES&year=2025")
                .asByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            var sheet = workbook.getSheetAt(0);
            for (int i = 0; i < order.size(); i++) {
                assertEquals(order.get(i), sheet.getRow(i + 1).getCell(0).getStringCellValue());
            }
        }
        imports.as().get("/api/v1/figures?year=2025").then().body("items.code", contains(order.toArray()));
        imports.as()
                .get("/api/v1/figures?year=2025&sort=-kind")
                .then()
                .body("items.kind", contains("342", "311", "211", "111"));
    }

    @Test
    void the_years_a_file_is_about_are_told_once_checked() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(code, "2026", "300");
            sheet.row(code, "2025", "290");
            sheet.row("123", "2019", "290");
        });
        String id = imports.upload(file, "a.xlsx", "FIGURES", null);
        imports.as().get("/api/v1/imports/" + id).then().body("years", equalTo(List.of()));
        imports.checked(id);
        imports.as().get("/api/v1/imports/" + id).then().body("years", contains(2025, 2026));
        imports.as().get("/api/v1/imports").then().body("items[0].years", contains(2025, 2026));
    }

    @Test
    void the_template_of_schools_needs_no_year() {
        imports.as().get("/api/v1/imports/template?kind=SCHOOLS").then().statusCode(200);
        imports.as()
                .get("/api/v1/imports/template?kind=FIGURES")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("year"));
    }
}
