package org.dudao.publication;

import static org.dudao.publication.GivenDocuments.DOCUMENTS;
import static org.dudao.publication.GivenDocuments.as;
import static org.dudao.publication.GivenDocuments.of;
import static org.dudao.publication.GivenDocuments.text;
import static org.dudao.rectification.GivenFindings.FINDINGS;
import static org.dudao.rectification.GivenFindings.NOTICES;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.security.Roles;
import org.dudao.rectification.GivenFindings;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class EscalationDocumentsResourceTest {
    private static final Map<String, String> INTERVIEW = Map.of(
            "heldAt", "2026年11月30日15时",
            "place", "县教育督导室会议室",
            "called", "校长张明",
            "promise", "十二月五日前清理完毕");

    @Inject
    Given given;

    @Inject
    GivenFindings findings;

    @Inject
    GivenFindings.Ladder ladder;

    @Inject
    Clock clock;

    UUID schoolId;
    String officer;
    String director;
    String inspector;
    String school;
    String finding;
    int year;

    @BeforeEach
    void anOverdueFinding() {
        String county = given.aCounty();
        String township = given.aTownship(county, 1);
        UUID zone = given.aZone(county);
        schoolId = given.aSchool(township, "211");
        given.inZone(schoolId, zone);
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        school = given.aToken(Roles.SCHOOL, township, null, schoolId);
        LocalDate today = LocalDate.now(clock);
        year = today.getYear();
        finding = findings.raise(officer, schoolId, "SERIOUS", today.toString());
        String notice = findings.approved(officer, director, 5, "CALENDAR", finding);
        GivenFindings.post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长"));
        // not simply five days from now: a last day on a weekend moves to Monday
        LocalDate deadline =
                LocalDate.parse(as(officer).get(FINDINGS + "/" + finding).path("finding.deadline"));
        ladder.raiseDue(deadline.minusDays(2));
        ladder.raiseDue(deadline.plusDays(30));
    }

    private io.restassured.response.Response step(String token, String step, String record, Map<String, ?> details) {
        return as(token)
                .body(Map.of("record", record, "details", details))
                .post(FINDINGS + "/" + finding + "/steps/" + step);
    }

    @Test
    void steps_nobody_takes_leave_a_slip_without_a_number() {
        as(officer)
                .get(DOCUMENTS + "?subject=" + finding)
                .then()
                .body("items.kind", containsInAnyOrder("REMINDER", "WARNING"));
        Map<String, Object> warning = of(school, finding, "WARNING");
        assertNull(warning.get("number"));
        String pdf = text(school, warning.get("id"));
        assertTrue(pdf.contains("整改逾期预警单") && pdf.contains("已逾期30天") && pdf.contains("东侧疏散通道堆放杂物"), pdf);
        assertTrue(text(school, of(school, finding, "REMINDER").get("id")).contains("还有2天"));
    }

    @Test
    void each_step_a_person_takes_has_its_own_numbered_document() {
        as(officer)
                .body(Map.of("after", 0, "details", Map.of("place", "会议室")))
                .post(FINDINGS + "/" + finding + "/interview-calls")
                .then()
                .statusCode(422)
                .body("errors.field", hasItems("details.heldAt", "details.called"));
        as(officer)
                .body(Map.of("after", 0, "details", INTERVIEW))
                .post(FINDINGS + "/" + finding + "/interview-calls")
                .then()
                .statusCode(200)
                .body("escalations.find { it.step == 'INTERVIEW' }.call.place", equalTo("县教育督导室会议室"));
        String summons = text(school, of(school, finding, "INTERVIEW_NOTICE").get("id"));
        assertTrue(summons.contains("教督约谈〔" + year + "〕1号") && summons.contains("2026年11月30日15时,县教育督导室会议室"), summons);
        step(officer, "INTERVIEW", "听取了说明", Map.of("heldAt", "今天")).then().statusCode(422);
        step(officer, "INTERVIEW", "听取了学校的说明", INTERVIEW).then().statusCode(200);
        String record = text(school, of(school, finding, "INTERVIEW_RECORD").get("id"));
        for (String said : List.of("教督约谈记〔" + year + "〕1号", "校长张明", "听取了学校的说明", "十二月五日前清理完毕")) {
            assertTrue(record.contains(said), said + " not in " + record);
        }
        step(director, "CRITICISM", "现予通报批评", Map.of()).then().statusCode(200);
        String criticism = text(school, of(school, finding, "CRITICISM").get("id"));
        for (String said : List.of("各乡镇人民政府,各学校", "现予通报批评", "教督约谈记〔" + year + "〕1号", "逾期预警")) {
            assertTrue(criticism.contains(said), said + " not in " + criticism);
        }
        step(director, "ACCOUNTABILITY", "建议诫勉谈话", Map.of())
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("details.recipients"));
        step(director, "ACCOUNTABILITY", "建议诫勉谈话", Map.of("recipients", "县教育体育局"))
                .then()
                .statusCode(200);
        String suggestion = text(officer, of(officer, finding, "ACCOUNTABILITY").get("id"));
        assertTrue(suggestion.contains("县教育体育局:") && suggestion.contains("教督通报〔" + year + "〕1号"), suggestion);
        // it is about the school, not for it
        assertNull(of(school, finding, "ACCOUNTABILITY"));
    }

    @Test
    void the_ladder_says_who_may_take_a_step() {
        step(officer, "CRITICISM", "通报", Map.of()).then().statusCode(403);
        step(inspector, "INTERVIEW", "谈话", INTERVIEW).then().statusCode(403);
        as(inspector)
                .body(Map.of("after", 0, "details", INTERVIEW))
                .post(FINDINGS + "/" + finding + "/interview-calls")
                .then()
                .statusCode(403);
        step(director, "WARNING", "预警", Map.of()).then().statusCode(403);
        ladder.takenBy("INTERVIEW", "director", "officer", "inspector");
        try {
            step(inspector, "INTERVIEW", "谈话", INTERVIEW).then().statusCode(200);
        } finally {
            ladder.takenBy("INTERVIEW", "director", "officer");
        }
    }

    @Test
    void a_step_cannot_be_taken_once_the_unit_has_replied() {
        GivenFindings.step(
                        school,
                        finding,
                        "reply",
                        Map.of("measure", "已清理", "on", LocalDate.now(clock).toString()))
                .then()
                .statusCode(200);
        step(director, "CRITICISM", "通报", Map.of()).then().statusCode(409);
        assertNull(of(officer, finding, "CRITICISM"));
    }

    @Test
    void a_step_that_is_not_kept_leaves_no_document_and_no_gap() {
        step(director, "CRITICISM", "通报", Map.of()).then().statusCode(200);
        step(director, "CRITICISM", "再通报", Map.of()).then().statusCode(409);
        as(officer).get(DOCUMENTS + "?kind=CRITICISM&subject=" + finding).then().body("total", equalTo(1));
    }

    @Test
    void other_documents_are_served_and_withdrawn_in_the_register() {
        step(director, "CRITICISM", "通报", Map.of()).then().statusCode(200);
        Object id = of(officer, finding, "CRITICISM").get("id");
        GivenDocuments.ready(officer, id);
        String today = LocalDate.now(clock).toString();
        as(officer)
                .body(Map.of("on", today, "name", "李主任"))
                .post(DOCUMENTS + "/" + id + "/receipt")
                .then()
                .statusCode(428);
        GivenDocuments.post(
                        officer,
                        id,
                        "receipt",
                        Map.of("on", LocalDate.now(clock).plusDays(1).toString(), "name", "李主任"))
                .then()
                .statusCode(422);
        GivenDocuments.post(officer, id, "receipt", Map.of("on", today, "name", "李主任"))
                .then()
                .statusCode(200)
                .body("receiptName", equalTo("李主任"));
        GivenDocuments.post(officer, id, "receipt", Map.of("on", today, "name", "李主任"))
                .then()
                .statusCode(409);
        GivenDocuments.post(director, id, "withdraw", Map.of("reason", "文字有误"))
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("number", equalTo("教督通报〔" + year + "〕1号"));
        GivenDocuments.post(director, id, "withdraw", Map.of("reason", "文字有误"))
                .then()
                .statusCode(409);
    }
}
