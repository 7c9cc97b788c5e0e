package org.dudao.evidence;

import static io.restassured.RestAssured.given;
import static org.dudao.evidence.GivenFiles.FILES;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.dudao.kernel.id.Ids;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class FileResourceTest {
    @Inject
    Given given;

    @Inject
    Jdbi jdbi;

    String county;
    UUID school;
    String officer;
    String headmaster;

    @BeforeEach
    void aCountyWithASchool() {
        county = given.aCounty();
        school = given.aSchool(county, "211");
        officer = given.aToken("officer", county);
        headmaster = given.aToken("school", county, null, school);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private String raise(String token, UUID... evidence) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", Ids.newId());
        body.put("schoolId", school);
        body.put("rule", "消防通道应保持畅通");
        body.put("description", "东侧疏散通道堆放杂物");
        body.put("severity", "ON_THE_SPOT");
        body.put("foundOn", "2026-10-08");
        body.put("evidence", List.of(evidence));
        return as(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/rectification/findings")
                .then()
                .statusCode(201)
                .extract()
                .path("finding.id");
    }

    private int count(String sql, String value) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind(0, value).mapTo(int.class).one());
    }

    private void looked(UUID id) {
        Awaitility.await()
                .until(() ->
                        as(officer).get(FILES + "/" + id).path("file.thumbnail").equals(true));
    }

    @Test
    void a_file_is_seen_by_its_sender_alone_until_it_proves_something() {
        UUID id = GivenFiles.aFile(headmaster, "整改后.jpg", GivenFiles.aPhoto(30, 20));
        as(headmaster).get(FILES + "/" + id).then().statusCode(200);
        String colleague = given.aToken("officer", county);
        for (String path : List.of("", "/content", "/thumbnail", "/published")) {
            as(colleague).get(FILES + "/" + id + path).then().statusCode(404);
        }
        as(colleague).get(FILES + "?size=200").then().body("items.id", not(hasItem("" + id)));
        as(colleague).get(FILES + "/some?id=" + id).then().body("", hasSize(0));
    }

    @Test
    void who_may_see_a_finding_may_see_its_photos_and_nobody_else() {
        UUID id = GivenFiles.aFile(officer, "通道.jpg", GivenFiles.aPhoto(30, 20));
        String finding = raise(officer, id);
        as(headmaster)
                .get(FILES + "/" + id)
                .then()
                .statusCode(200)
                .body("uses", hasSize(1))
                .body("uses[0].path", equalTo("/rectification/findings/" + finding))
                .body("uses[0].text", containsString("东侧疏散通道"))
                .body("file.sweptOn", nullValue())
                .body("file.inUse", equalTo(true));
        as(headmaster).get(FILES + "/" + id + "/content").then().statusCode(200);
        as(headmaster).get(FILES).then().body("items.id", hasItem("" + id));
        String otherSchool = given.aToken("school", county, null, given.aSchool(county, "211"));
        as(otherSchool).get(FILES + "/" + id).then().statusCode(404);
        as(otherSchool).get(FILES).then().body("total", equalTo(0));
        as(given.aToken("officer", given.aCounty()))
                .get(FILES + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void a_file_out_of_sight_cannot_be_made_a_proof() {
        UUID foreign = GivenFiles.aFile(given.aToken("officer", given.aCounty()), "别县.jpg", GivenFiles.aPhoto(30, 20));
        Map<String, Object> body = new HashMap<>();
        body.put("id", Ids.newId());
        body.put("schoolId", school);
        body.put("rule", "规则");
        body.put("description", "描述");
        body.put("severity", "GENERAL");
        body.put("foundOn", "2026-10-08");
        body.put("evidence", List.of(foreign));
        as(officer)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/rectification/findings")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("evidence[0]"))
                .body("errors[0].code", equalTo("evidence.file.unknown"));
        as(officer)
                .get("/api/v1/rectification/findings/" + body.get("id"))
                .then()
                .statusCode(404);
    }

    @Test
    void the_same_photo_is_kept_once_and_proves_many_things() {
        byte[] photo = GivenFiles.aPhoto(30, 20);
        UUID mine = GivenFiles.aFile(officer, "一.jpg", photo);
        UUID his = GivenFiles.aFile(headmaster, "二.jpg", photo);
        String sha = as(officer).get(FILES + "/" + mine).path("file.sha256");
        as(headmaster).get(FILES + "/" + his).then().body("file.sha256", equalTo(sha));
        assertEquals(1, count("select count(*) from evidence.content where sha256 = ?", sha));
        raise(officer, mine);
        raise(officer, mine);
        as(officer).get(FILES + "/" + mine).then().body("uses", hasSize(2));
        as(headmaster).get(FILES + "/" + his).then().body("uses", hasSize(0));
    }

    @Test
    void the_thumbnail_and_the_published_picture_are_upright_and_hold_no_exif_while_the_original_does()
            throws Exception {
        byte[] photo = Exif.into(GivenFiles.aPhoto(900, 600), 6, "2026:10:08 09:30:00");
        UUID id = GivenFiles.aFile(officer, "竖拍.jpg", photo);
        looked(id);
        as(officer)
                .get(FILES + "/" + id)
                .then()
                .body("file.width", equalTo(600))
                .body("file.height", equalTo(900))
                .body("file.takenAt", equalTo("2026-10-08T01:30:00Z"));
        byte[] thumbnail = as(officer)
                .get(FILES + "/" + id + "/thumbnail")
                .then()
                .contentType("image/jpeg")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asByteArray();
        byte[] published = as(officer).get(FILES + "/" + id + "/published").asByteArray();
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(thumbnail));
        assertEquals(List.of(320, 480), List.of(small.getWidth(), small.getHeight()));
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(published));
        assertEquals(List.of(600, 900), List.of(shown.getWidth(), shown.getHeight()));
        for (byte[] derived : List.of(thumbnail, published)) {
            assertFalse(new String(derived, StandardCharsets.ISO_8859_1).contains(Exif.CAMERA));
            assertFalse(ImageMetadataReader.readMetadata(new ByteArrayInputStream(derived))
                    .containsDirectoryOfType(ExifIFD0Directory.class));
        }
        byte[] original = as(officer).get(FILES + "/" + id + "/content").asByteArray();
        assertArrayEquals(photo, original);
        assertTrue(new String(original, StandardCharsets.ISO_8859_1).contains(Exif.CAMERA));
    }

    @Test
    void a_picture_of_absurd_size_is_kept_but_not_drawn() {
        UUID id = GivenFiles.aFile(officer, "炸弹.png", Exif.hugePng(60_000, 60_000));
        Awaitility.await().until(() -> as(officer).get(FILES + "/" + id).path("file.width") != null);
        as(officer)
                .get(FILES + "/" + id)
                .then()
                .body("file.width", equalTo(60_000))
                .body("file.thumbnail", equalTo(false));
        as(officer).get(FILES + "/" + id + "/thumbnail").then().statusCode(404);
    }

    @Test
    void a_download_is_saved_under_its_chinese_name_and_recorded() {
        UUID id = GivenFiles.aFile(officer, "台账 1.pdf", GivenFiles.aPdf());
        as(officer)
                .get(FILES + "/" + id + "/content?save=false")
                .then()
                .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''%E5%8F%B0%E8%B4%A6%201.pdf"))
                .header("Content-Security-Policy", containsString("sandbox"));
        assertEquals(
                1,
                count(
                        "select count(*) from kernel.audit where action = 'file.downloaded' and detail ->> 'form' ="
                                + " 'ORIGINAL' and subject_id = ?",
                        "" + id));
        assertEquals(
                1,
                count(
                        "select count(*) from kernel.audit where action = 'file.downloaded'"
                                + " and subject_id like '%' || ? || '%'",
                        "" + id),
                "once, by the module that knows the file, not by its address as well");
    }

    @Test
    void a_range_is_given_and_an_unchanged_file_is_not_sent_again() {
        byte[] pdf = GivenFiles.aPdf();
        UUID id = GivenFiles.aFile(officer, "a.pdf", pdf);
        String path = FILES + "/" + id + "/content";
        byte[] part = as(officer)
                .header("Range", "bytes=10-19")
                .get(path)
                .then()
                .statusCode(206)
                .header("Content-Range", equalTo("bytes 10-19/" + pdf.length))
                .extract()
                .asByteArray();
        assertArrayEquals(Arrays.copyOfRange(pdf, 10, 20), part);
        as(officer).header("Range", "bytes=99999-").get(path).then().statusCode(416);
        String tag = as(officer).get(path).then().extract().header("ETag");
        as(officer).header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void the_three_dates_are_three_and_receipt_cannot_be_changed() {
        UUID id = Ids.newId();
        byte[] photo = GivenFiles.aPhoto(30, 20);
        String location = GivenFiles.announce(
                        officer,
                        Map.of(
                                "id", "" + id,
                                "filename", "三个日期.jpg",
                                "factOn", "2026-09-01",
                                "uploadedAt", "2026-09-02T10:00:00Z"),
                        photo.length)
                .header("Location");
        GivenFiles.append(officer, location, 0, photo).then().statusCode(204);
        String received = as(officer)
                .get(FILES + "/" + id)
                .then()
                .body("file.factOn", equalTo("2026-09-01"))
                .body("file.uploadedAt", equalTo("2026-09-02T10:00:00Z"))
                .body("file.receivedAt", notNullValue())
                .extract()
                .path("file.receivedAt");
        for (String column : List.of("received_at = now()", "uploaded_at = now()", "uploader = 'x'")) {
            assertThrows(
                    UnableToExecuteStatementException.class,
                    () -> jdbi.useHandle(h -> h.execute("update evidence.file set " + column + " where id = ?", id)));
        }
        as(officer).get(FILES + "/" + id).then().body("file.receivedAt", equalTo(received));
    }

    @Test
    void name_day_and_note_are_mended_by_the_sender_alone_and_never_over_a_newer_state() {
        UUID id = GivenFiles.aFile(officer, "a.jpg", GivenFiles.aPhoto(30, 20));
        raise(officer, id);
        Map<String, Object> body = Map.of("name", "操场.jpg", "factOn", "2026-09-01", "note", "开学检查");
        as(officer)
                .contentType(ContentType.JSON)
                .body(body)
                .put(FILES + "/" + id)
                .then()
                .statusCode(428);
        String tag = as(officer).get(FILES + "/" + id).header("ETag");
        as(headmaster)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put(FILES + "/" + id)
                .then()
                .statusCode(403);
        as(officer)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put(FILES + "/" + id)
                .then()
                .statusCode(200)
                .body("file.name", equalTo("操场.jpg"));
        as(officer)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put(FILES + "/" + id)
                .then()
                .statusCode(412);
        String now = as(officer).get(FILES + "/" + id).header("ETag");
        as(officer)
                .contentType(ContentType.JSON)
                .header("If-Match", now)
                .body(Map.of("name", "操场.exe"))
                .put(FILES + "/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void the_list_is_narrowed_by_kind_use_day_and_text_and_exported_as_seen() throws Exception {
        UUID photo = GivenFiles.aFile(officer, "操场.jpg", GivenFiles.aPhoto(30, 20));
        UUID scan = GivenFiles.aFile(officer, "台账.pdf", GivenFiles.aPdf());
        raise(officer, photo);
        as(officer).get(FILES + "?kind=DOCUMENT").then().body("items.id", equalTo(List.of("" + scan)));
        as(officer).get(FILES + "?used=true").then().body("items.id", equalTo(List.of("" + photo)));
        as(officer).get(FILES + "?used=false").then().body("items.id", equalTo(List.of("" + scan)));
        as(officer).get(FILES + "?q=操场").then().body("total", equalTo(1));
        as(officer).get(FILES + "?until=2001-01-01").then().body("total", equalTo(0));
        as(headmaster).get(FILES + "?mine=true").then().body("total", equalTo(0));
        try (var book = new org.dhatim.fastexcel.reader.ReadableWorkbook(new ByteArrayInputStream(
                as(officer).get(FILES + "/export?kind=DOCUMENT").asByteArray()))) {
            var rows = book.getFirstSheet().read();
            assertEquals(2, rows.size());
            assertEquals("台账.pdf", rows.get(1).getCellText(0));
        }
    }

    private ValidatableResponse file(UUID id) {
        return as(officer).get(FILES + "/" + id).then();
    }

    @Test
    void a_photo_is_dated_by_its_camera_and_otherwise_by_what_it_proves() {
        UUID dated = GivenFiles.aFile(officer, "a.jpg", Exif.into(GivenFiles.aPhoto(40, 30), 1, "2026:10:05 23:30:00"));
        UUID wrongClock =
                GivenFiles.aFile(officer, "b.jpg", Exif.into(GivenFiles.aPhoto(40, 30), 1, "2126:10:08 23:30:00"));
        UUID plain = GivenFiles.aFile(officer, "c.jpg", GivenFiles.aPhoto(40, 30));
        file(dated).body("file.factOn", equalTo("2026-10-05"));
        file(plain).body("file.factOn", nullValue());
        raise(officer, dated, wrongClock, plain);
        file(dated).body("file.factOn", equalTo("2026-10-05"));
        file(wrongClock).body("file.factOn", equalTo("2026-10-08"));
        file(plain).body("file.factOn", equalTo("2026-10-08"));
    }

    @Test
    void ones_own_file_that_proved_nothing_is_deleted_and_the_deletion_recorded() {
        UUID id = GivenFiles.aFile(officer, "拍错.jpg", GivenFiles.aPhoto(40, 30));
        UUID used = GivenFiles.aFile(officer, "留存.jpg", GivenFiles.aPhoto(40, 30));
        raise(officer, used);
        as(headmaster)
                .header("If-Match", "\"0\"")
                .delete(FILES + "/" + id)
                .then()
                .statusCode(404);
        as(officer).delete(FILES + "/" + id).then().statusCode(428);
        as(officer).header("If-Match", "\"9\"").delete(FILES + "/" + id).then().statusCode(412);
        as(officer).header("If-Match", tag(id)).delete(FILES + "/" + id).then().statusCode(204);
        file(id).statusCode(404);
        as(officer)
                .header("If-Match", tag(used))
                .delete(FILES + "/" + used)
                .then()
                .statusCode(409)
                .body("code", equalTo("evidence.file.used"));
        assertEquals(
                1,
                count(
                        "select count(*) from kernel.audit where action = 'file.deleted' and detail ->> 'name' ="
                                + " '拍错.jpg' and subject_id = ?",
                        "" + id));
    }

    @Test
    void somebody_elses_file_is_not_deleted_by_who_may_see_it() {
        UUID id = GivenFiles.aFile(officer, "a.jpg", GivenFiles.aPhoto(40, 30));
        raise(officer, id);
        String director = given.aToken("director", county);
        as(director).header("If-Match", tag(id)).delete(FILES + "/" + id).then().statusCode(403);
    }

    private String tag(UUID id) {
        return as(officer).get(FILES + "/" + id).header("ETag");
    }
}
