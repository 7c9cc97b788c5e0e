package org.dudao.packaged;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dudao.evidence.GivenFiles;
import org.dudao.kernel.id.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was received outlives a kill -9, and a backup made while files come in restores to what it held. */
class BackupIT {
    private static final String UPLOADS = "/api/v1/evidence/uploads";
    private static final String FILES = "/api/v1/evidence/files";

    @TempDir
    Path directory;

    @Test
    void an_upload_goes_on_after_a_kill_and_a_backup_of_the_running_system_restores() throws Exception {
        byte[] pdf = bytes(700_000);
        UUID half = Ids.newId();
        String location;
        Path data = directory.resolve("data");
        try (PackagedApplication app = new PackagedApplication(data).start()) {
            location = begin(app, half, "半途.pdf", pdf.length);
            append(app, location, 0, Arrays.copyOf(pdf, 300_000));
            app.kill();
        }
        Path backup = directory.resolve("backup");
        Map<UUID, byte[]> before = new HashMap<>();
        try (PackagedApplication app = new PackagedApplication(data).start()) {
            int arrived = Integer.parseInt(tus(app).head(location).header("Upload-Offset"));
            assertEquals(300_000, arrived);
            append(app, location, arrived, Arrays.copyOfRange(pdf, arrived, pdf.length));
            before.put(half, pdf);
            AtomicBoolean going = new AtomicBoolean(true);
            CompletableFuture<Void> more = CompletableFuture.runAsync(() -> {
                while (going.get()) {
                    byte[] content = bytes(50_000);
                    UUID id = Ids.newId();
                    append(app, begin(app, id, "陆续.pdf", content.length), 0, content);
                }
            });
            String said = script("backup", data, backup, 0);
            assertTrue(said.contains("备份完成"), said);
            going.set(false);
            more.get(30, TimeUnit.SECONDS);
            script("backup", data, backup, 1);
        }
        Path restored = directory.resolve("restored");
        String said = script("restore", restored, backup, 0);
        assertTrue(said.contains("全部内容校验无误"), said);
        script("restore", restored, backup, 1);
        try (PackagedApplication app = new PackagedApplication(restored).start()) {
            assertArrayEquals(
                    pdf, app.asDirector().get(FILES + "/" + half + "/content").asByteArray());
            List<String> all = app.asDirector().get(FILES + "?size=200").path("items.id");
            assertTrue(all.size() > 1);
            for (String id : all) {
                assertEquals(
                        200, app.asDirector().get(FILES + "/" + id + "/content").statusCode(), id);
            }
        }
        damage(backup.resolve("blobs"));
        assertNotEquals("", script("restore", directory.resolve("third"), backup, 1));
    }

    private static void damage(Path blobs) throws IOException {
        try (var files = Files.walk(blobs)) {
            Path one = files.filter(f -> f.getFileName().toString().length() == 64)
                    .findFirst()
                    .orElseThrow();
            Files.writeString(one, "not what it was");
        }
    }

    private String script(String name, Path data, Path backup, int expected) throws Exception {
        Path log = directory.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of("..", "deploy", name).toString(), backup.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("DUDAO_DATA", data.toString());
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        String said = Files.readString(log);
        assertEquals(expected, process.exitValue(), said);
        return said;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new java.util.Random().nextBytes(bytes);
        byte[] page = GivenFiles.aPdf();
        System.arraycopy(page, 0, bytes, 0, page.length);
        return bytes;
    }

    private static RequestSpecification tus(PackagedApplication app) {
        return app.asDirector().header("Tus-Resumable", "1.0.0");
    }

    private static String begin(PackagedApplication app, UUID id, String name, int size) {
        return tus(app).header("Upload-Length", "" + size)
                .header("Upload-Metadata", "id " + base64("" + id) + ",filename " + base64(name))
                .post(UPLOADS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static void append(PackagedApplication app, String location, int offset, byte[] bytes) {
        tus(app).header("Upload-Offset", "" + offset)
                .contentType("application/offset+octet-stream")
                .body(bytes)
                .patch(location)
                .then()
                .statusCode(204);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
