package org.dudao.zone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.evidence.GivenFiles;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class InspectorResourceTest {
    private static final String INSPECTORS = "/api/v1/zone/inspectors";

    @Inject
    Given given;

    @Inject
    Clock clock;

    String county;
    String officer;
    String director;
    LocalDate today;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        today = LocalDate.now(clock);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static Map<String, Object> person(String name, String kind) {
        Map<String, Object> person = new HashMap<>();
        person.put("name", name);
        person.put("kind", kind);
        person.put("employer", "县教师进修学校");
        person.put("post", "高级教师");
        person.put("degree", "BACHELOR");
        person.put("worksSince", "2001-08-01");
        person.put("subjects", List.of("数学"));
        person.put("phone", "13912345678");
        return person;
    }

    private String registered(String name, String kind) {
        String id = Ids.newId().toString();
        as(officer)
                .body(Map.of("id", id, "person", person(name, kind)))
                .post(INSPECTORS)
                .then()
                .statusCode(201);
        return id;
    }

    private static Response changed(String token, String method, String id, String path, Object body) {
        String at = INSPECTORS + "/" + id;
        RequestSpecification request =
                as(token).header("If-Match", as(token).get(at).header("ETag"));
        return (body == null ? request : request.body(body)).request(method, at + path);
    }

    private ValidatableResponse step(String id, String kind, LocalDate on, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "on", on.toString()));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return changed(director, "POST", id, "/steps", body).then();
    }

    /** A term of three years from a day on, with every step before it. */
    private void appointed(String id, LocalDate startsOn) {
        LocalDate begun = startsOn.minusDays(30);
        step(id, "RECOMMENDED", begun).statusCode(200);
        step(id, "REVIEWED", begun.plusDays(5)).statusCode(200);
        step(id, "APPROVED", begun.plusDays(10)).statusCode(200);
        step(id, "ANNOUNCED", begun.plusDays(11), "until", begun.plusDays(20).toString())
                .statusCode(200);
        step(id, "APPOINTED", begun.plusDays(21), "startsOn", startsOn.toString())
                .statusCode(200);
    }

    @Test
    void a_person_is_recommended_reviewed_approved_announced_and_appointed_for_three_years_with_the_papers() {
        String id = registered("王建国", "RESPONSIBLE");
        LocalDate starts = today.minusDays(10);
        UUID paper = GivenFiles.aFile(officer, "推荐表.jpg", GivenFiles.aPhoto(40, 30));
        changed(
                        officer,
                        "POST",
                        id,
                        "/steps",
                        Map.of(
                                "kind",
                                "RECOMMENDED",
                                "on",
                                starts.minusDays(30).toString(),
                                "text",
                                "县教育局推荐",
                                "evidence",
                                List.of(paper)))
                .then()
                .statusCode(200)
                .body("summary.standing", equalTo("CANDIDATE"))
                .body("steps[0].evidence", contains(paper.toString()));
        step(id, "APPROVED", starts.minusDays(20)).statusCode(409);
        step(id, "REVIEWED", starts.minusDays(25)).statusCode(200);
        step(id, "APPROVED", starts.minusDays(26)).statusCode(422).body("code", equalTo("zone.appointment.order"));
        step(id, "APPROVED", starts.minusDays(20)).statusCode(200);
        step(
                        id,
                        "ANNOUNCED",
                        starts.minusDays(19),
                        "until",
                        starts.minusDays(18).toString())
                .statusCode(422)
                .body("code", equalTo("zone.appointment.announcement"));
        step(id, "ANNOUNCED", starts.minusDays(19), "until", starts.minusDays(9).toString())
                .statusCode(200);
        step(
                        id,
                        "APPOINTED",
                        starts.minusDays(8),
                        "startsOn",
                        starts.minusDays(9).toString())
                .statusCode(422)
                .body("code", equalTo("zone.appointment.announcedUntil"));
        step(id, "APPOINTED", starts.minusDays(8), "startsOn", starts.toString())
                .statusCode(200)
                .body("summary.standing", equalTo("IN_OFFICE"))
                .body("summary.termNo", equalTo(1))
                .body("summary.endsOn", equalTo(starts.plusYears(3).minusDays(1).toString()))
                .body("steps.kind", contains("RECOMMENDED", "REVIEWED", "APPROVED", "ANNOUNCED", "APPOINTED"));
    }

    @Test
    void a_fourth_term_in_a_row_is_refused_except_to_the_full_time_and_after_a_break() {
        LocalDate first = today.minusYears(9).minusDays(1);
        for (String kind : List.of("PART_TIME", "FULL_TIME")) {
            String id = registered("李明", kind);
            for (int term = 0; term < 3; term++) {
                appointed(id, first.plusYears(3L * term));
            }
            LocalDate begun = today.minusDays(30);
            step(id, "RECOMMENDED", begun).statusCode(200);
            step(id, "REVIEWED", begun).statusCode(200);
            step(id, "APPROVED", begun).statusCode(200);
            step(id, "ANNOUNCED", begun, "until", begun.plusDays(10).toString()).statusCode(200);
            ValidatableResponse now = step(id, "APPOINTED", today, "startsOn", today.toString());
            if (kind.equals("FULL_TIME")) {
                now.statusCode(200).body("summary.termNo", equalTo(4));
            } else {
                now.statusCode(422).body("code", equalTo("zone.appointment.tooMany"));
                step(id, "APPOINTED", today, "startsOn", today.plusYears(1).toString())
                        .statusCode(200)
                        .body("summary.termNo", equalTo(1))
                        .body("summary.standing", equalTo("TO_BEGIN"));
            }
        }
    }

    @Test
    void an_ending_term_is_warned_of_and_a_dismissal_needs_grounds_and_ends_it() {
        String ending = registered("陈刚", "RESPONSIBLE");
        appointed(ending, today.minusYears(3).plusDays(60));
        String fresh = registered("周敏", "RESPONSIBLE");
        appointed(fresh, today.minusDays(100));
        as(officer).get(INSPECTORS + "?endsSoon=true").then().body("items.id", contains(ending));
        step(fresh, "DISMISSED", today).statusCode(422).body("code", equalTo("zone.appointment.grounds"));
        step(fresh, "DISMISSED", today, "text", "年度考核不合格")
                .statusCode(200)
                .body("summary.endsOn", equalTo(today.toString()));
        as(officer).get(INSPECTORS + "?standing=IN_OFFICE&sort=endsOn").then().body("total", equalTo(2));
    }

    @Test
    void a_telephone_is_a_mobile_number_or_a_land_line_with_its_area_code() {
        for (String phone :
                List.of("12345", "12345678", "1391234567", "139123456789", "+86", "0575-123", "12391234567")) {
            Map<String, Object> person = person("吴静", "RESPONSIBLE");
            person.put("phone", phone);
            as(officer)
                    .body(Map.of("id", Ids.newId(), "person", person))
                    .post(INSPECTORS)
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("person.phone"))
                    .body("errors.code", contains("zone.inspector.phone"));
        }
        for (String phone : List.of(
                "13912345678",
                "+86 13912345678",
                "0575-82345678",
                "057582345678",
                "(0870) 2234567",
                "010-62345678-801")) {
            Map<String, Object> person = person("吴静", "RESPONSIBLE");
            person.put("phone", phone);
            as(officer)
                    .body(Map.of("id", Ids.newId(), "person", person))
                    .post(INSPECTORS)
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void a_training_or_a_first_job_of_long_ago_is_a_slip_of_the_pen() {
        String id = registered("吴静", "RESPONSIBLE");
        Map<String, Object> training = new HashMap<>(Map.of(
                "id",
                Ids.newId(),
                "fromDay",
                "1900-01-01",
                "untilDay",
                "1900-01-02",
                "hours",
                "8",
                "topic",
                "督导规程",
                "organiser",
                "市教育督导室"));
        changed(officer, "POST", id, "/trainings", training)
                .then()
                .statusCode(422)
                .body("errors.field", contains("fromDay"))
                .body("errors.message", contains("1900年1月1日 早于 1949年10月1日，请核对。"));
        training.put("fromDay", today.toString());
        training.put("untilDay", today.plusYears(900).toString());
        changed(officer, "POST", id, "/trainings", training)
                .then()
                .statusCode(422)
                .body("errors.field", contains("untilDay"))
                .body("errors.code", contains("zone.future"));
        Map<String, Object> person = person("吴静", "RESPONSIBLE");
        person.put("worksSince", "1900-01-01");
        as(officer)
                .body(Map.of("id", Ids.newId(), "person", person))
                .post(INSPECTORS)
                .then()
                .statusCode(422)
                .body("errors.field", contains("worksSince"));
    }

    @Test
    void training_counts_in_its_year_and_says_how_much_is_missing() {
        String id = registered("吴静", "RESPONSIBLE");
        appointed(id, today.minusDays(100));
        as(officer).get(INSPECTORS + "?trainingShort=true").then().body("items.id", contains(id));
        LocalDate lastYear = LocalDate.of(today.getYear() - 1, 10, 9);
        Map<String, Object> training = new HashMap<>(Map.of(
                "id",
                Ids.newId(),
                "fromDay",
                lastYear.toString(),
                "untilDay",
                lastYear.toString(),
                "hours",
                "8.0",
                "topic",
                "督导规程",
                "organiser",
                "市教育督导室"));
        changed(officer, "POST", id, "/trainings", training)
                .then()
                .statusCode(200)
                .body("summary.trainingHours", equalTo(0));
        changed(officer, "POST", id, "/trainings", training)
                .then()
                .statusCode(200)
                .body("trainings", hasSize(1));
        training.putAll(Map.of(
                "id",
                Ids.newId(),
                "fromDay",
                today.withDayOfYear(1).toString(),
                "untilDay",
                today.toString(),
                "hours",
                "24.5"));
        changed(officer, "POST", id, "/trainings", training)
                .then()
                .statusCode(200)
                .body("summary.trainingHours", equalTo(24.5f))
                .body("summary.trainingShort", equalTo(15.5f));
        training.putAll(Map.of("id", Ids.newId(), "fromDay", today.toString(), "hours", "25"));
        changed(officer, "POST", id, "/trainings", training)
                .then()
                .statusCode(422)
                .body("code", equalTo("zone.training.hours"));
        training.putAll(Map.of("id", Ids.newId(), "hours", "15.5"));
        String second = as(officer).get(INSPECTORS + "/" + id).path("trainings[0].id");
        changed(officer, "POST", id, "/trainings", training)
                .then()
                .statusCode(200)
                .body("summary.trainingShort", nullValue());
        changed(officer, "DELETE", id, "/trainings/" + second, null)
                .then()
                .statusCode(200)
                .body("trainings", hasSize(2));
    }

    @Test
    void a_conflict_is_recorded_once_for_a_school_of_the_county() {
        String id = registered("赵强", "RESPONSIBLE");
        UUID school = given.aSchool(given.aTownship(county, 1), "211");
        Map<String, Object> conflict = Map.of("schoolId", school, "kind", "FORMER_SCHOOL", "note", "2015—2020 年任副校长");
        changed(officer, "POST", id, "/conflicts", conflict)
                .then()
                .statusCode(200)
                .body("conflicts.schoolId", contains(school.toString()));
        changed(officer, "POST", id, "/conflicts", conflict).then().statusCode(409);
        UUID elsewhere = given.aSchool(given.aTownship(given.aCounty(), 1), "211");
        changed(officer, "POST", id, "/conflicts", Map.of("schoolId", elsewhere, "kind", "RELATIVE", "note", "x"))
                .then()
                .statusCode(422);
        String conflictId = as(officer).get(INSPECTORS + "/" + id).path("conflicts[0].id");
        changed(officer, "DELETE", id, "/conflicts/" + conflictId, null)
                .then()
                .statusCode(200)
                .body("conflicts", empty());
    }

    @Test
    void others_see_no_whole_phone_another_county_nothing_and_a_stale_change_is_refused() {
        String id = registered("郑华", "RESPONSIBLE");
        as(given.aToken(Roles.GOVERNMENT, county)).get(INSPECTORS).then().body("items.phone", contains("139****5678"));
        as(officer).get(INSPECTORS).then().body("items.phone", contains("13912345678"));
        String foreign = given.aToken(Roles.OFFICER, given.aCounty());
        as(foreign).get(INSPECTORS + "/" + id).then().statusCode(404);
        as(foreign).get(INSPECTORS).then().body("items", empty());
        as(officer)
                .body(person("郑华", "FULL_TIME"))
                .put(INSPECTORS + "/" + id)
                .then()
                .statusCode(428);
        as(officer)
                .header("If-Match", "\"7\"")
                .body(person("郑华", "FULL_TIME"))
                .put(INSPECTORS + "/" + id)
                .then()
                .statusCode(412);
        changed(officer, "PUT", id, "", person("郑华", "FULL_TIME"))
                .then()
                .statusCode(200)
                .body("summary.kind", equalTo("FULL_TIME"));
        as(given.aToken(Roles.PROVINCE, county.substring(0, 2)))
                .body(Map.of("id", Ids.newId(), "person", person("越级", "SPECIAL")))
                .post(INSPECTORS)
                .then()
                .statusCode(403);
    }

    @Test
    void the_register_goes_out_as_a_sheet() {
        registered("冯雪", "SPECIAL");
        as(officer)
                .get(INSPECTORS + "/export")
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
}
