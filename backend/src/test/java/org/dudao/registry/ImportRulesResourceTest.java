package org.dudao.registry;

import static io.restassured.RestAssured.given;
import static org.dudao.support.Workbooks.workbook;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ImportRulesResourceTest {
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
    void every_bad_cell_is_named_and_marked_in_the_users_own_workbook() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.row("学校标识码", "学年", "小学在校生数", "小学专任教师数", "小学高于规定学历教师数", "图书册数");
            sheet.row(code, "2025", "300", "20", "25", "无");
            sheet.row("9999999999", "2025", "abc", "1.5", "", "#REF!");
        });
        String id = imports.checked(imports.upload(file, "a.xlsx", "FIGURES", null));
        imports.as()
                .get("/api/v1/imports/" + id + "/problems?size=50")
                .then()
                .body(
                        "items.findAll{it.row==2}.rule",
                        hasItems("registry.figure.notMoreThan", "registry.import.nothing"))
                .body("items.find{it.rule=='registry.figure.notMoreThan'}.column", equalTo("E"))
                .body("items.find{it.rule=='registry.figure.notMoreThan'}.found", equalTo("25"))
                .body("items.find{it.rule=='registry.figure.notMoreThan'}.expected", equalTo("≤ 20"))
                .body(
                        "items.findAll{it.row==3}.rule",
                        hasItems(
                                "registry.import.unknownSchool",
                                "registry.import.number",
                                "registry.import.excelError"));
        byte[] marked = imports.as()
                .get("/api/v1/imports/" + id + "/marked")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertEquals(
                    FillPatternType.SOLID_FOREGROUND,
                    row.getCell(4).getCellStyle().getFillPattern());
            assertEquals(FillPatternType.NO_FILL, row.getCell(2).getCellStyle().getFillPattern());
            assertEquals("问题说明", workbook.getSheetAt(0).getRow(0).getCell(6).getStringCellValue());
            assertTrue(row.getCell(6).getStringCellValue().contains("不能大于"));
        }
    }

    @Test
    void a_jump_against_last_year_must_be_confirmed() throws IOException {
        imports.committed(
                imports.checked(imports.upload(ImportSteps.figures(code, "300"), "a.xlsx", "FIGURES", null)),
                "ALL",
                false);
        byte[] next = workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(code, "2026", "900");
        });
        String id = imports.checked(imports.upload(next, "b.xlsx", "FIGURES", null));
        imports.as().get("/api/v1/imports/" + id).then().body("rowsToConfirm", equalTo(1));
        imports.as()
                .body(Map.of("rows", "ALL"))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(409)
                .body("code", equalTo("registry.import.unconfirmed"));
        imports.committed(id, "ALL", true);
        imports.as().get("/api/v1/schools/" + school + "/figures/2026").then().body("values[0].value", equalTo(900));
    }

    @Test
    void a_jump_between_two_years_of_the_same_file_must_be_confirmed_too() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(code, "2024", "300");
            sheet.row(code, "2025", "900");
            sheet.row(code, "2026", "910");
        });
        String id = imports.checked(imports.upload(file, "years.xlsx", "FIGURES", null));
        imports.as()
                .get("/api/v1/imports/" + id + "/problems")
                .then()
                .body("items.rule", contains("registry.figure.jump"))
                .body("items[0].row", equalTo(3));
    }

    @Test
    void a_total_that_is_not_the_sum_of_its_stages_is_an_error() throws IOException {
        String nineYear = given.codeOf(given.aSchool(county, "312"));
        byte[] file = workbook(sheet -> {
            sheet.row("学校标识码", "学年", "小学在校生数", "初中在校生数", "在校生总数");
            sheet.row(nineYear, "2025", "300", "200", "510");
        });
        String id = imports.checked(imports.upload(file, "a.xlsx", "FIGURES", null));
        imports.as()
                .get("/api/v1/imports/" + id + "/problems")
                .then()
                .body("items.rule", contains("registry.import.sum"))
                .body("items[0].expected", equalTo("500"));
    }

    @Test
    void figures_of_a_year_the_school_did_not_exist_in_are_asked_about() throws IOException {
        String prefix = "21" + county.substring(0, 2);
        byte[] schools = workbook(sheet -> {
            sheet.row("学校标识码", "学校名称", "办学类型", "所在地区代码", "公办或民办", "建校年份");
            sheet.row(prefix + "710001", "新学校", "211", county, "公办", "2024");
        });
        imports.committed(imports.checked(imports.upload(schools, "s.xlsx", "SCHOOLS", null)), "ALL", false);
        String id = imports.as()
                .queryParam("q", prefix + "710001")
                .get("/api/v1/schools")
                .then()
                .extract()
                .path("items[0].id");
        imports.as()
                .header(
                        "If-Match",
                        "\"" + imports.as().get("/api/v1/schools/" + id).path("version") + "\"")
                .body(Map.of("year", 2025, "reason", "撤并"))
                .post("/api/v1/schools/" + id + "/close")
                .then()
                .statusCode(200);
        byte[] file = workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(prefix + "710001", "2023", "300");
            sheet.row(prefix + "710001", "2024", "310");
            sheet.row(prefix + "710001", "2025", "310");
            sheet.row(prefix + "710001", "2026", "310");
        });
        String figures = imports.checked(imports.upload(file, "f.xlsx", "FIGURES", null));
        imports.as()
                .get("/api/v1/imports/" + figures + "/problems")
                .then()
                .body("items.rule", contains("registry.import.beforeFounded", "registry.import.afterClosed"))
                .body("items.severity", contains("CONFIRM", "CONFIRM"))
                .body("items.row", contains(2, 5))
                .body("items.column", contains("B", "B"))
                .body("items.found", contains("2023", "2026"))
                .body("items.expected", contains("≥ 2024", "≤ 2025"));
    }

    @Test
    void a_name_that_looks_like_a_formula_or_markup_is_told_and_kept_as_text() throws IOException {
        String prefix = "21" + county.substring(0, 2);
        byte[] file = workbook(sheet -> {
            sheet.row("学校标识码", "学校名称", "办学类型", "所在地区代码", "公办或民办");
            sheet.row(prefix + "720001", "=HYPERLINK(1)", "211", county, "公办");
            sheet.row(prefix + "720002", "＋小学", "211", county, "公办");
            sheet.row(prefix + "720003", "@小学", "211", county, "公办");
            sheet.row(prefix + "720004", "-小学", "211", county, "公办");
            sheet.row(prefix + "720005", "小学<script>alert(1)</script>", "211", county, "公办");
            sheet.row(prefix + "720006", "和平-友谊小学（A+）", "211", county, "公办");
        });
        String id = imports.checked(imports.upload(file, "s.xlsx", "SCHOOLS", null));
        imports.as()
                .get("/api/v1/imports/" + id + "/problems")
                .then()
                .body("items.findAll{it.rule=='registry.import.activeName'}.row", contains(2, 3, 4, 5, 6))
                .body("items.severity.unique()", contains("WARNING"));
        imports.as().get("/api/v1/imports/" + id).then().body("toCreate", equalTo(6));
    }

    @Test
    void a_number_with_a_foreign_unit_is_an_error_that_says_what_would_be_right() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.row("code", "year", "教学用计算机台数", "网络多媒体教室间数", "教学仪器设备值（万元）", "图书册数", "PRIMARY.pupils");
            sheet.row(code, "2025", "12间", "12间", "125000元", "1.2万册", "300.5");
        });
        String id = imports.checked(imports.upload(file, "f.xlsx", "FIGURES", null));
        imports.as()
                .get("/api/v1/imports/" + id + "/problems")
                .then()
                .body(
                        "items.collect{it.column + ' ' + it.rule + ' ' + it.expected}",
                        contains(
                                "C registry.import.unit ",
                                "E registry.import.unit 12.5万元",
                                "F registry.import.unit 12000册",
                                "G registry.figure.integer "));
    }

    @Test
    void a_formula_that_was_never_calculated_is_told_and_a_huge_number_is_shown_short() throws IOException {
        byte[] file;
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            var sheet = workbook.createSheet();
            String[] head = {"学校标识码", "学年", "小学在校生数", "图书册数"};
            var top = sheet.createRow(0);
            for (int c = 0; c < head.length; c++) {
                top.createCell(c).setCellValue(head[c]);
            }
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue(code);
            row.createCell(1).setCellValue("2025");
            row.createCell(2).setCellFormula("150+150");
            row.createCell(3).setCellValue("1e400");
            var bad = sheet.createRow(2);
            bad.createCell(0).setCellValue("12");
            bad.createCell(1).setCellValue("2026");
            bad.createCell(2).setCellValue("5");
            workbook.write(out);
            file = out.toByteArray();
        }
        String id = imports.checked(imports.upload(file, "a.xlsx", "FIGURES", null));
        imports.as()
                .get("/api/v1/imports/" + id + "/problems?size=50")
                .then()
                .body("items.find{it.column=='C'}.rule", equalTo("registry.import.nothing"))
                .body("items.find{it.rule=='registry.figure.range'}.found", equalTo("1e400"))
                .body("items.find{it.rule=='registry.import.codeFormat'}.expected", equalTo("10 位数字"));
    }
}
