package org.dudao.balance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class FrameworkResourceTest {
    private static final AtomicInteger CODES = new AtomicInteger();
    private static final String BASE = "/api/v1/balance/frameworks";

    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    String county;
    String officer;
    String director;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private String national() {
        return as(officer).get(BASE).path("find { it.code == 'QUALITY_2017' }.id");
    }

    private Response copy(String code) {
        return as(officer)
                .body(Map.of("code", code, "nameZh", "省定", "nameEn", "Provincial"))
                .post(BASE + "/" + national() + "/copy");
    }

    private static String code() {
        return "VARIANT_" + CODES.incrementAndGet();
    }

    /** The body of a draft as an edit takes it, with one parameter changed. */
    private static Map<String, Object> edit(Response draft, String parameter, Object value) {
        Map<String, Object> body = new HashMap<>();
        for (String field : List.of("nameZh", "nameEn", "source", "decision", "indicators", "parameters")) {
            body.put(field, draft.path(field));
        }
        List<Map<String, Object>> parameters = draft.path("parameters");
        parameters.stream().filter(p -> p.get("code").equals(parameter)).forEach(p -> p.put("value", value));
        body.put("parameters", parameters);
        return body;
    }

    @Test
    void copy_edit_publish_and_then_it_never_changes() {
        String code = code();
        Response draft = copy(code);
        assertEquals(201, draft.statusCode());
        String id = draft.path("id");
        as(officer)
                .header("If-Match", draft.header("ETag"))
                .body(edit(draft, "limit.PRIMARY", 0.4))
                .put(BASE + "/" + id)
                .then()
                .statusCode(200)
                .body("parameters.find { it.code == 'limit.PRIMARY' }.value", equalTo(0.4f));
        as(director)
                .header("If-Match", draft.header("ETag"))
                .post(BASE + "/" + id + "/publish")
                .then()
                .statusCode(412);
        String tag = as(director).get(BASE + "/" + id).header("ETag");
        as(officer)
                .header("If-Match", tag)
                .post(BASE + "/" + id + "/publish")
                .then()
                .statusCode(403);
        as(director)
                .header("If-Match", tag)
                .post(BASE + "/" + id + "/publish")
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));
        as(officer)
                .header("If-Match", "\"2\"")
                .body(edit(draft, "limit.PRIMARY", 0.9))
                .put(BASE + "/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("balance.framework.published"));
        as(officer).header("If-Match", "\"2\"").delete(BASE + "/" + id).then().statusCode(409);
        Exception refused = assertThrows(
                Exception.class,
                () -> figures.execute(
                        "update balance.framework set document = '{}' where id = ?", UUID.fromString(id)));
        assertTrue(refused.getMessage().contains("cannot be changed"), "the database refuses too");
        assertThrows(
                Exception.class,
                () -> figures.execute("delete from balance.framework where id = ?", UUID.fromString(id)));
        for (String action : List.of("framework.copied", "framework.edited", "framework.published")) {
            assertEquals(1, figures.audited(action, id), action);
        }
    }

    @Test
    void the_same_code_makes_the_next_version_once_published() {
        String code = code();
        Response first = copy(code);
        copy(code).then().statusCode(409).body("code", equalTo("balance.framework.draftExists"));
        as(director)
                .header("If-Match", first.header("ETag"))
                .post(BASE + "/" + first.path("id") + "/publish")
                .then()
                .statusCode(200);
        copy(code).then().statusCode(201).body("version", equalTo(2));
    }

    @Test
    void national_codes_and_foreign_codes_cannot_be_taken() {
        copy("QUALITY_2017").then().statusCode(409).body("code", equalTo("balance.framework.codeTaken"));
        String code = code();
        copy(code).then().statusCode(201);
        String other = given.aToken(Roles.OFFICER, given.aCounty());
        as(other)
                .body(Map.of("code", code, "nameZh", "别县", "nameEn", "Other"))
                .post(BASE + "/" + national() + "/copy")
                .then()
                .statusCode(409);
        copy("lower case").then().statusCode(422).body("errors.field", hasItem("code"));
    }

    @Test
    void another_region_s_framework_is_not_there() {
        Response draft = copy(code());
        String id = draft.path("id");
        String other = given.aToken(Roles.DIRECTOR, given.aCounty());
        as(other).get(BASE + "/" + id).then().statusCode(404);
        as(other).get(BASE).then().body("id", not(hasItem(id)));
        as(other)
                .header("If-Match", "\"0\"")
                .post(BASE + "/" + id + "/publish")
                .then()
                .statusCode(404);
        String above = given.aToken(Roles.PROVINCE, county.substring(0, 2));
        as(above).get(BASE + "/" + id).then().statusCode(200);
    }

    @Test
    void a_province_s_published_variant_is_seen_by_its_counties_and_its_draft_is_not() {
        String above = given.aToken(Roles.DIRECTOR, county.substring(0, 2));
        Response draft = as(above)
                .body(Map.of("code", code(), "nameZh", "省定", "nameEn", "Provincial"))
                .post(BASE + "/" + national() + "/copy");
        String id = draft.path("id");
        as(officer).get(BASE + "/" + id).then().statusCode(404);
        as(above)
                .header("If-Match", draft.header("ETag"))
                .post(BASE + "/" + id + "/publish")
                .then()
                .statusCode(200);
        as(officer).get(BASE + "/" + id).then().statusCode(200);
    }

    @Test
    void faults_are_named_by_parameter_and_indicator() {
        Response draft = copy(code());
        Map<String, Object> body = edit(draft, "limit.PRIMARY", -1);
        List<Map<String, Object>> indicators = draft.path("indicators");
        indicators.get(0).put("numerator", List.of(Map.of("fact", "books", "factor", 1)));
        indicators.get(0).put("additionFact", "books");
        body.put("indicators", indicators);
        as(officer)
                .header("If-Match", draft.header("ETag"))
                .body(body)
                .put(BASE + "/" + draft.path("id"))
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "parameters[limit.PRIMARY].value",
                                "parameters[plan.step.books].value",
                                "parameters[plan.cost.books].value",
                                "indicators[0].numerator[0].fact"));
    }

    @Test
    void missing_if_match_is_428_and_a_draft_can_be_thrown_away() {
        Response draft = copy(code());
        String at = BASE + "/" + draft.path("id");
        as(officer).body(edit(draft, "limit.PRIMARY", 0.4)).put(at).then().statusCode(428);
        as(officer).header("If-Match", draft.header("ETag")).delete(at).then().statusCode(204);
        as(officer).get(at).then().statusCode(404);
    }

    @Test
    void wrong_role_and_no_token() {
        given().get(BASE).then().statusCode(401);
        String government = given.aToken(Roles.GOVERNMENT, county);
        as(government)
                .body(Map.of("code", code(), "nameZh", "x", "nameEn", "x"))
                .post(BASE + "/" + national() + "/copy")
                .then()
                .statusCode(403);
        as(officer).get(BASE + "/" + UUID.randomUUID()).then().statusCode(404);
        as(officer).get(BASE).then().body("findAll { it.regionCode == null }.state.unique()", contains("PUBLISHED"));
    }
}
