package org.dudao.zone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import org.dudao.support.DatabaseResource;
import org.junit.jupiter.api.Test;

/** What is sent without an account is limited by the hour, reading is not. */
@QuarkusTest
@TestProfile(ComplaintLimitTest.FewWrites.class)
@QuarkusTestResource(value = DatabaseResource.class, restrictToAnnotatedClass = true)
class ComplaintLimitTest {
    /** Three an hour. */
    public static class FewWrites implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dudao.rate-limit.public-writes-per-hour", "3");
        }
    }

    @Test
    void the_fourth_look_up_of_an_hour_is_429_while_pages_still_open() {
        for (int i = 0; i < 3; i++) {
            assertEquals(404, lookUp());
        }
        assertEquals(429, lookUp());
        given().contentType("application/octet-stream")
                .body(new byte[3])
                .post("/api/v1/public/complaints/pictures")
                .then()
                .statusCode(429)
                .body("code", equalTo("kernel.http.429"));
        given().urlEncodingEnabled(false)
                .cookie("q_session", "made up")
                .header("X-Requested-With", "JavaScript")
                .contentType(ContentType.JSON)
                .body(Map.of("code", "0000-0000-0000-0000"))
                .post("/%61pi/v1/%70ublic/complaints/lookup")
                .then()
                .statusCode(429);
        given().get("/api/v1/public/schools/NONE").then().statusCode(404);
    }

    private static int lookUp() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("code", "0000-0000-0000-0000"))
                .cookie("q_session", "made up")
                .header("X-Requested-With", "JavaScript")
                .post("/api/v1/public/complaints/lookup")
                .statusCode();
    }
}
