package org.dudao.evidence;

import static org.dudao.evidence.GivenFiles.announce;
import static org.dudao.evidence.GivenFiles.append;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dudao.kernel.id.Ids;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of every kind that says itself how long it is, what is whole is taken and its head alone is not. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class CutFilesResourceTest {
    @Inject
    Given given;

    String officer;

    @BeforeEach
    void aCounty() {
        officer = given.aToken("officer", given.aCounty());
    }

    private void refused(String name, byte[] bytes, String code) {
        String location = announce(officer, Map.of("id", "" + Ids.newId(), "filename", name), bytes.length)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        append(officer, location, 0, bytes).then().statusCode(422).body("code", equalTo(code));
    }

    private void wholeOnly(String name, byte[] whole, String code) {
        GivenFiles.aFile(officer, name, whole);
        refused(name, Arrays.copyOf(whole, whole.length / 2), code);
        refused(name, Arrays.copyOf(whole, 40), code);
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] kind(String brand) {
        return box("ftyp", (brand + "\0\0\0\0" + brand + "mif1").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void films_recordings_and_heic_pictures() {
        byte[] frames = box("mdat", new byte[9000]);
        byte[] described = box("moov", new byte[500]);
        wholeOnly("巡查.mp4", joined(kind("mp42"), described, frames), "evidence.file.cut");
        wholeOnly("巡查.mov", joined(kind("qt  "), frames, described), "evidence.file.cut");
        wholeOnly("谈话.m4a", joined(kind("M4A "), described, frames), "evidence.file.cut");
        refused("没有画面.mp4", joined(kind("mp42"), frames), "evidence.file.cut");
        wholeOnly("现场.heic", joined(kind("heic"), box("meta", new byte[400]), frames), "evidence.file.cutPicture");
    }

    @Test
    void a_film_longer_than_four_gigabytes_may_say_its_length_in_eight_bytes() {
        byte[] frames = ByteBuffer.allocate(1016)
                .putInt(1)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(1016)
                .array();
        GivenFiles.aFile(officer, "长.mp4", joined(kind("mp42"), box("moov", new byte[50]), frames));
    }

    @Test
    void recordings_in_mp3() {
        byte[] frame = Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x64}, 417);
        byte[] tag = {'I', 'D', '3', 3, 0, 0, 0, 0, 7, 0x68};
        byte[] whole = joined(tag, new byte[1000], frame, frame, frame);
        GivenFiles.aFile(officer, "谈话.mp3", whole);
        GivenFiles.aFile(officer, "谈话.mp3", joined(frame, frame, frame));
        refused("谈话.mp3", Arrays.copyOf(whole, 700), "evidence.file.cut");
        refused("谈话.mp3", tag, "evidence.file.cut");
        refused("谈话.mp3", Arrays.copyOf(frame, 200), "evidence.file.cut");
    }

    @Test
    void scans_in_tiff() throws Exception {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, "tiff", out));
        wholeOnly("扫描.tif", out.toByteArray(), "evidence.file.cut");
    }

    @Test
    void documents_of_before_2007() throws Exception {
        byte[] text = new byte[20_000];
        Arrays.fill(text, (byte) 7);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(text), "WordDocument");
            files.writeFilesystem(out);
        }
        byte[] whole = out.toByteArray();
        wholeOnly("制度.doc", whole, "evidence.file.cut");
        refused("制度.doc", Arrays.copyOf(Arrays.copyOf(whole, 8), 4096), "evidence.file.cut");
        refused("名册.xls", Arrays.copyOf(whole, whole.length - 9000), "evidence.file.cut");
    }
}
