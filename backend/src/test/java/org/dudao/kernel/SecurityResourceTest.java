package org.dudao.kernel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SecurityResourceTest {
    @Inject
    Given given;

    @Inject
    Clock clock;

    @Test
    void no_token_is_401_as_problem_json() {
        given().get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("kernel.unauthorized"));
    }

    @Test
    void forged_token_is_401() {
        given().auth()
                .oauth2(Given.tokenOf("x").replaceFirst(".{8}$", "AAAAAAAA"))
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void token_of_an_unregistered_subject_is_403_and_says_whom_to_ask() {
        given().auth()
                .oauth2(Given.tokenOf(UUID.randomUUID().toString()))
                .get("/api/v1/me")
                .then()
                .statusCode(403)
                .body("code", equalTo("kernel.account.unknown"))
                .body("detail", containsString("督导室主任"));
    }

    @Test
    void me_tells_scope_and_permissions() {
        String county = given.aCounty();
        given().auth()
                .oauth2(given.aToken(Roles.OFFICER, county))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("role", equalTo("officer"))
                .body("scope.regionCode", equalTo(county))
                .body("today", equalTo(LocalDate.now(clock).toString()))
                .body("permissions", hasItem("import:run"))
                .body("permissions", hasItem("index:edit"))
                .body("permissions", not(hasItem("index:publish")))
                .body("permissions", not(hasItem("account:manage")));
    }

    @Test
    void unknown_api_path_is_404_problem_and_english_on_request() {
        given().auth()
                .oauth2(Given.tokenOf("x"))
                .header("Accept-Language", "en")
                .get("/api/v1/nothing-here")
                .then()
                .statusCode(404);
    }

    @Test
    void a_change_without_any_credentials_is_401_not_403() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/schools")
                .then()
                .statusCode(401);
    }

    @Test
    void a_malformed_parameter_is_400_and_says_what_it_may_be() {
        String token = given.aToken(Roles.OFFICER, given.aCounty());
        given().auth()
                .oauth2(token)
                .get("/api/v1/schools/1-1-1-1-1")
                .then()
                .statusCode(400)
                .body("errors.field", contains("id"))
                .body("errors.code", contains("kernel.parameter.uuid"));
        given().auth()
                .oauth2(token)
                .get("/api/v1/schools?state=NONSENSE")
                .then()
                .statusCode(400)
                .body("errors.field", contains("state"))
                .body("errors[0].message", containsString("OPEN, CLOSED, MERGED"));
        given().auth()
                .oauth2(token)
                .get("/api/v1/schools?sort=zone")
                .then()
                .statusCode(400)
                .body("errors.field", contains("sort"))
                .body("errors[0].message", containsString("“zone”"))
                .body("errors[0].message", containsString("code, foundedYear, kind, name, region, state, urbanRural"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=x",
                "page=1.5",
                "privateSchool=yes",
                "sort=;drop",
                "sort=%3Bdrop",
                "kind=21",
                "q=a;b",
                "runBy=%00"
            })
    void a_wrong_parameter_is_named(String wrong) {
        given().auth()
                .oauth2(given.aToken(Roles.OFFICER, given.aCounty()))
                .urlEncodingEnabled(false)
                .get("/api/v1/schools?" + wrong)
                .then()
                .statusCode(400)
                .body("errors.field", contains(wrong.substring(0, wrong.indexOf('='))));
    }

    @Test
    void json_of_the_wrong_kind_is_400_with_the_path_of_the_value() {
        String token = given.aToken(Roles.OFFICER, given.aCounty());
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"code\":\"2100000000\",\"name\":\"x\",\"details\":{\"foundedYear\":\"abc\"}}")
                .post("/api/v1/schools")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("details.foundedYear"));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"code\":\"2100000000\",\"name\":\"x\",\"details\":{\"foundedYear\":2001.5}}")
                .post("/api/v1/schools")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("details.foundedYear"));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"code\":\"2100000000\",\"name\":\"x\",\"details\":{\"runBy\":\"NOBODY\"}}")
                .post("/api/v1/schools")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("details.runBy"))
                .body("errors[0].message", containsString("COUNTY"));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("[]")
                .post("/api/v1/schools")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void what_nobody_sees_in_a_text_is_left_out_and_a_text_of_nothing_else_is_missing() {
        String county = given.aCounty();
        String token = given.aToken(Roles.OFFICER, county);
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"regionCode\":\"" + county + "\",\"name\":\"东\\u200b片\\u202e区\\u0007\"}")
                .post("/api/v1/zones")
                .then()
                .statusCode(201)
                .body("name", equalTo("东片区"));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"regionCode\":\"" + county + "\",\"name\":\"\\u200b\\u2060\"}")
                .post("/api/v1/zones")
                .then()
                .statusCode(422)
                .body("errors.field", contains("name"));
    }

    @Test
    void a_nul_character_is_the_callers_fault_wherever_it_stands() {
        String county = given.aCounty();
        String token = given.aToken(Roles.OFFICER, county);
        given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get("/api/v1/schools?q=%00")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.nul"))
                .body("errors.field", contains("q"));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"regionCode\":\"" + county + "\",\"name\":\"a\\u0000b\"}")
                .post("/api/v1/zones")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.nul"))
                .body("errors.field", contains("name"));
    }

    @Test
    void every_answer_carries_the_security_headers_and_no_cors() {
        given().header("Origin", "https://evil.example")
                .get("/api/v1/me")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Access-Control-Allow-Origin", (String) null);
    }

    @ParameterizedTest
    @CsvSource({
        "/m/, /m/",
        "%2Fsession%2Flogin%3Freturn%3D%2Fm%2F, /session/login?return=/m/",
        "//elsewhere.example/, /",
        "https://elsewhere.example/, /",
        "%2F%2Felsewhere.example, /"
    })
    void a_logout_ends_where_it_began_and_never_outside(String cookie, String target) {
        given().redirects()
                .follow(false)
                .cookie("dudao_after_logout", cookie)
                .get("/session/ended")
                .then()
                .statusCode(303)
                .header("Location", matchesPattern("https?://[^/]+" + Pattern.quote(target)))
                .cookie("dudao_after_logout", "");
        given().redirects().follow(false).get("/session/ended").then().statusCode(303);
    }
}
