package org.dudao.kernel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.Test;

/** Calls without credentials are limited per address; calls with a token are not. */
@QuarkusTest
@TestProfile(RateLimitTest.FewAnonymousCalls.class)
@QuarkusTestResource(value = DatabaseResource.class, restrictToAnnotatedClass = true)
class RateLimitTest {
    /** Five a minute. */
    public static class FewAnonymousCalls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dudao.rate-limit.anonymous-per-minute", "5");
        }
    }

    @Inject
    Given given;

    @Test
    void what_is_open_to_everybody_is_limited_whatever_credentials_are_made_up() {
        for (int i = 0; i < 5; i++) {
            given().header("X-Forwarded-For", "10.0.0." + i)
                    .cookie("q_session", "made up")
                    .get("/api/v1/public/appointments/NONE");
        }
        given().cookie("q_session", "made up")
                .get("/api/v1/public/appointments/NONE")
                .then()
                .statusCode(429)
                .header("Retry-After", "60");
        given().auth()
                .oauth2(given.aToken(Roles.OFFICER, given.aCounty()))
                .get("/api/v1/public/appointments/NONE")
                .then()
                .statusCode(429);
    }

    @Test
    void the_sixth_anonymous_call_of_a_minute_is_429_and_says_when_to_come_back() {
        for (int i = 0; i < 5; i++) {
            assertEquals(401, given().get("/api/v1/me").statusCode());
        }
        given().header("Accept-Language", "en-GB,en;q=0.8")
                .get("/api/v1/me")
                .then()
                .body("detail", equalTo("Too many requests; try again in a minute."));
        given().get("/api/v1/me")
                .then()
                .statusCode(429)
                .body("detail", equalTo("请求过于频繁，请一分钟后再试。"))
                .header("Retry-After", "60")
                .contentType("application/problem+json")
                .body("code", equalTo("kernel.http.429"));
        String token = given.aToken(Roles.OFFICER, given.aCounty());
        for (int i = 0; i < 10; i++) {
            given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200);
        }
    }
}
