package org.dudao.balance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PreviewResourceTest {
    /** A token whose subject has no account here: any caller with a token may preview. */
    private static ValidatableResponse preview(Object body) {
        return given().auth()
                .oauth2(Given.tokenOf("some-machine"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/balance/preview")
                .then();
    }

    private static Map<String, Object> school(String code, String type, Map<String, Object> pupils, Object... facts) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            values.put((String) facts[i], facts[i + 1]);
        }
        return new HashMap<>(
                Map.of("code", code, "name", "学校" + code, "type", type, "pupils", pupils, "facts", values));
    }

    private static Map<String, Object> rich(String code, int pupils) {
        Map<String, Object> school = school(code, "211", Map.of("primary", pupils));
        Map<String, Object> facts = new HashMap<>();
        GivenFigures.primaryFigures(pupils, 1).forEach((k, v) -> facts.put(k.replace("PRIMARY.", ""), v));
        facts.remove("pupils");
        school.put("facts", facts);
        return school;
    }

    private static Map<String, Object> request(String framework, String stage, List<?> schools) {
        return Map.of("framework", framework, "stage", stage, "schools", schools);
    }

    @Test
    void no_token_is_401() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/balance/preview")
                .then()
                .statusCode(401);
    }

    @Test
    void worked_example_at_full_precision() {
        long[] pupils = {45, 37, 89, 76, 55};
        long[] books = {279, 137, 935, 160, 402};
        List<Object> schools = new ArrayList<>();
        double squares = 0;
        for (int i = 0; i < 5; i++) {
            schools.add(school("S" + i, "211", Map.of("primary", pupils[i]), "books", books[i]));
            squares += (double) books[i] * books[i] / pupils[i];
        }
        String body = preview(request("BASIC_2012", "PRIMARY", schools))
                .statusCode(200)
                .body("verdict", equalTo("WITHHELD"))
                .body("composite", nullValue())
                .body("indicators.find { it.code == 'books' }.computable", equalTo(true))
                .body("indicators.find { it.code == 'computers' }.computable", equalTo(false))
                .body("indicators.find { it.code == 'computers' }.missingSchools.code", hasItems("S0", "S4"))
                .extract()
                .asString();
        JsonPath json = new JsonPath(body)
                .using(io.restassured.path.json.config.JsonPathConfig.jsonPathConfig()
                        .numberReturnType(io.restassured.path.json.config.JsonPathConfig.NumberReturnType.DOUBLE));
        double cv = json.getDouble("indicators.find { it.code == 'books' }.coefficientOfVariation");
        assertEquals(Math.sqrt(302 * squares / (1913.0 * 1913.0) - 1), cv, 1e-14);
        assertEquals(1913.0 / 302, json.getDouble("indicators.find { it.code == 'books' }.mean"), 1e-14);
    }

    @Test
    void a_full_county_gets_its_verdict() {
        preview(request("QUALITY_2017", "PRIMARY", List.of(rich("A", 100), rich("B", 400))))
                .statusCode(200)
                .body("framework", equalTo("QUALITY_2017"))
                .body("verdict", equalTo("PASS"))
                .body("indicators.size()", equalTo(7))
                .body("indicators.met", hasItem(true))
                .body("schools.thresholdsMet", contains(7, 7))
                .body("schools.verdict", contains("PASS", "PASS"))
                .body("unverified", hasItem("county.passShare"));
    }

    @Test
    void staff_facts_are_of_the_stage_and_shared_ones_are_split() {
        Map<String, Object> mixed = school(
                "M", "312", Map.of("primary", 300, "junior", 200), "teachersAboveDegree", 30, "equipmentValue", 520000);
        preview(request("QUALITY_2017", "JUNIOR", List.of(mixed)))
                .statusCode(200)
                .body("schools[0].values.find { it.indicator == 'teachersAboveDegree' }.value", equalTo(15.0f))
                .body("schools[0].values.find { it.indicator == 'equipmentValue' }.value", equalTo(1100.0f))
                .body("warnings", contains("ONE_SCHOOL"));
    }

    @Test
    void exclusions_are_listed_with_reasons() {
        Map<String, Object> point = rich("T", 20);
        point.put("type", "218");
        point.put("parent", "A");
        Map<String, Object> owned = rich("P", 100);
        owned.put("privateSchool", true);
        Map<String, Object> special = rich("S", 30);
        special.put("type", "511");
        List<Object> schools = List.of(rich("A", 100), point, owned, special, school("K", "111", Map.of()));
        preview(request("QUALITY_2017", "PRIMARY", schools))
                .statusCode(200)
                .body("schools.code", contains("A", "P"))
                .body(
                        "exclusions.reason",
                        containsInAnyOrder("TEACHING_POINT_TOO_SMALL", "KIND_EXCLUDED", "STAGE_NOT_TAUGHT"));
        preview(request("BASIC_2012", "PRIMARY", schools))
                .statusCode(200)
                .body("schools.code", contains("A"))
                .body("schools[0].folded", contains("T"))
                .body("exclusions.find { it.code == 'P' }.reason", equalTo("PRIVATE"));
    }

    @Test
    void every_wrong_field_is_named_by_its_path() {
        List<Object> schools = List.of(
                school("A", "999", Map.of("primary", 1.5), "book", 1),
                school("A", "211", Map.of("primary", -1), "books", -2),
                new HashMap<>(Map.of("code", "", "name", "x", "type", "211", "facts", Map.of())));
        preview(request("QUALITY_2017", "PRIMARY", schools))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("schools[2].code", "schools[2].pupils"));
        preview(request("QUALITY_2017", "PRIMARY", schools.subList(0, 2)))
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "schools[0].type",
                                "schools[0].pupils.primary",
                                "schools[0].facts.book",
                                "schools[1].code",
                                "schools[1].pupils.primary",
                                "schools[1].facts.books"));
    }

    @Test
    void unknown_framework_senior_stage_and_unreadable_json_are_told_apart() {
        preview(request("NOTHING", "PRIMARY", List.of(rich("A", 1))))
                .statusCode(422)
                .body("errors.field", contains("framework"));
        preview(request("QUALITY_2017", "SENIOR", List.of(rich("A", 1))))
                .statusCode(422)
                .body("errors.field", contains("stage"));
        preview("{\"framework\": ").statusCode(400);
        preview(request("QUALITY_2017", "KINDERGARTEN", List.of(rich("A", 1)))).statusCode(400);
        preview(request("QUALITY_2017", "PRIMARY", List.of())).statusCode(422);
        given().auth()
                .oauth2(Given.tokenOf("x"))
                .contentType(ContentType.TEXT)
                .body("x")
                .post("/api/v1/balance/preview")
                .then()
                .statusCode(415);
    }

    @Test
    void numbers_no_figure_can_have_are_refused_and_never_written_out() {
        String body =
                "{\"framework\":\"QUALITY_2017\",\"stage\":\"PRIMARY\",\"schools\":[{\"code\":\"A\",\"name\":\"A\","
                        + "\"type\":\"211\",\"pupils\":{\"primary\":1e999999999},\"facts\":{\"books\":1e999999999,\"computers\":1e-999999999}}]}";
        preview(body)
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "schools[0].pupils.primary", "schools[0].facts.books", "schools[0].facts.computers"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567890",
                "NaN",
                "\"NaN\"",
                "Infinity",
                "-1",
                "1.5",
                "1e7",
                "true",
                "[]",
                "\"400人\""
            })
    void pupils_no_school_can_have_are_400_and_named_by_their_path(String pupils) {
        preview(fourth("\"code\":\"D\"", pupils))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("schools[3].pupils.primary"));
    }

    @Test
    void an_unknown_field_and_a_nul_are_400_and_named_by_their_path() {
        preview(fourth("\"code\":\"D\",\"pupilz\":1", "400"))
                .statusCode(400)
                .body("errors.field", contains("schools[3].pupilz"))
                .body("errors[0].message", containsString("pupils"));
        preview(fourth("\"code\":\"D\\u0000\"", "400"))
                .statusCode(400)
                .body("errors.field", contains("schools[3].code"))
                .body("code", equalTo("kernel.nul"));
    }

    private static String fourth(String start, String pupils) {
        String school = "{%s,\"name\":\"x\",\"type\":\"211\",\"pupils\":{\"primary\":%s},\"facts\":{\"books\":1}}";
        return "{\"framework\":\"QUALITY_2017\",\"stage\":\"PRIMARY\",\"schools\":["
                + String.join(
                        ",",
                        school.formatted("\"code\":\"A\"", "1"),
                        school.formatted("\"code\":\"B\"", "1"),
                        school.formatted("\"code\":\"C\"", "1"),
                        school.formatted(start, pupils))
                + "]}";
    }

    @Test
    void framework_list_names_frameworks_and_facts_for_any_token() {
        given().auth()
                .oauth2(Given.tokenOf("some-machine"))
                .get("/api/v1/balance/frameworks")
                .then()
                .statusCode(200)
                .body("code", hasItems("QUALITY_2017", "BASIC_2012"))
                .body("find { it.code == 'QUALITY_2017' }.facts", hasItems("indoorSportsArea", "multimediaRooms"))
                .body("find { it.code == 'BASIC_2012' }.indicators.size()", equalTo(8))
                .body(
                        "find { it.code == 'QUALITY_2017' }.parameters.find { it.code == 'limit.JUNIOR' }.value",
                        equalTo(0.45f))
                .body(
                        "find { it.code == 'QUALITY_2017' }.parameters.find { it.code == 'county.passShare' }.verified",
                        equalTo(false));
    }
}
