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

    /** An indicator of whole-school facts as a page sends it. */
    private static Map<String, Object> indicator(int number, String code, String... facts) {
        Map<String, Object> indicator = new HashMap<>();
        indicator.put("number", number);
        indicator.put("code", code);
        indicator.put("nameZh", "每百名学生拥有" + code);
        indicator.put("nameEn", code + " per 100 pupils");
        indicator.put("unitZh", "台/百生");
        indicator.put("unitEn", "per 100 pupils");
        indicator.put("per", 100);
        indicator.put("shared", true);
        indicator.put("decimals", 2);
        indicator.put(
                "numerator",
                java.util.Arrays.stream(facts)
                        .map(f -> Map.of("fact", f, "factor", 1))
                        .toList());
        indicator.put("denominator", "pupils");
        indicator.put("additionFact", facts[0]);
        indicator.put("confidence", "OWN");
        indicator.put("verified", false);
        indicator.put("source", "本级自定");
        return indicator;
    }

    private static Map<String, Object> parameter(String code, Object value) {
        Map<String, Object> parameter = new HashMap<>();
        parameter.put("code", code);
        parameter.put("nameZh", code);
        parameter.put("nameEn", code);
        parameter.put("type", "NUMBER");
        parameter.put("value", value);
        parameter.put("confidence", "OWN");
        parameter.put("verified", false);
        parameter.put("source", "本级自定");
        parameter.put("effectiveFrom", "2026-11-22");
        return parameter;
    }

    private static Response put(Response draft, String token, Map<String, Object> body) {
        return as(token).header("If-Match", draft.header("ETag")).body(body).put(BASE + "/" + draft.path("id"));
    }

    @Test
    void an_indicator_is_added_with_its_parameters_and_can_be_computed_with() {
        Response draft = copy(code());
        Map<String, Object> body = edit(draft, "limit.PRIMARY", 0.5);
        List<Map<String, Object>> indicators = new java.util.ArrayList<>(draft.path("indicators"));
        indicators.add(indicator(8, "computers", "computers"));
        body.put("indicators", indicators);
        put(draft, officer, body)
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "parameters[plan.step.computers].value", "parameters[plan.cost.computers].value"));
        List<Map<String, Object>> parameters = new java.util.ArrayList<>(draft.path("parameters"));
        parameters.add(parameter("threshold.computers.PRIMARY", 10));
        parameters.add(parameter("plan.step.computers", 1));
        parameters.add(parameter("plan.cost.computers", 5000));
        body.put("parameters", parameters);
        Response saved = put(draft, officer, body);
        saved.then().statusCode(200).body("facts", hasItem("computers"));
        as(director)
                .header("If-Match", saved.header("ETag"))
                .post(BASE + "/" + draft.path("id") + "/publish")
                .then()
                .statusCode(200);
    }

    @Test
    void what_a_reader_could_not_understand_is_refused() {
        Response draft = copy(code());
        Map<String, Object> body = edit(draft, "limit.PRIMARY", 0.5);
        List<Map<String, Object>> indicators = new java.util.ArrayList<>(draft.path("indicators"));
        Map<String, Object> wrong = indicator(7, "multimediaRooms", "multimediaRooms", "multimediaRooms");
        wrong.put("nameZh", " ");
        wrong.put("unitEn", null);
        wrong.put("decimals", 9);
        indicators.set(5, wrong);
        Map<String, Object> pupils = indicator(9, "pupilsPerPupil", "pupils");
        pupils.put("shared", false);
        indicators.add(pupils);
        body.put("indicators", indicators);
        List<Map<String, Object>> parameters = new java.util.ArrayList<>(draft.path("parameters"));
        parameters.add(parameter("plan.step.pupils", 1));
        parameters.add(parameter("plan.cost.pupils", 1));
        Map<String, Object> nameless = parameter("note", 1);
        nameless.put("nameZh", null);
        nameless.put("type", null);
        nameless.put("source", "");
        nameless.put("effectiveFrom", null);
        parameters.add(nameless);
        body.put("parameters", parameters);
        put(draft, officer, body)
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "indicators[5].nameZh",
                                "indicators[5].unitEn",
                                "indicators[5].decimals",
                                "indicators[5].numerator[1].fact",
                                "indicators[6].code",
                                "indicators[6].number",
                                "indicators[7].numerator[0].fact",
                                "parameters[note].nameZh",
                                "parameters[note].type",
                                "parameters[note].source",
                                "parameters[note].effectiveFrom",
                                "parameters[threshold.equipmentValue.PRIMARY].value",
                                "parameters[threshold.equipmentValue.JUNIOR].value"));
    }

    @Test
    void nothing_in_a_numerator_is_a_fault_of_the_request_not_of_the_server() {
        Response draft = copy(code());
        Map<String, Object> body = edit(draft, "limit.PRIMARY", 0.5);
        List<Map<String, Object>> indicators = draft.path("indicators");
        indicators.get(0).put("numerator", java.util.Arrays.asList((Object) null));
        body.put("indicators", indicators);
        int status = put(draft, officer, body).statusCode();
        assertTrue(status == 400 || status == 422, "status " + status);
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
