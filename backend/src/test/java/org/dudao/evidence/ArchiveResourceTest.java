package org.dudao.evidence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ArchiveResourceTest {
    private static final String ARCHIVES = "/api/v1/evidence/catalogues";

    @Inject
    Given given;

    String county;
    UUID school;
    String officer;
    String headmaster;
    String archive;

    @BeforeEach
    void anOpenArchive() {
        county = given.aCounty();
        school = given.aSchool(given.aTownship(county, 1), "211");
        officer = given.aToken("officer", county);
        headmaster = given.aToken("school", county, null, school);
        archive = post(officer, "", Map.of("template", "BASIC_BALANCE", "year", 2026))
                .then()
                .statusCode(201)
                .body("categories", hasSize(18))
                .body("summary.complete", equalTo(0))
                .body("source.unverified", hasSize(2))
                .extract()
                .path("summary.id");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static Response post(String token, String path, Object body) {
        return as(token).body(body).post(ARCHIVES + path);
    }

    private String item(String code) {
        return "/" + archive + "/items/" + code;
    }

    @Test
    void it_is_opened_once_for_a_region_and_year() {
        post(officer, "", Map.of("template", "BASIC_BALANCE", "year", 2026))
                .then()
                .statusCode(409);
        post(officer, "", Map.of("template", "QUALITY_BALANCE", "year", 2026))
                .then()
                .statusCode(201);
        post(officer, "", Map.of("template", "NONE", "year", 2026)).then().statusCode(422);
        as(officer).get(ARCHIVES).then().body("", hasSize(2));
    }

    @Test
    void another_county_sees_and_changes_nothing_of_it() {
        String stranger = given.aToken("officer", given.aCounty());
        UUID file = GivenFiles.aFile(stranger, "a.jpg", GivenFiles.aPhoto(20, 20));
        as(stranger).get(ARCHIVES).then().body("", hasSize(0));
        as(stranger).get(ARCHIVES + "/" + archive).then().statusCode(404);
        as(stranger).get(ARCHIVES + "/" + archive + "/zip").then().statusCode(404);
        post(stranger, item("01-1") + "/files", Map.of("files", List.of(file)))
                .then()
                .statusCode(404);
        post(stranger, item("01-1") + "/asks", Map.of("unitName", "财政局")).then().statusCode(404);
    }

    @Test
    void a_file_is_reused_under_several_items_and_taken_out_without_being_lost() {
        UUID file = GivenFiles.aFile(officer, "自评报告.jpg", GivenFiles.aPhoto(20, 20));
        post(officer, item("01-1") + "/files", Map.of("files", List.of(file)))
                .then()
                .body("categories[0].items[0].complete", equalTo(true))
                .body("categories[0].missing", equalTo(2))
                .body("summary.complete", equalTo(1));
        post(officer, item("02-1") + "/files", Map.of("files", List.of(file, file)))
                .then()
                .body("categories[1].items[0].files", hasSize(1));
        post(officer, item("01-1") + "/take-out", Map.of("file", file, "reason", "放错位置"))
                .then()
                .statusCode(200)
                .body("categories[0].items[0].files", hasSize(0))
                .body("categories[1].items[0].files", hasSize(1));
        post(officer, item("01-1") + "/take-out", Map.of("file", file, "reason", "再取"))
                .then()
                .statusCode(404);
        as(officer)
                .get(GivenFiles.FILES + "/" + file)
                .then()
                .body("uses", hasSize(2))
                .body("uses.detachedFor", hasItem("放错位置"))
                .body("file.sweptOn", nullValue());
        String director = given.aToken("director", county);
        as(director).get(GivenFiles.FILES + "/" + file).then().statusCode(200);
        post(officer, item("99-9") + "/files", Map.of("files", List.of(file)))
                .then()
                .statusCode(404);
    }

    @Test
    void a_school_is_asked_sends_what_it_has_and_sees_nothing_else() {
        post(officer, item("04-2") + "/asks", Map.of("schoolId", school, "dueOn", "2099-01-31", "note", "含送教上门"))
                .then()
                .statusCode(200)
                .body("categories[3].items[1].asks", hasSize(1))
                .body("categories[3].items[1].asks[0].answeredAt", nullValue());
        post(officer, item("04-2") + "/asks", Map.of("schoolId", school)).then().statusCode(409);
        String ask = as(headmaster)
                .get(ARCHIVES + "/asked?open=true")
                .then()
                .body("", hasSize(1))
                .body("[0].itemZh", equalTo("随班就读与送教上门记录"))
                .body("[0].ask.dueOn", equalTo("2099-01-31"))
                .extract()
                .path("[0].ask.id");
        as(headmaster)
                .get("/api/v1/messages")
                .then()
                .body("items.kind", equalTo(List.of("evidence.asked")))
                .body("items[0].text", equalTo("请报送档案材料：随班就读与送教上门记录"))
                .body("items[0].dueOn", equalTo("2099-01-31"))
                .body("items[0].subjectId", equalTo(ask));
        UUID file = GivenFiles.aFile(headmaster, "送教.jpg", GivenFiles.aPhoto(20, 20));
        post(headmaster, "/asks/" + ask + "/files", Map.of("files", List.of(file)))
                .then()
                .statusCode(200)
                .body("sent", hasSize(1))
                .body("ask.answeredAt", notNullValue());
        as(officer).get("/api/v1/messages").then().body("items[0].kind", equalTo("evidence.answered"));
        as(officer).get(GivenFiles.FILES + "/" + file).then().statusCode(200);
        String otherSchool = given.aToken("school", county, null, given.aSchool(county, "211"));
        as(otherSchool).get(ARCHIVES + "/asked").then().body("", hasSize(0));
        as(otherSchool).get(GivenFiles.FILES + "/" + file).then().statusCode(404);
        UUID hers = GivenFiles.aFile(otherSchool, "x.jpg", GivenFiles.aPhoto(20, 20));
        post(otherSchool, "/asks/" + ask + "/files", Map.of("files", List.of(hers)))
                .then()
                .statusCode(404);
        post(officer, "/asks/" + ask + "/end", Map.of("end", "DONE")).then().statusCode(428);
        String tag =
                "\"" + as(officer).get(ARCHIVES + "/" + archive).path("categories[3].items[1].asks[0].version") + "\"";
        as(officer)
                .header("If-Match", tag)
                .body(Map.of("end", "DONE"))
                .post(ARCHIVES + "/asks/" + ask + "/end")
                .then()
                .statusCode(200)
                .body("open", equalTo(false));
        as(headmaster).get(ARCHIVES + "/asked?open=true").then().body("", hasSize(0));
        post(headmaster, "/asks/" + ask + "/files", Map.of("files", List.of(file)))
                .then()
                .statusCode(409);
    }

    @Test
    void a_unit_outside_the_region_is_not_asked_and_no_day_in_the_past() {
        UUID elsewhere = given.aSchool(given.aCounty(), "211");
        post(officer, item("01-1") + "/asks", Map.of("schoolId", elsewhere))
                .then()
                .statusCode(422);
        post(officer, item("01-1") + "/asks", Map.of("regionCode", given.aCounty()))
                .then()
                .statusCode(422);
        post(officer, item("01-1") + "/asks", Map.of()).then().statusCode(422);
        post(officer, item("01-1") + "/asks", Map.of("unitName", "财政局", "dueOn", "2020-01-01"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("dueOn"));
        post(officer, item("01-1") + "/asks", Map.of("unitName", "财政局")).then().statusCode(200);
    }

    @Test
    void a_category_comes_as_a_zip_with_an_index_of_what_is_there_and_what_is_missing() throws IOException {
        byte[] photo = GivenFiles.aPhoto(20, 20);
        UUID one = GivenFiles.aFile(officer, "自评报告.jpg", photo);
        UUID two = GivenFiles.aFile(officer, "自评报告.jpg", GivenFiles.aPhoto(20, 20));
        post(officer, item("01-1") + "/files", Map.of("files", List.of(one, two)));
        Response answer = as(officer).get(ARCHIVES + "/" + archive + "/zip?category=01");
        answer.then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", containsString(".zip"));
        Map<String, byte[]> entries = unzip(answer.asByteArray());
        assertEquals(
                List.of("01 县级自评与申报/01-1 县级自评报告/自评报告.jpg", "01 县级自评与申报/01-1 县级自评报告/自评报告 (2).jpg", "目录.xlsx"),
                List.copyOf(entries.keySet()));
        assertArrayEquals(photo, entries.get("01 县级自评与申报/01-1 县级自评报告/自评报告.jpg"));
        try (ReadableWorkbook index = new ReadableWorkbook(new ByteArrayInputStream(entries.get("目录.xlsx")))) {
            var rows = index.getFirstSheet().read();
            assertEquals(5, rows.size());
            assertEquals("有", rows.get(1).getCellText(4));
            assertEquals("缺", rows.get(3).getCellText(4));
            assertEquals("申报表与学校名册", rows.get(3).getCellText(2));
        }
        assertTrue(unzip(as(officer).get(ARCHIVES + "/" + archive + "/zip").asByteArray())
                .containsKey("目录.xlsx"));
        as(officer).get(ARCHIVES + "/" + archive + "/zip?category=77").then().statusCode(404);
    }

    @Test
    void a_school_reads_no_catalogue() {
        as(headmaster).get(ARCHIVES).then().statusCode(403);
        as(headmaster).get(ARCHIVES + "/" + archive).then().statusCode(403);
        as(given.aToken("province", county.substring(0, 2)))
                .get(ARCHIVES)
                .then()
                .body("id", hasItem(archive));
        as(given.aToken("government", given.aCounty())).get(ARCHIVES).then().body("id", not(hasItem(archive)));
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                entries.put(e.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void an_ask_says_whether_anybody_of_the_unit_can_see_it() {
        UUID nobody = given.aSchool(county, "211");
        post(officer, item("04-2") + "/asks", Map.of("schoolId", nobody))
                .then()
                .body("categories[3].items[1].asks[0].reached", equalTo(false));
        post(officer, item("04-1") + "/asks", Map.of("schoolId", school))
                .then()
                .body("categories[3].items[0].asks[0].reached", equalTo(true));
        post(officer, item("01-1") + "/asks", Map.of("unitName", "财政局"))
                .then()
                .body("categories[0].items[0].asks[0].reached", equalTo(false));
    }
}
