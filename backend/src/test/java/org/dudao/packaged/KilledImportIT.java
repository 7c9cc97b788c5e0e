package org.dudao.packaged;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 in the middle of a commit leaves either all of the import or nothing of it, and the job says which. */
class KilledImportIT {
    private static final int FIRST_YEAR = 1950;
    private static final int YEARS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void a_killed_commit_leaves_all_or_nothing_and_says_which() throws Exception {
        String id;
        String job;
        int rows;
        try (PackagedApplication app = new PackagedApplication(directory.resolve("data")).start()) {
            List<String> codes = app.asDirector()
                    .get("/api/v1/schools?size=200&state=OPEN&kind=211")
                    .path("items.code");
            rows = codes.size() * YEARS;
            id = app.asDirector()
                    .multiPart("file", "years.csv", csv(codes))
                    .multiPart("kind", "FIGURES")
                    .post("/api/v1/imports")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            app.asDirector().post("/api/v1/imports/" + id + "/check").then().statusCode(200);
            await(app, id, "CHECKED");
            app.asDirector()
                    .get("/api/v1/imports/" + id)
                    .then()
                    .body("rowsWithErrors", equalTo(0))
                    .body("toCreate", equalTo(rows));
            job = app.asDirector()
                    .contentType(ContentType.JSON)
                    .body(Map.of("rows", "ALL", "confirmed", true))
                    .post("/api/v1/imports/" + id + "/commit")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("jobId");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !"QUEUED".equals(jobState(app, job)));
            app.kill();
        }
        try (PackagedApplication app = new PackagedApplication(directory.resolve("data")).start()) {
            String state = app.asDirector().get("/api/v1/imports/" + id).path("state");
            int kept = yearsKept(app);
            if ("COMMITTED".equals(state)) {
                assertEquals("SUCCEEDED", jobState(app, job));
                assertEquals(YEARS, kept);
            } else {
                assertEquals("CHECKED", state);
                assertEquals("INTERRUPTED", jobState(app, job));
                assertEquals(0, kept);
                String message = app.asDirector().get("/api/v1/imports/" + id).path("message");
                assertTrue(message.contains("没有保存任何内容"), message);
                app.asDirector()
                        .contentType(ContentType.JSON)
                        .body(Map.of("rows", "ALL", "confirmed", true))
                        .post("/api/v1/imports/" + id + "/commit")
                        .then()
                        .statusCode(200);
                await(app, id, "COMMITTED");
                assertEquals(YEARS, yearsKept(app));
            }
        }
    }

    private static int yearsKept(PackagedApplication app) {
        String school = app.asDirector()
                .get("/api/v1/schools?size=1&state=OPEN&kind=211")
                .path("items[0].id");
        List<Integer> years = app.asDirector()
                .get("/api/v1/schools/" + school + "/figures")
                .jsonPath()
                .getList("", Integer.class);
        return (int) years.stream()
                .filter(y -> y >= FIRST_YEAR && y < FIRST_YEAR + YEARS)
                .count();
    }

    private static String jobState(PackagedApplication app, String job) {
        return app.asDirector().get("/api/v1/jobs/" + job).path("state");
    }

    private static void await(PackagedApplication app, String id, String state) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> app.asDirector().get("/api/v1/imports/" + id).path("state"), is(state));
    }

    private static byte[] csv(List<String> codes) {
        StringBuilder csv = new StringBuilder("code,year,PRIMARY.pupils,PRIMARY.teachers,books,computers\n");
        for (String code : codes) {
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                csv.append(code).append(',').append(year).append(",300,20,5000,40\n");
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
