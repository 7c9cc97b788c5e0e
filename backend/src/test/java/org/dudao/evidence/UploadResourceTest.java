package org.dudao.evidence;

import static org.dudao.evidence.GivenFiles.UPLOADS;
import static org.dudao.evidence.GivenFiles.announce;
import static org.dudao.evidence.GivenFiles.append;
import static org.dudao.evidence.GivenFiles.tus;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.dudao.kernel.id.Ids;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class UploadResourceTest {
    @Inject
    Given given;

    @Inject
    Jdbi jdbi;

    @TestHTTPResource
    URI address;

    String officer;

    @BeforeEach
    void aCounty() {
        officer = given.aToken("officer", given.aCounty());
    }

    private String begin(byte[] bytes, UUID id, String name) {
        return announce(officer, Map.of("id", "" + id, "filename", name), bytes.length)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private long offset(String location) {
        return Long.parseLong(
                tus(officer).head(location).then().statusCode(204).extract().header("Upload-Offset"));
    }

    @Test
    void what_arrived_before_the_line_broke_is_kept_and_only_the_rest_is_sent() throws Exception {
        byte[] photo = Arrays.copyOf(GivenFiles.aPhoto(400, 300), 900_000);
        UUID id = Ids.newId();
        String location = begin(photo, id, "走廊.jpg");
        int sent = 500_000;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH " + location + " HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + officer
                            + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: " + GivenFiles.BYTES
                            + "\r\nContent-Length: " + photo.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(photo, 0, sent);
            out.flush();
            socket.setSoLinger(true, 2);
        }
        Awaitility.await().until(() -> tus(officer).head(location).statusCode() == 204 && offset(location) > 0);
        int arrived = (int) offset(location);
        assertTrue(arrived <= sent, "" + arrived);
        append(officer, location, arrived, Arrays.copyOfRange(photo, arrived, photo.length))
                .then()
                .statusCode(204);
        byte[] back = RestAssured.given()
                .auth()
                .oauth2(officer)
                .get(GivenFiles.FILES + "/" + id + "/content")
                .asByteArray();
        assertArrayEquals(photo, back);
    }

    private static Path parts(String location) {
        return Path.of(ConfigProvider.getConfig().getValue("dudao.evidence.uploads", String.class))
                .resolve("uploads")
                .resolve(location.substring(location.lastIndexOf('/') + 1));
    }

    @Test
    void what_arrived_before_the_application_was_killed_is_known_to_the_first_question() throws Exception {
        byte[] photo = GivenFiles.aPhoto(400, 300);
        UUID id = Ids.newId();
        String location = begin(photo, id, "走廊.jpg");
        // as kill -9 leaves it: bytes written, nothing noted, a note begun and not finished
        Files.write(parts(location).resolve("data"), Arrays.copyOf(photo, 1000));
        Files.createFile(parts(location).resolve("info123.tmp"));
        assertEquals(1000, offset(location));
        append(officer, location, 1000, Arrays.copyOfRange(photo, 1000, photo.length))
                .then()
                .statusCode(204);
        assertArrayEquals(
                photo,
                RestAssured.given()
                        .auth()
                        .oauth2(officer)
                        .get(GivenFiles.FILES + "/" + id + "/content")
                        .asByteArray());
    }

    @Test
    void all_had_arrived_when_the_application_was_killed() throws Exception {
        byte[] photo = GivenFiles.aPhoto(40, 30);
        UUID id = Ids.newId();
        String location = begin(photo, id, "a.jpg");
        Files.write(parts(location).resolve("data"), photo);
        assertEquals(photo.length, offset(location));
        RestAssured.given()
                .auth()
                .oauth2(officer)
                .get(GivenFiles.FILES + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void an_upload_another_request_holds_is_told_to_be_locked() throws Exception {
        String location = begin(new byte[1000], Ids.newId(), "a.jpg");
        Path lock = parts(location)
                .getParent()
                .resolveSibling("locks")
                .resolve(parts(location).getFileName());
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = held.lock()) {
            tus(officer).head(location).then().statusCode(423);
        }
    }

    @Test
    void a_client_that_knows_nothing_of_ids_is_given_one() {
        byte[] photo = GivenFiles.aPhoto(40, 30);
        var announced = announce(officer, Map.of("name", "走廊.jpg", "filetype", "image/jpeg"), photo.length);
        announced.then().statusCode(201);
        append(officer, announced.header("Location"), 0, photo).then().statusCode(204);
        RestAssured.given()
                .auth()
                .oauth2(officer)
                .get(GivenFiles.FILES + "/" + announced.header("Dudao-File-Id"))
                .then()
                .statusCode(200)
                .body("file.name", equalTo("走廊.jpg"));
    }

    @Test
    void the_trail_names_the_person_who_sent_a_file() {
        UUID id = GivenFiles.aFile(officer, "a.jpg", GivenFiles.aPhoto(40, 30));
        assertEquals("测试officer", jdbi.withHandle(h -> h.createQuery(
                        "select actor_name from kernel.audit where action = 'file.received' and subject_id = ?")
                .bind(0, "" + id)
                .mapTo(String.class)
                .one()));
    }

    @Test
    void a_client_that_lost_the_last_answer_learns_that_all_has_arrived() {
        byte[] photo = GivenFiles.aPhoto(40, 30);
        String location = begin(photo, Ids.newId(), "a.jpg");
        append(officer, location, 0, photo).then().statusCode(204);
        assertEquals(photo.length, offset(location));
    }

    @Test
    void the_same_id_again_is_told_to_be_here_already() {
        UUID id = GivenFiles.aFile(officer, "a.jpg", GivenFiles.aPhoto(40, 30));
        announce(officer, Map.of("id", "" + id, "filename", "a.jpg"), 100)
                .then()
                .statusCode(409)
                .body("code", equalTo("evidence.upload.received"));
    }

    @Test
    void nobody_sees_or_goes_on_with_or_ends_the_upload_of_another() {
        byte[] photo = GivenFiles.aPhoto(40, 30);
        String location = begin(photo, Ids.newId(), "a.jpg");
        String other = given.aToken("officer", given.aCounty());
        tus(other).head(location).then().statusCode(404);
        append(other, location, 0, photo).then().statusCode(404);
        tus(other).delete(location).then().statusCode(404);
        append(officer, location, 0, photo).then().statusCode(204);
    }

    @Test
    void an_upload_given_up_is_gone() {
        String location = begin(new byte[1000], Ids.newId(), "a.jpg");
        tus(officer).delete(location).then().statusCode(204);
        tus(officer).head(location).then().statusCode(404);
    }

    @Test
    void a_wrong_place_to_go_on_from_is_refused() {
        byte[] photo = GivenFiles.aPhoto(40, 30);
        String location = begin(photo, Ids.newId(), "a.jpg");
        append(officer, location, 17, photo).then().statusCode(409);
    }

    @Test
    void what_is_too_large_or_of_no_kind_that_is_taken_is_refused_before_a_byte_is_sent() {
        announce(officer, Map.of("id", "" + Ids.newId(), "filename", "大.jpg"), 31L << 20)
                .then()
                .statusCode(422)
                .body("detail", containsString("“大.jpg”有 31 MB，此类文件最大 30 MB"));
        announce(officer, Map.of("id", "" + Ids.newId(), "filename", "网页.html"), 100)
                .then()
                .statusCode(422)
                .body("code", equalTo("evidence.file.type"))
                .body("detail", containsString("不接收“网页.html”"));
        announce(officer, Map.of("id", "" + Ids.newId(), "filename", "空.jpg"), 0)
                .then()
                .statusCode(422)
                .body("code", equalTo("evidence.file.empty"));
        announce(officer, Map.of("id", "no uuid", "filename", "a.jpg"), 10)
                .then()
                .statusCode(400);
        tus(officer).header("Upload-Length", "ten").post(UPLOADS).then().statusCode(400);
    }

    private void refused(String name, byte[] bytes) {
        UUID id = Ids.newId();
        String location = begin(bytes, id, name);
        append(officer, location, 0, bytes)
                .then()
                .statusCode(422)
                .body("code", equalTo("evidence.file.type"))
                .body("errors[0].field", equalTo("file"));
        tus(officer).head(location).then().statusCode(404);
        RestAssured.given()
                .auth()
                .oauth2(officer)
                .get(GivenFiles.FILES + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void the_content_decides_not_the_name() throws Exception {
        refused("照片.jpg", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        refused("图.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        refused("程序.pdf", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff, 0, 0
        });
        refused("压缩包.docx", zip("anything.txt"));
        refused("宏.docx", zip("[Content_Types].xml", "word/vbaProject.bin"));
        GivenFiles.aFile(officer, "报告.docx", zip("[Content_Types].xml", "word/document.xml"));
        GivenFiles.aFile(officer, "扫描件.pdf", GivenFiles.aPdf());
    }

    private void cut(String name, byte[] bytes, String code) {
        String location = begin(bytes, Ids.newId(), name);
        append(officer, location, 0, bytes)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("detail", containsString("“" + name + "”不完整"));
        tus(officer).head(location).then().statusCode(404);
    }

    @Test
    void what_is_cut_off_is_refused_and_may_be_sent_again() throws Exception {
        BufferedImage noise = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 300 * 300; i++) {
            noise.setRGB(i % 300, i / 300, i * 7919);
        }
        for (String format : List.of("jpg", "png", "gif", "bmp")) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            assertTrue(ImageIO.write(noise, format, whole));
            cut("半张." + format, Arrays.copyOf(whole.toByteArray(), whole.size() * 2 / 3), "evidence.file.cutPicture");
            GivenFiles.aFile(officer, "整张." + format, whole.toByteArray());
        }
        cut("只有头.pdf", "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII), "evidence.file.cutPdf");
        GivenFiles.aFile(officer, "扫描.pdf", GivenFiles.aPdf(new byte[3000]));
    }

    private byte[] exported(String path) {
        return RestAssured.given()
                .auth()
                .oauth2(officer)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void an_office_file_written_in_one_go_is_taken_and_half_of_it_refused() throws Exception {
        // entries whose sizes stand behind their bytes, as in every list the product gives out
        byte[] whole = exported("/api/v1/schools/export");
        GivenFiles.aFile(officer, "学校.xlsx", whole);
        cut("学校.xlsx", Arrays.copyOf(whole, whole.length / 2), "evidence.file.cut");
        cut("学校.xlsx", Arrays.copyOf(whole, 200), "evidence.file.cut");
        byte[] stored = zip("[Content_Types].xml", "word/document.xml");
        cut("报告.docx", Arrays.copyOf(stored, stored.length / 2), "evidence.file.cut");
    }

    @Test
    void the_day_of_a_fact_is_one_that_can_be() {
        announce(officer, Map.of("id", "" + Ids.newId(), "filename", "a.jpg", "factOn", "0001-01-01"), 100)
                .then()
                .statusCode(422)
                .body("code", equalTo("evidence.file.early"))
                .body("errors[0].field", equalTo("factOn"));
    }

    @Test
    void what_nobody_sees_is_left_out_of_a_name() {
        UUID id = GivenFiles.aFile(officer, "现场\u202Egpj.\u200B照片\u0007.jpg", GivenFiles.aPhoto(10, 10));
        RestAssured.given()
                .auth()
                .oauth2(officer)
                .get(GivenFiles.FILES + "/" + id)
                .then()
                .body("file.name", equalTo("现场gpj.照片.jpg"));
    }

    @Test
    void a_path_in_a_name_is_left_out() {
        UUID id = GivenFiles.aFile(officer, "..\\..\\etc/台账.jpg", GivenFiles.aPhoto(10, 10));
        RestAssured.given()
                .auth()
                .oauth2(officer)
                .get(GivenFiles.FILES + "/" + id)
                .then()
                .body("file.name", equalTo("台账.jpg"));
    }

    private static byte[] zip(String... entries) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
