package org.dudao.registry;

import static io.restassured.RestAssured.given;
import static org.dudao.support.Workbooks.workbook;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ImportFilesResourceTest {
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
        String id = imports.checked(imports.upload(file, "tongjibiao.xlsx", "FIGURES", null));
        imports.as()
                .get("/api/v1/imports/" + id)
                .then()
                .body("rowsTotal", equalTo(1))
                .body("rowsClean", equalTo(1))
                .body("rowsSkipped", equalTo(1))
                .body("toCreate", equalTo(1));
        imports.committed(id, "ALL", false);
        imports.as()
                .get("/api/v1/schools/" + school + "/figures/2025")
                .then()
                .body("values.find{it.key=='PRIMARY.pupils'}.value", equalTo(1234))
                .body("values.find{it.key=='PRIMARY.teachers'}.value", equalTo(78))
                .body("values.find{it.key=='equipmentValue'}.value", equalTo(125000))
                .body("values[0].source.kind", equalTo("IMPORT"))
                .body("values[0].source.fileName", equalTo("tongjibiao.xlsx"))
                .body("values[0].source.row", equalTo(5));
    }

    @Test
    void a_wrong_template_is_refused_with_the_headers_it_lacks_until_it_is_mapped() throws IOException {
        byte[] csv = ("escola;alunos;pc_a;pc_b\n" + code + ";250;3;4\n").getBytes(StandardCharsets.UTF_8);
        String id = imports.upload(csv, "escolas.csv", "FIGURES", 2025);
        imports.as()
                .get("/api/v1/imports/" + id)
                .then()
                .body("state", equalTo("NEEDS_MAPPING"))
                .body("missing", hasItem("学校标识码"))
                .body("headers.header", contains("escola", "alunos", "pc_a", "pc_b"));
        imports.as().post("/api/v1/imports/" + id + "/check").then().statusCode(409);
        imports.as()
                .body(mapping("PRIMARY.pupils", "alunos +"))
                .put("/api/v1/imports/" + id + "/mapping")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("columns.PRIMARY.pupils"));
        imports.as()
                .body(Map.of(
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
        imports.checked(id);
        imports.committed(id, "ALL", false);
        imports.as()
                .get("/api/v1/schools/" + school + "/figures/2025")
                .then()
                .body("values.find{it.key=='computers'}.value", equalTo(7));
        String saved = imports.as()
                .get("/api/v1/import-mappings?kind=FIGURES")
                .then()
                .body("name", contains("葡语表"))
                .extract()
                .path("[0].id");
        imports.as()
                .contentType("multipart/form-data")
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
        String id = imports.upload(csv, "x.csv", "FIGURES", 2025);
        imports.as()
                .body(Map.of(
                        "columns",
                        List.of(
                                column("code", "school"),
                                column("PRIMARY.pupils", "pupils"),
                                column("computers", "a + b"))))
                .put("/api/v1/imports/" + id + "/mapping")
                .then()
                .statusCode(200);
        imports.checked(id);
        imports.committed(id, "ALL", false);
        imports.as()
                .get("/api/v1/schools/" + school + "/figures/2025")
                .then()
                .body("values.key", contains("PRIMARY.pupils"));
    }

    @Test
    void csv_in_gb18030_is_read() throws IOException {
        byte[] csv = ("学校标识码,学年,小学在校生数\n" + code + ",2025,321\n").getBytes(Charset.forName("GB18030"));
        String id = imports.checked(imports.upload(csv, "x.csv", "FIGURES", null));
        imports.as().get("/api/v1/imports/" + id).then().body("rowsClean", equalTo(1));
    }

    @Test
    void what_is_no_table_is_refused_by_its_content() throws IOException {
        imports.refused(
                "x.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, 415, "kernel.sheet.xls");
        imports.refused("x.xlsx", new byte[] {0, 1, 2, 3, 4}, 415, "kernel.sheet.unknown");
        imports.refused("x.csv", new byte[0], 422, "kernel.sheet.empty");
        imports.refused("x.xlsx", bomb(), 413, "kernel.sheet.bomb");
        byte[] damaged = ImportSteps.figures(code, "1");
        imports.refused("x.xlsx", java.util.Arrays.copyOf(damaged, damaged.length / 2), 422, "kernel.sheet.damaged");
        imports.refused("x.xls", "\ufeff \n<HTML><table>".getBytes(StandardCharsets.UTF_8), 415, "kernel.sheet.html");
        imports.refused("x.csv", "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8), 415, "kernel.sheet.html");
        imports.refused("x.csv", "a,b\n1,2\n3,\u00004\n".getBytes(StandardCharsets.UTF_8), 422, "kernel.sheet.nul")
                .body("errors[0].message", containsString("第 3 行"));
        imports.as()
                .contentType("multipart/form-data")
                .multiPart("file", "x.csv", "a".getBytes(StandardCharsets.UTF_8))
                .multiPart("kind", "NONSENSE")
                .post("/api/v1/imports")
                .then()
                .statusCode(400)
                .body("errors.field", contains("kind"))
                .body("errors[0].message", containsString("SCHOOLS"));
        String utf16 = "学校标识码,学年\n1,2\n";
        imports.refused("x.csv", utf16.getBytes(StandardCharsets.UTF_16), 415, "kernel.sheet.unknown");
    }

    private static Map<String, Object> mapping(String target, String expression) {
        return Map.of("columns", List.of(column(target, expression)));
    }

    private static Map<String, String> column(String target, String expression) {
        return Map.of("target", target, "expression", expression);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }
}
