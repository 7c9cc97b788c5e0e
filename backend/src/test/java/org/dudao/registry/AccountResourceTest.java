package org.dudao.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts where the provider is somebody else's: subjects are mapped. Keycloak is covered by a browser journey. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class AccountResourceTest {
    @Inject
    Given given;

    String county;
    String director;

    @BeforeEach
    void aDirector() {
        county = given.aCounty();
        director = given.aToken(Roles.DIRECTOR, county);
    }

    @Test
    void a_mapped_subject_works_at_once_and_stops_at_once() {
        String subject = UUID.randomUUID().toString();
        String id = create(subject, details("officer"))
                .then()
                .statusCode(201)
                .extract()
                .path("account.id");
        given().auth()
                .oauth2(Given.tokenOf(subject))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("role", equalTo("officer"));
        as().header("If-Match", "\"0\"")
                .post("/api/v1/accounts/" + id + "/disable")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false));
        given().auth().oauth2(Given.tokenOf(subject)).get("/api/v1/me").then().statusCode(403);
        as().header("If-Match", "\"1\"")
                .post("/api/v1/accounts/" + id + "/enable")
                .then()
                .statusCode(200);
        given().auth().oauth2(Given.tokenOf(subject)).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void a_changed_role_takes_effect_at_once() {
        String subject = UUID.randomUUID().toString();
        String id = create(subject, details("officer"))
                .then()
                .statusCode(201)
                .extract()
                .path("account.id");
        given().auth()
                .oauth2(Given.tokenOf(subject))
                .get("/api/v1/imports")
                .then()
                .statusCode(200);
        as().header("If-Match", "\"0\"")
                .body(details("government"))
                .put("/api/v1/accounts/" + id)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Given.tokenOf(subject))
                .get("/api/v1/imports")
                .then()
                .statusCode(403);
    }

    @Test
    void nobody_gives_away_more_than_they_see() {
        Map<String, Object> foreign = details("officer");
        foreign.put("regionCode", given.aCounty());
        create("s1-" + county, foreign).then().statusCode(422).body("errors[0].field", equalTo("regionCode"));
        Map<String, Object> province = details("province");
        create("s2-" + county, province).then().statusCode(422);
    }

    @Test
    void an_inspector_needs_a_zone_and_a_school_account_a_school() {
        create("s3-" + county, details("inspector")).then().statusCode(422).body("errors[0].field", equalTo("zoneId"));
        create("s4-" + county, details("school")).then().statusCode(422).body("errors[0].field", equalTo("schoolId"));
        Map<String, Object> inspector = details("inspector");
        inspector.put("zoneId", given.aZone(given.aCounty()));
        create("s5-" + county, inspector).then().statusCode(422);
        inspector.put("zoneId", given.aZone(county));
        create("s6-" + county, inspector).then().statusCode(201);
    }

    @Test
    void only_the_director_and_only_in_the_own_region() {
        String id = create(UUID.randomUUID().toString(), details("officer"))
                .then()
                .extract()
                .path("account.id");
        given().get("/api/v1/accounts").then().statusCode(401);
        given().auth()
                .oauth2(given.aToken(Roles.OFFICER, county))
                .get("/api/v1/accounts")
                .then()
                .statusCode(403);
        String stranger = given.aToken(Roles.DIRECTOR, given.aCounty());
        given().auth().oauth2(stranger).get("/api/v1/accounts/" + id).then().statusCode(404);
        given().auth()
                .oauth2(stranger)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .post("/api/v1/accounts/" + id + "/disable")
                .then()
                .statusCode(404);
    }

    @Test
    void the_list_and_its_export_mask_phone_numbers() throws Exception {
        Map<String, Object> details = details("officer");
        details.put("phone", "13812345678");
        String id =
                create(UUID.randomUUID().toString(), details).then().extract().path("account.id");
        as().queryParam("role", "officer")
                .get("/api/v1/accounts")
                .then()
                .body("items.phone", hasItem("138****5678"))
                .body("items.regionCode", everyItem(startsWith(county)));
        as().get("/api/v1/accounts/" + id).then().body("phone", equalTo("13812345678"));
        byte[] file = as().queryParam("role", "officer")
                .get("/api/v1/accounts/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = workbook.getFirstSheet().read();
            assertEquals(2, rows.size());
            assertEquals("138****5678", rows.get(1).getCellText(4));
        }
    }

    @Test
    void a_director_cannot_lock_themselves_out() {
        String me = as().queryParam("role", "director").get("/api/v1/accounts").path("items[0].id");
        as().header("If-Match", "\"0\"")
                .post("/api/v1/accounts/" + me + "/disable")
                .then()
                .statusCode(409);
    }

    @Test
    void a_login_name_or_subject_is_used_once() {
        String subject = UUID.randomUUID().toString();
        create(subject, details("officer")).then().statusCode(201);
        as().body(Map.of(
                        "username",
                        "u" + UUID.randomUUID().toString().substring(0, 8),
                        "subject",
                        subject,
                        "details",
                        details("officer")))
                .post("/api/v1/accounts")
                .then()
                .statusCode(409);
    }

    private io.restassured.response.Response create(String subject, Map<String, Object> details) {
        return as().body(Map.of(
                        "username",
                        "u" + UUID.randomUUID().toString().substring(0, 8),
                        "subject",
                        subject,
                        "details",
                        details))
                .post("/api/v1/accounts");
    }

    private Map<String, Object> details(String role) {
        Map<String, Object> details = new HashMap<>();
        details.put("name", "赵某");
        details.put("role", role);
        details.put("regionCode", county);
        return details;
    }

    private RequestSpecification as() {
        return given().auth().oauth2(director).contentType(ContentType.JSON);
    }
}
