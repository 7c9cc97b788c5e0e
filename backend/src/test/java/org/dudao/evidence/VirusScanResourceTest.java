package org.dudao.evidence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@QuarkusTestResource(value = ClamdServer.class, restrictToAnnotatedClass = true)
class VirusScanResourceTest {
    @Inject
    Given given;

    @Inject
    Jdbi jdbi;

    String officer;

    @BeforeEach
    void anOfficer() {
        officer = given.aToken("officer", given.aCounty());
    }

    @AfterEach
    void clamdIsBack() {
        ClamdServer.answering = true;
    }

    private RequestSpecification as() {
        return given().auth().oauth2(officer);
    }

    private void scanned(UUID id, String state) {
        Awaitility.await()
                .until(() ->
                        as().get(GivenFiles.FILES + "/" + id).path("file.scan").equals(state));
    }

    @Test
    void a_clean_file_is_given_out_after_the_scan() {
        UUID id = GivenFiles.aFile(officer, "a.jpg", GivenFiles.aPhoto(20, 20));
        scanned(id, "CLEAN");
        as().get(GivenFiles.FILES + "/" + id + "/content").then().statusCode(200);
    }

    @Test
    void an_infected_file_is_never_given_out_and_proves_nothing() {
        byte[] photo = GivenFiles.aPhoto(20, 20);
        byte[] infected = java.util.Arrays.copyOf(photo, photo.length + ClamdServer.SIGNATURE.length());
        System.arraycopy(
                ClamdServer.SIGNATURE.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                0,
                infected,
                photo.length,
                ClamdServer.SIGNATURE.length());
        UUID id = GivenFiles.aFile(officer, "坏.jpg", infected);
        scanned(id, "INFECTED");
        for (String path : new String[] {"/content", "/thumbnail", "/published"}) {
            as().get(GivenFiles.FILES + "/" + id + path)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("evidence.file.infected"))
                    .body("detail", containsString("Test.Signature"));
        }
    }

    @Test
    void while_clamd_is_away_a_file_waits_and_is_scanned_later() {
        ClamdServer.answering = false;
        UUID id = GivenFiles.aFile(officer, "b.jpg", GivenFiles.aPhoto(20, 20));
        Awaitility.await().until(() -> ClamdServer.refused > 0);
        as().get(GivenFiles.FILES + "/" + id + "/content")
                .then()
                .statusCode(409)
                .body("code", equalTo("evidence.file.waiting"));
        ClamdServer.answering = true;
        jdbi.useHandle(h -> h.execute("update evidence.content set next_try_at = now() where looked_at is null"));
        Awaitility.await().atMost(java.time.Duration.ofSeconds(45)).until(() -> as().get(GivenFiles.FILES + "/" + id)
                .path("file.scan")
                .equals("CLEAN"));
    }
}
