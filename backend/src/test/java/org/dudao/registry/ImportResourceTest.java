package org.dudao.registry;

import static io.restassured.RestAssured.given;
import static org.dudao.support.Workbooks.workbook;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.FillPatternType;
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
    String officer;
    UUID school;
    String code;

    @BeforeEach
    void aCountyWithASchool() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        school = given.aSchool(county, "211");
        code = given.codeOf(school);
    }

    @Test
    void an_untidy_workbook_is_read_as_a_person_would_read_it() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.row("2025学年学校基本情况统计表");
            sheet.row("", "", "", "小学", "小学", "全校");
            sheet.merge(1, 3, 4);
            sheet.row("备注", "标识码", "学 年", "在校生数（人）", "专任教师", "教学仪器设备值（万元）");
            sheet.row();
            sheet.row("", code, "２０２５学年", "１，２３４人", "７８", "12.5");
            sheet.row("注：本表由学校填报");
        });
        String id = checked(upload(file, "tongjibiao.xlsx", "FIGURES", null));
        as().get("/api/v1/imports/" + id)
                .then()
                .body("rowsTotal", equalTo(1))
                .body("rowsClean", equalTo(1))
                .body("rowsSkipped", equalTo(1))
                .body("toCreate", equalTo(1));
        committed(id, "ALL", false);
        as().get("/api/v1/schools/" + school + "/figures/2025")
                .then()
                .body("values.find{it.key=='PRIMARY.pupils'}.value", equalTo(1234))
                .body("values.find{it.key=='PRIMARY.teachers'}.value", equalTo(78))
                .body("values.find{it.key=='equipmentValue'}.value", equalTo(125000))
                .body("values[0].source.kind", equalTo("IMPORT"))
                .body("values[0].source.fileName", equalTo("tongjibiao.xlsx"))
                .body("values[0].source.row", equalTo(5));
    }

    @Test
    void every_bad_cell_is_named_and_marked_in_the_users_own_workbook() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.row("学校标识码", "学年", "小学在校生数", "小学专任教师数", "小学高于规定学历教师数", "图书册数");
            sheet.row(code, "2025", "300", "20", "25", "无");
            sheet.row("9999999999", "2025", "abc", "1.5", "", "#REF!");
        });
        String id = checked(upload(file, "a.xlsx", "FIGURES", null));
        as().get("/api/v1/imports/" + id + "/problems?size=50")
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
        byte[] marked = as().get("/api/v1/imports/" + id + "/marked")
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
    void rows_with_errors_stop_a_commit_of_all_and_are_left_out_of_a_commit_of_the_clean_ones() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(code, "2025", "300");
            sheet.row("123", "2025", "300");
        });
        String id = checked(upload(file, "a.xlsx", "FIGURES", null));
        as().body(Map.of("rows", "ALL"))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(409)
                .body("code", equalTo("registry.import.hasErrors"));
        committed(id, "CLEAN", false);
        as().get("/api/v1/imports/" + id).then().body("committedRows", equalTo(1));
        as().body(Map.of("rows", "CLEAN"))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(409);
    }

    @Test
    void the_same_file_twice_changes_nothing() throws IOException {
        byte[] file = figures("300");
        committed(checked(upload(file, "a.xlsx", "FIGURES", null)), "ALL", false);
        String again = checked(upload(file, "a.xlsx", "FIGURES", null));
        as().get("/api/v1/imports/" + again)
                .then()
                .body("unchanged", equalTo(1))
                .body("toUpdate", equalTo(0))
                .body("toCreate", equalTo(0));
        committed(again, "ALL", false);
        as().get("/api/v1/schools/" + school + "/figures/2025/PRIMARY.pupils/history")
                .then()
                .body("size()", equalTo(1));
    }

    @Test
    void a_jump_against_last_year_must_be_confirmed() throws IOException {
        committed(checked(upload(figures("300"), "a.xlsx", "FIGURES", null)), "ALL", false);
        byte[] next = workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(code, "2026", "900");
        });
        String id = checked(upload(next, "b.xlsx", "FIGURES", null));
        as().get("/api/v1/imports/" + id).then().body("rowsToConfirm", equalTo(1));
        as().body(Map.of("rows", "ALL"))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(409)
                .body("code", equalTo("registry.import.unconfirmed"));
        committed(id, "ALL", true);
        as().get("/api/v1/schools/" + school + "/figures/2026").then().body("values[0].value", equalTo(900));
    }

    @Test
    void a_jump_between_two_years_of_the_same_file_must_be_confirmed_too() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(code, "2024", "300");
            sheet.row(code, "2025", "900");
            sheet.row(code, "2026", "910");
        });
        String id = checked(upload(file, "years.xlsx", "FIGURES", null));
        as().get("/api/v1/imports/" + id + "/problems")
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
        String id = checked(upload(file, "a.xlsx", "FIGURES", null));
        as().get("/api/v1/imports/" + id + "/problems")
                .then()
                .body("items.rule", contains("registry.import.sum"))
                .body("items[0].expected", equalTo("500"));
    }

    @Test
    void a_wrong_template_is_refused_with_the_headers_it_lacks_until_it_is_mapped() throws IOException {
        byte[] csv = ("escola;alunos;pc_a;pc_b\n" + code + ";250;3;4\n").getBytes(StandardCharsets.UTF_8);
        String id = upload(csv, "escolas.csv", "FIGURES", 2025);
        as().get("/api/v1/imports/" + id)
                .then()
                .body("state", equalTo("NEEDS_MAPPING"))
                .body("missing", hasItem("学校标识码"))
                .body("headers.header", contains("escola", "alunos", "pc_a", "pc_b"));
        as().post("/api/v1/imports/" + id + "/check").then().statusCode(409);
        as().body(mapping("PRIMARY.pupils", "alunos +"))
                .put("/api/v1/imports/" + id + "/mapping")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("columns.PRIMARY.pupils"));
        as().body(Map.of(
                        "columns",
                        List.of(
                                column("code", "escola"),
                                column("PRIMARY.pupils", "alunos"),
                                column("computers", "pc_a + pc_b")),
                        "saveAs",
                        "葡语表"))
                .put("/api/v1/imports/" + id + "/mapping")
                .then()
                .statusCode(200)
                .body("state", equalTo("UPLOADED"));
        checked(id);
        committed(id, "ALL", false);
        as().get("/api/v1/schools/" + school + "/figures/2025")
                .then()
                .body("values.find{it.key=='computers'}.value", equalTo(7));
        String saved = as().get("/api/v1/import-mappings?kind=FIGURES")
                .then()
                .body("name", contains("葡语表"))
                .extract()
                .path("[0].id");
        as().contentType("multipart/form-data")
                .multiPart("file", "e.csv", csv)
                .multiPart("kind", "FIGURES")
                .multiPart("year", "2025")
                .multiPart("mappingId", saved)
                .post("/api/v1/imports")
                .then()
                .statusCode(201)
                .body("state", equalTo("UPLOADED"));
    }

    @Test
    void a_blank_operand_makes_a_formula_missing_and_never_zero() throws IOException {
        byte[] csv = ("school,pupils,a,b\n" + code + ",250,3,\n").getBytes(StandardCharsets.UTF_8);
        String id = upload(csv, "x.csv", "FIGURES", 2025);
        as().body(Map.of(
                        "columns",
                        List.of(
                                column("code", "school"),
                                column("PRIMARY.pupils", "pupils"),
                                column("computers", "a + b"))))
                .put("/api/v1/imports/" + id + "/mapping")
                .then()
                .statusCode(200);
        checked(id);
        committed(id, "ALL", false);
        as().get("/api/v1/schools/" + school + "/figures/2025").then().body("values.key", contains("PRIMARY.pupils"));
    }

    @Test
    void csv_in_gb18030_is_read() throws IOException {
        byte[] csv = ("学校标识码,学年,小学在校生数\n" + code + ",2025,321\n").getBytes(Charset.forName("GB18030"));
        String id = checked(upload(csv, "x.csv", "FIGURES", null));
        as().get("/api/v1/imports/" + id).then().body("rowsClean", equalTo(1));
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
        String id = checked(upload(file, "s.xlsx", "SCHOOLS", null));
        as().get("/api/v1/imports/" + id)
                .then()
                .body("rowsWithErrors", equalTo(1))
                .body("toCreate", equalTo(2));
        committed(id, "CLEAN", false);
        as().queryParam("q", prefix + "800002")
                .get("/api/v1/schools")
                .then()
                .body("items[0].parentSchoolName", equalTo("中心小学"));
        byte[] renamed = workbook(sheet -> {
            sheet.row("学校标识码", "学校名称", "办学类型", "所在地区代码", "公办或民办");
            sheet.row(prefix + "800001", "第一中心小学", "211", county, "公办");
        });
        String second = checked(upload(renamed, "s.xlsx", "SCHOOLS", null));
        as().get("/api/v1/imports/" + second).then().body("rowsToConfirm", equalTo(1));
        committed(second, "ALL", true);
        as().queryParam("q", prefix + "80000")
                .get("/api/v1/schools")
                .then()
                .body("total", equalTo(2))
                .body("items.name", hasItem("第一中心小学"));
    }

    @Test
    void what_is_no_table_is_refused_by_its_content() throws IOException {
        refused("x.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, 415, "kernel.sheet.xls");
        refused("x.xlsx", new byte[] {0, 1, 2, 3, 4}, 415, "kernel.sheet.unknown");
        refused("x.csv", new byte[0], 422, "kernel.sheet.empty");
        refused("x.xlsx", bomb(), 413, "kernel.sheet.bomb");
        byte[] damaged = figures("1");
        refused("x.xlsx", java.util.Arrays.copyOf(damaged, damaged.length / 2), 422, "kernel.sheet.damaged");
    }

    @Test
    void another_county_cannot_see_or_touch_an_import() throws IOException {
        String id = upload(figures("300"), "a.xlsx", "FIGURES", null);
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
        String id = checked(upload(file, "a.xlsx", "FIGURES", null));
        as().get("/api/v1/imports/" + id + "/problems")
                .then()
                .body("items.rule", contains("registry.import.unknownSchool"))
                .body("items[0].message", containsString("没有登记"));
    }

    @Test
    void figures_changed_after_the_check_stop_the_commit_and_keep_nothing() throws IOException {
        String id = checked(upload(figures("300"), "a.xlsx", "FIGURES", null));
        as().header("If-Match", "\"0\"")
                .body(Map.of("values", Map.of("PRIMARY.pupils", 200), "reason", "x"))
                .put("/api/v1/schools/" + school + "/figures/2025")
                .then()
                .statusCode(200);
        as().body(Map.of("rows", "ALL"))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(200);
        Awaitility.await().until(() -> state(id), is("CHECKED"));
        as().get("/api/v1/imports/" + id).then().body("message", containsString("重新检查"));
        as().get("/api/v1/schools/" + school + "/figures/2025").then().body("values[0].value", equalTo(200));
    }

    @Test
    void the_template_lists_the_schools_and_can_be_imported_as_it_is() {
        byte[] template = as().get("/api/v1/imports/template?kind=FIGURES&year=2025")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String id = checked(upload(template, "t.xlsx", "FIGURES", null));
        as().get("/api/v1/imports/" + id)
                .then()
                .body("rowsWithErrors", equalTo(0))
                .body("unchanged", equalTo(1));
    }

    private void refused(String name, byte[] content, int status, String problem) {
        as().contentType("multipart/form-data")
                .multiPart("file", name, content)
                .multiPart("kind", "FIGURES")
                .post("/api/v1/imports")
                .then()
                .statusCode(status)
                .body("code", equalTo(problem));
    }

    private String upload(byte[] content, String name, String kind, Integer year) {
        RequestSpecification request = as().contentType("multipart/form-data")
                .multiPart("file", name, content)
                .multiPart("kind", kind);
        Response response = (year == null ? request : request.multiPart("year", "" + year)).post("/api/v1/imports");
        return response.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String checked(String id) {
        as().post("/api/v1/imports/" + id + "/check").then().statusCode(200);
        Awaitility.await().until(() -> state(id), is("CHECKED"));
        return id;
    }

    private void committed(String id, String rows, boolean confirmed) {
        as().body(Map.of("rows", rows, "confirmed", confirmed))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(200);
        Awaitility.await().until(() -> state(id), is("COMMITTED"));
    }

    private String state(String id) {
        return as().get("/api/v1/imports/" + id).path("state");
    }

    private RequestSpecification as() {
        return given().auth().oauth2(officer).contentType(ContentType.JSON);
    }

    private static Map<String, Object> mapping(String target, String expression) {
        return Map.of("columns", List.of(column(target, expression)));
    }

    private static Map<String, String> column(String target, String expression) {
        return Map.of("target", target, "expression", expression);
    }

    private byte[] figures(String pupils) throws IOException {
        return workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(code, "2025", pupils);
        });
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1025; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }
}
