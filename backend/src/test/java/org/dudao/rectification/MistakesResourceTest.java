package org.dudao.rectification;

import static org.dudao.rectification.GivenFindings.FINDINGS;
import static org.dudao.rectification.GivenFindings.NOTICES;
import static org.dudao.rectification.GivenFindings.as;
import static org.dudao.rectification.GivenFindings.finding;
import static org.dudao.rectification.GivenFindings.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people get wrong, and how it is put right: typing errors, wrong schools, double clicks, papers sent too early. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class MistakesResourceTest {
    @Inject
    Given given;

    @Inject
    GivenFindings findings;

    @Inject
    GivenFindings.Ladder ladder;

    @Inject
    Clock clock;

    String county;
    UUID schoolId;
    String officer;
    String director;
    String school;
    String inspector;
    LocalDate today;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        String township = given.aTownship(county, 1);
        UUID zone = given.aZone(county);
        schoolId = given.aSchool(township, "211");
        given.inZone(schoolId, zone);
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        school = given.aToken(Roles.SCHOOL, township, null, schoolId);
        inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        today = LocalDate.now(clock);
    }

    private Map<String, Object> correction(String description) {
        return new HashMap<>(Map.of(
                "rule", "消防通道应保持畅通", "description", description, "severity", "SERIOUS", "foundOn", today.toString()));
    }

    private static Response put(String token, String id, Object body) {
        return as(token)
                .header("If-Match", as(token).get(FINDINGS + "/" + id).header("ETag"))
                .body(body)
                .put(FINDINGS + "/" + id);
    }

    @Test
    void what_was_typed_wrongly_is_mended_until_it_is_in_a_notice() {
        String id = findings.raise(officer, schoolId, "GENERAL", today.toString());
        put(officer, id, correction("西侧疏散通道堆放杂物"))
                .then()
                .statusCode(200)
                .body("finding.description", equalTo("西侧疏散通道堆放杂物"))
                .body("finding.severity", equalTo("SERIOUS"))
                .body("events.kind", contains("RAISED", "CORRECTED"));
        as(officer).body(correction("x")).put(FINDINGS + "/" + id).then().statusCode(428);
        put(inspector, id, correction("别人的问题")).then().statusCode(403);
        put(officer, id, correction("疏散通道堆放杂物\uD83D\uDE00"))
                .then()
                .statusCode(422)
                .body("code", equalTo("kernel.text.unprintable"));
        findings.approved(officer, director, 10, "CALENDAR", id);
        put(officer, id, correction("晚了")).then().statusCode(409);
    }

    @Test
    void a_reply_is_checked_by_somebody_else_and_no_deadline_lies_beyond_a_year() {
        String id = findings.raise(officer, schoolId, "ON_THE_SPOT", today.toString());
        post(officer, FINDINGS + "/" + id + "/reply", Map.of("measure", "已清理", "on", today.toString()))
                .then()
                .statusCode(200);
        post(officer, FINDINGS + "/" + id + "/accept", Map.of("mode", "ON_PAPER"))
                .then()
                .statusCode(409)
                .body("code", equalTo("rectification.finding.checkedByRectifier"));
        post(director, FINDINGS + "/" + id + "/accept", Map.of("mode", "ON_PAPER"))
                .then()
                .statusCode(200);
        String other = findings.raise(officer, schoolId, "GENERAL", today.toString());
        Map<String, Object> far = Map.of("deadline", today.plusYears(2).toString(), "reason", "施工");
        post(officer, FINDINGS + "/" + other + "/extend", far)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("deadline"));
    }

    @Test
    void what_cannot_be_printed_is_refused_where_it_is_typed() {
        Map<String, Object> body = finding(schoolId, "GENERAL", today.toString());
        body.put("description", "护栏松动\uD83D\uDE00");
        as(officer).body(body).post(FINDINGS).then().statusCode(422).body("errors[0].field", equalTo("description"));
        String id = findings.raise(officer, schoolId, "GENERAL", today.toString());
        as(officer)
                .body(Map.of(
                        "title",
                        "整改通知",
                        "demands",
                        List.of(Map.of(
                                "findingId", id, "requirement", "加固\uD83D\uDE00", "days", 5, "kind", "WORKING"))))
                .post(NOTICES)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("demands[0].requirement"));
    }

    @Test
    void what_was_recorded_by_mistake_is_struck_out_and_counts_no_more_from_that_day() {
        String kept =
                findings.raise(officer, schoolId, "GENERAL", today.minusDays(3).toString());
        String wrong =
                findings.raise(officer, schoolId, "GENERAL", today.minusDays(3).toString());
        post(officer, FINDINGS + "/" + wrong + "/void", Map.of("reason", "重复"))
                .then()
                .statusCode(403);
        post(director, FINDINGS + "/" + wrong + "/void", Map.of("reason", " "))
                .then()
                .statusCode(422);
        post(director, FINDINGS + "/" + wrong + "/void", Map.of("reason", "与另一条重复"))
                .then()
                .statusCode(200)
                .body("finding.state", equalTo("VOIDED"))
                .body("events.text", org.hamcrest.Matchers.hasItem("与另一条重复"));
        ledger("", 1, 0, 1, 0);
        ledger("?on=" + today.minusDays(1), 2, 0, 2, 0);
        as(officer).get(FINDINGS).then().body("items.id", contains(kept));
        as(officer).get(FINDINGS + "?on=" + today.minusDays(1)).then().body("total", equalTo(2));
        as(officer).get(FINDINGS + "?state=VOIDED").then().body("items.id", contains(wrong));
        as(officer).get(FINDINGS + "/" + kept).then().body("repeats", empty());
        as(officer)
                .get("/api/v1/rectification/records?year=" + today.minusDays(3).getYear())
                .then()
                .body("[0].found", equalTo(1));
    }

    private void ledger(String query, int found, int closed, int open, int overdue) {
        as(officer)
                .get("/api/v1/rectification/ledger" + query)
                .then()
                .body("[0].found", equalTo(found))
                .body("[0].closed", equalTo(closed))
                .body("[0].open", equalTo(open))
                .body("[0].overdue", equalTo(overdue));
    }

    @Test
    void every_count_of_a_past_day_opens_its_rows() {
        String id = findings.raise(officer, schoolId, "GENERAL", today.toString());
        findings.raise(officer, schoolId, "GENERAL", today.toString());
        findings.served(officer, director, school, 5, id);
        for (LocalDate on : List.of(today.minusDays(1), today, today.plusDays(5), today.plusDays(6))) {
            Response row = as(officer).get("/api/v1/rectification/ledger?on=" + on);
            for (String count : List.of("found", "closed", "open", "overdue")) {
                Integer counted = row.path("[0]." + count);
                String standing = count.equals("found") ? "" : "&standing=" + count.toUpperCase(java.util.Locale.ROOT);
                as(officer)
                        .get(FINDINGS + "?on=" + on + standing)
                        .then()
                        .body("total", equalTo(counted == null ? 0 : counted));
            }
        }
    }

    @Test
    void a_double_click_records_one_finding_and_other_words_under_its_id_are_refused() {
        Map<String, Object> body = finding(schoolId, "GENERAL", today.toString());
        List<Integer> answers =
                atOnce(4, () -> as(officer).body(body).post(FINDINGS).statusCode());
        assertEquals(List.of(201, 201, 201, 201), answers);
        ledger("", 1, 0, 1, 0);
        body.put("description", "另一件事");
        as(officer)
                .body(body)
                .post(FINDINGS)
                .then()
                .statusCode(409)
                .body("code", equalTo("rectification.finding.idTaken"));
    }

    @Test
    void a_double_click_calls_to_one_interview() {
        String id = findings.raise(officer, schoolId, "GENERAL", today.toString());
        findings.served(officer, director, school, 1, id);
        ladder.raiseDue(today.plusDays(20));
        Map<String, Object> call =
                Map.of("after", 0, "details", Map.of("heldAt", "2026年12月1日15时", "place", "会议室", "called", "校长"));
        String calls = FINDINGS + "/" + id + "/interview-calls";
        List<Integer> answers =
                atOnce(4, () -> as(officer).body(call).post(calls).statusCode());
        assertEquals(1, answers.stream().filter(code -> code == 200).count());
        assertEquals(3, answers.stream().filter(code -> code == 409).count());
        Map<String, Object> moved = new HashMap<>(call);
        moved.put("after", 1);
        as(officer).body(moved).post(calls).then().statusCode(200);
    }

    private static List<Integer> atOnce(int times, Callable<Integer> call) {
        var clicks = Executors.newFixedThreadPool(times);
        try {
            List<Integer> answers = new ArrayList<>();
            for (var answer : clicks.invokeAll(java.util.Collections.nCopies(times, call))) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            clicks.shutdown();
        }
    }

    @Test
    void who_found_it_is_told_beforehand_that_somebody_else_closes_it() {
        String id = findings.raise(officer, schoolId, "GENERAL", today.toString());
        as(officer).get(FINDINGS + "/" + id).then().body("closeBarred", equalTo("FINDER"));
        as(director).get(FINDINGS + "/" + id).then().body("closeBarred", nullValue());
    }

    @Test
    void a_paper_sent_too_early_is_taken_back_before_the_director_decides() {
        String id = findings.raise(officer, schoolId, "GENERAL", today.toString());
        String notice = as(officer)
                .body(Map.of(
                        "title",
                        "整改通知",
                        "demands",
                        List.of(Map.of("findingId", id, "requirement", "清理", "days", 5, "kind", "WORKING"))))
                .post(NOTICES)
                .then()
                .statusCode(201)
                .extract()
                .path("notice.id");
        post(officer, NOTICES + "/" + notice + "/recall", null).then().statusCode(409);
        post(officer, NOTICES + "/" + notice + "/submit", null).then().statusCode(200);
        post(officer, NOTICES + "/" + notice + "/recall", null)
                .then()
                .statusCode(200)
                .body("notice.state", equalTo("DRAFT"));
    }
}
