package org.dudao.rectification;

import static org.dudao.rectification.GivenFindings.FINDINGS;
import static org.dudao.rectification.GivenFindings.NOTICES;
import static org.dudao.rectification.GivenFindings.as;
import static org.dudao.rectification.GivenFindings.finding;
import static org.dudao.rectification.GivenFindings.post;
import static org.dudao.rectification.GivenFindings.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.evidence.GivenFiles;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RectificationJourneyResourceTest {
    @Inject
    Given given;

    @Inject
    GivenFindings findings;

    @Inject
    Clock clock;

    String county;
    UUID schoolId;
    String officer;
    String director;
    String inspector;
    String school;
    String today;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        String township = given.aTownship(county, 1);
        UUID zone = given.aZone(county);
        schoolId = given.aSchool(township, "211");
        given.inZone(schoolId, zone);
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        school = given.aToken(Roles.SCHOOL, township, null, schoolId);
        today = LocalDate.now(clock).toString();
    }

    private void ledger(int found, int closed, int open, int overdue) {
        as(officer)
                .get("/api/v1/rectification/ledger")
                .then()
                .statusCode(200)
                .body("[0].found", equalTo(found))
                .body("[0].closed", equalTo(closed))
                .body("[0].open", equalTo(open))
                .body("[0].overdue", equalTo(overdue));
    }

    @Test
    void two_findings_from_the_officer_to_their_ends() {
        String one = findings.raise(officer, schoolId, "GENERAL", today);
        String two = findings.raise(officer, schoolId, "SERIOUS", today);
        ledger(2, 0, 2, 0);
        as(school).get(FINDINGS + "/" + one).then().statusCode(404);
        String notice = findings.approved(officer, director, 5, "WORKING", one, two);
        as(school)
                .get(NOTICES + "/" + notice)
                .then()
                .statusCode(200)
                .body("notice.number", containsString("教督整改〔"))
                .body("findings", hasSize(2));
        post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长", "mark", "M0 0 L10 10"))
                .then()
                .statusCode(200)
                .body("notice.state", equalTo("SERVED"))
                .body("findings[0].state", equalTo("RECTIFYING"))
                .body("findings[0].daysLeft", org.hamcrest.Matchers.greaterThanOrEqualTo(5));
        UUID photo = GivenFiles.aFile(school, "整改后.jpg", GivenFiles.aPhoto(40, 30));
        for (String id : List.of(one, two)) {
            step(school, id, "reply", Map.of("measure", "已清理，落实专人", "on", today, "evidence", List.of(photo)))
                    .then()
                    .statusCode(200)
                    .body("finding.state", equalTo("REPLIED"));
        }
        step(inspector, one, "accept", Map.of("mode", "ON_SITE", "text", "现场核查属实"))
                .then()
                .statusCode(200);
        step(inspector, two, "return", Map.of("mode", "ON_SITE", "reason", "二楼通道仍堵塞"))
                .then()
                .statusCode(200)
                .body("finding.state", equalTo("RECTIFYING"));
        ledger(2, 0, 2, 0);
        step(officer, one, "close", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("rectification.finding.closedByFinder"));
        step(director, one, "close", Map.of("text", "同意销号"))
                .then()
                .statusCode(200)
                .body("finding.state", equalTo("CLOSED"));
        ledger(2, 1, 1, 0);
        as(officer)
                .get(FINDINGS + "/" + one)
                .then()
                .body("events.kind", contains("RAISED", "NOTIFIED", "SERVED", "REPLIED", "ACCEPTED", "CLOSED"));
        String later = LocalDate.now(clock).plusDays(20).toString();
        step(inspector, one, "reopen", Map.of("deadline", later, "reason", "回头看：通道再次堵塞"))
                .then()
                .statusCode(200)
                .body("finding.deadline", equalTo(later))
                .body("events", hasSize(7));
        ledger(2, 0, 2, 0);
    }

    private List<String> waiting(String token) {
        return as(token).get("/api/v1/rectification/waiting").path("kind");
    }

    @Test
    void a_desk_shows_what_waits_for_its_owner_and_nobody_elses() {
        String one = findings.raise(officer, schoolId, "GENERAL", today);
        Map<String, Object> demand = with(Map.of("requirement", "整改", "days", 5, "kind", "WORKING"), one);
        String notice = as(officer)
                .body(Map.of("title", "通知", "demands", List.of(demand)))
                .post(NOTICES)
                .path("notice.id");
        post(officer, NOTICES + "/" + notice + "/submit", null);
        assertEquals(List.of("APPROVE_NOTICE"), waiting(director));
        assertEquals(List.of(), waiting(school));
        post(director, NOTICES + "/" + notice + "/approve", null);
        assertEquals(List.of("RECEIVE_NOTICE"), waiting(school));
        assertEquals(List.of("SERVE_NOTICE"), waiting(officer));
        post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长"));
        as(school)
                .get("/api/v1/rectification/waiting")
                .then()
                .body("[0].kind", equalTo("RECTIFY"))
                .body("[0].dueOn", org.hamcrest.Matchers.notNullValue());
        step(school, one, "reply", Map.of("measure", "已清理", "on", today));
        assertEquals(List.of("CHECK_REPLY"), waiting(inspector));
        step(inspector, one, "accept", Map.of("mode", "ON_SITE"));
        assertEquals(List.of("CLOSE"), waiting(director));
        assertEquals(List.of(), waiting(officer));
        assertEquals(List.of(), waiting(school));
    }

    @Test
    void a_finding_sent_again_under_its_id_is_one_finding() {
        Map<String, Object> body = finding(schoolId, "GENERAL", today);
        as(inspector).body(body).post(FINDINGS).then().statusCode(201);
        as(inspector)
                .body(body)
                .post(FINDINGS)
                .then()
                .statusCode(201)
                .body("finding.id", equalTo(body.get("id").toString()));
        ledger(1, 0, 1, 0);
    }

    @Test
    void repeated_findings_of_a_rule_at_a_school_know_each_other() {
        String before = LocalDate.now(clock).minusDays(40).toString();
        String first = findings.raise(officer, schoolId, "GENERAL", before);
        String second = findings.raise(officer, schoolId, "GENERAL", today);
        as(officer).get(FINDINGS + "/" + second).then().body("repeats.id", contains(first));
        as(officer).get(FINDINGS + "/" + first).then().body("repeats", empty());
        as(officer)
                .get(FINDINGS + "?repeated=true&school=" + schoolId)
                .then()
                .body("items.id", contains(second))
                .body("items[0].earlier", equalTo(1));
        as(officer).get(FINDINGS + "?school=" + schoolId).then().body("items.earlier", contains(1, 0));
        // the school is served the second; the first is still nobody's business but the office's
        String notice = findings.approved(officer, director, 5, "WORKING", second);
        post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长"));
        as(school).get(FINDINGS + "/" + second).then().statusCode(200).body("repeats", empty());
        as(school).get(FINDINGS).then().body("items.earlier", contains(0));
        as(school).get(FINDINGS + "?repeated=true").then().body("items", empty());
    }

    @Test
    void numbers_have_no_gap_and_a_withdrawn_notice_keeps_its_own() {
        String one = findings.raise(officer, schoolId, "GENERAL", today);
        String two = findings.raise(officer, schoolId, "GENERAL", today);
        String notice = findings.approved(officer, director, 5, "CALENDAR", one);
        int year = LocalDate.now(clock).getYear();
        post(director, NOTICES + "/" + notice + "/withdraw", Map.of("reason", "事实有误"))
                .then()
                .statusCode(200)
                .body("notice.number", equalTo("教督整改〔" + year + "〕1号"));
        as(officer)
                .get(FINDINGS + "/" + one)
                .then()
                .body("finding.state", equalTo("RAISED"))
                .body("finding.noticeId", nullValue());
        String next = findings.approved(officer, director, 5, "CALENDAR", one, two);
        as(officer).get(NOTICES + "/" + next).then().body("notice.number", equalTo("教督整改〔" + year + "〕2号"));
    }

    @Test
    void a_notice_goes_to_one_unit_and_takes_a_finding_once() {
        UUID other = given.aSchool(given.aTownship(county, 2), "211");
        String one = findings.raise(officer, schoolId, "GENERAL", today);
        String two = findings.raise(officer, other, "GENERAL", today);
        Map<String, Object> demand = Map.of("requirement", "整改", "days", 5, "kind", "WORKING");
        List<Map<String, Object>> demands = List.of(with(demand, one), with(demand, two), with(demand, one));
        as(officer)
                .body(Map.of("title", "通知", "demands", demands))
                .post(NOTICES)
                .then()
                .statusCode(422)
                .body("errors.field", contains("demands[1].findingId", "demands[2].findingId"));
        findings.approved(officer, director, 5, "WORKING", one);
        as(officer)
                .body(Map.of("title", "通知", "demands", List.of(with(demand, one))))
                .post(NOTICES)
                .then()
                .statusCode(409);
    }

    @Test
    void days_that_cannot_be_are_refused() {
        as(officer)
                .body(finding(schoolId, "GENERAL", "1800-01-01"))
                .post(FINDINGS)
                .then()
                .statusCode(422)
                .body("errors.field", contains("foundOn"));
        String id = findings.raise(officer, schoolId, "GENERAL", today);
        String notice = findings.approved(officer, director, 5, "WORKING", id);
        post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长"));
        step(school, id, "reply", Map.of("measure", "已整改", "on", "2020-01-01"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("on"));
    }

    @Test
    void a_township_does_not_sign_or_answer_for_a_school() {
        String township = given.aToken(Roles.TOWNSHIP, county + "101");
        String one = findings.raise(officer, schoolId, "GENERAL", today);
        String notice = findings.approved(officer, director, 5, "WORKING", one);
        assertEquals(List.of(), waiting(township));
        post(township, NOTICES + "/" + notice + "/receipt", Map.of("name", "何镇长"))
                .then()
                .statusCode(403);
        post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长"))
                .then()
                .statusCode(200);
        assertEquals(List.of(), waiting(township));
        step(township, one, "reply", Map.of("measure", "已整改", "on", today))
                .then()
                .statusCode(403);
        Map<String, Object> own = finding(null, "GENERAL", today);
        own.put("regionCode", county + "101");
        String ownId = as(officer).body(own).post(FINDINGS).path("finding.id");
        String ownNotice = findings.approved(officer, director, 5, "WORKING", ownId);
        post(township, NOTICES + "/" + ownNotice + "/receipt", Map.of("name", "何镇长"))
                .then()
                .statusCode(200);
        assertEquals(List.of("RECTIFY"), waiting(township));
        step(township, ownId, "reply", Map.of("measure", "已整改", "on", today))
                .then()
                .statusCode(200);
    }

    @Test
    void steps_out_of_turn_are_refused() {
        String id = findings.raise(officer, schoolId, "GENERAL", today);
        step(director, id, "close", Map.of()).then().statusCode(409);
        step(inspector, id, "accept", Map.of("mode", "ON_PAPER")).then().statusCode(409);
        as(director).body(Map.of()).post(FINDINGS + "/" + id + "/close").then().statusCode(428);
        as(director)
                .header("If-Match", "\"9\"")
                .body(Map.of())
                .post(FINDINGS + "/" + id + "/close")
                .then()
                .statusCode(412);
        as(officer)
                .body(finding(
                        schoolId, "GENERAL", LocalDate.now(clock).plusDays(1).toString()))
                .post(FINDINGS)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("foundOn"));
    }

    @Test
    void nobody_reads_or_raises_outside_their_scope() {
        String id = findings.raise(officer, schoolId, "GENERAL", today);
        String stranger = given.aToken(Roles.OFFICER, given.aCounty());
        as(stranger).get(FINDINGS + "/" + id).then().statusCode(404);
        as(stranger).get(FINDINGS).then().body("total", equalTo(0));
        as(stranger).get("/api/v1/rectification/ledger").then().body("$", empty());
        as(stranger)
                .body(finding(schoolId, "GENERAL", today))
                .post(FINDINGS)
                .then()
                .statusCode(422);
        String otherZone = given.aToken(Roles.INSPECTOR, county, given.aZone(county), null);
        as(otherZone).get(FINDINGS + "/" + id).then().statusCode(404);
        as(otherZone)
                .body(finding(schoolId, "GENERAL", today))
                .post(FINDINGS)
                .then()
                .statusCode(422);
        String taken = finding(schoolId, "GENERAL", today).get("id").toString();
        Map<String, Object> same = finding(schoolId, "GENERAL", today);
        same.put("id", id);
        as(stranger).body(same).post(FINDINGS).then().statusCode(404);
        assertEquals(36, taken.length());
    }

    @Test
    void the_ledger_exports_what_is_filtered() {
        findings.raise(officer, schoolId, "GENERAL", today);
        findings.raise(officer, schoolId, "SERIOUS", today);
        byte[] file = as(officer).get(FINDINGS + "/export?severity=SERIOUS").asByteArray();
        List<List<String>> rows = org.dudao.support.Workbooks.read(file);
        assertEquals(2, rows.size());
        assertEquals("重大", rows.get(1).get(3));
        as(officer)
                .get(FINDINGS + "?severity=SERIOUS")
                .then()
                .body("items.severity", hasItem("SERIOUS"))
                .body("total", equalTo(1));
    }

    private static Map<String, Object> with(Map<String, Object> demand, String finding) {
        Map<String, Object> all = new java.util.HashMap<>(demand);
        all.put("findingId", finding);
        return all;
    }
}
