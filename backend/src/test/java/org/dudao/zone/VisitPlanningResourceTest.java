package org.dudao.zone;

import static org.dudao.zone.GivenZones.as;
import static org.dudao.zone.GivenZones.assign;
import static org.dudao.zone.GivenZones.join;
import static org.dudao.zone.GivenZones.subjectOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.security.Scope;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single visits planned by a person: for whom, with whom, with which checklist; and what an inspector calls theirs. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class VisitPlanningResourceTest {
    private static final String VISITS = "/api/v1/zone/visits";

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    IndexSystems systems;

    @Inject
    Clock clock;

    LocalDate today;
    String county;
    UUID other;
    UUID school;
    UUID elsewhere;
    UUID lin;
    UUID wang;
    String officer;
    String linToken;
    String wangToken;
    IndexSystem checklist;

    @BeforeEach
    void twoInspectorsOfTwoZones() {
        today = LocalDate.now(clock);
        county = given.aCounty();
        UUID zone = given.aZone(county);
        other = given.aZone(county);
        String township = given.aTownship(county, 1);
        school = given.aSchool(township, "211");
        elsewhere = given.aSchool(township, "211");
        given.inZone(school, zone);
        given.inZone(elsewhere, other);
        officer = given.aToken(Roles.OFFICER, county);
        linToken = given.aToken(Roles.INSPECTOR, county, zone, null);
        wangToken = given.aToken(Roles.INSPECTOR, county, other, null);
        lin = zones.anInspector(county, "林晓", today.minusYears(1));
        wang = zones.anInspector(county, "王强", today.minusYears(1));
        zones.signsIn(lin, subjectOf(linToken));
        zones.signsIn(wang, subjectOf(wangToken));
        join(officer, zone, lin, true).statusCode(200);
        join(officer, other, wang, true).statusCode(200);
        assign(officer, today, school, lin, elsewhere, wang).statusCode(200);
        checklist = systems.current("VISIT_EIGHT_MATTERS", new Scope(county, null, null))
                .orElseThrow();
    }

    private ValidatableResponse plan(String token, UUID at, String kind, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "id",
                Ids.newId(),
                "schoolId",
                at,
                "kind",
                kind,
                "on",
                today.plusDays(3).toString(),
                "dayOff",
                true));
        body.putAll(more);
        return as(token).body(body).post(VISITS).then();
    }

    @Test
    void a_plan_names_its_checklist_and_an_inspector_lists_their_own_by_day() {
        plan(officer, school, "ROUTINE", Map.of("systemId", checklist.id()))
                .statusCode(201)
                .body("visit.systemId", equalTo(checklist.id().toString()))
                .body("visit.inspectorName", equalTo("林晓"));
        plan(officer, elsewhere, "ROUTINE", Map.of()).statusCode(201).body("visit.systemId", equalTo(null));
        as(linToken).get(VISITS + "?mine=true").then().body("items.schoolId", contains(school.toString()));
        as(wangToken).get(VISITS + "?mine=true").then().body("items.schoolId", contains(elsewhere.toString()));
        as(linToken).get(VISITS + "?mine=true&from=" + today.plusDays(4)).then().body("items", empty());
        as(linToken)
                .get(VISITS + "?mine=true&from=" + today + "&until=" + today.plusDays(3))
                .then()
                .body("total", equalTo(1));
        as(officer).get(VISITS + "?mine=true").then().body("items", empty());
        as(officer).get(VISITS + "?inspector=" + wang).then().body("items.schoolId", contains(elsewhere.toString()));
    }

    @Test
    void a_day_that_is_past_too_far_ahead_or_off_without_being_meant_is_refused() {
        plan(officer, school, "ROUTINE", Map.of("on", today.minusDays(1).toString()))
                .statusCode(422)
                .body("code", equalTo("zone.visit.planPast"));
        plan(officer, school, "ROUTINE", Map.of("on", today.plusDays(367).toString()))
                .statusCode(422)
                .body("code", equalTo("zone.visit.planAhead"));
        plan(officer, school, "ROUTINE", Map.of("on", today.plusDays(366).toString()))
                .statusCode(201);
        LocalDate off = LocalDate.parse(as(officer)
                .get("/api/v1/zone/days-off?from=" + today + "&until=" + today.plusDays(20))
                .path("[0].day"));
        plan(officer, school, "SPECIAL", Map.of("on", off.toString(), "dayOff", false))
                .statusCode(409)
                .body("code", equalTo("zone.visit.dayOff"));
        plan(officer, school, "SPECIAL", Map.of("on", off.toString())).statusCode(201);
    }

    @Test
    void a_school_is_not_planned_twice_for_a_day_and_kind_but_the_same_id_is_the_same_visit() {
        UUID id = Ids.newId();
        plan(officer, school, "ROUTINE", Map.of("id", id)).statusCode(201);
        plan(officer, school, "ROUTINE", Map.of("id", id)).statusCode(201);
        plan(officer, school, "ROUTINE", Map.of()).statusCode(409).body("code", equalTo("zone.visit.planned"));
        plan(officer, school, "SPECIAL", Map.of()).statusCode(201);
        as(officer).header("If-Match", "\"0\"").body(Map.of("reason", "学校停课")).post(VISITS + "/" + id + "/cancel");
        plan(officer, school, "ROUTINE", Map.of()).statusCode(201);
    }

    private Map<String, Object> joint(UUID visit, UUID finding) {
        return Map.ofEntries(
                Map.entry("id", Ids.newId()),
                Map.entry("visitId", visit),
                Map.entry("schoolId", school),
                Map.entry("kind", "JOINT"),
                Map.entry("systemId", checklist.id()),
                Map.entry("startedAt", clock.instant().minusSeconds(3600).toString()),
                Map.entry("finishedAt", clock.instant().minusSeconds(60).toString()),
                Map.entry("sentAt", clock.instant().toString()),
                Map.entry("positionNote", "在校门外签到"),
                Map.entry("answers", List.of()),
                Map.entry(
                        "findings",
                        List.of(Map.of(
                                "id", finding, "rule", "疏散通道应畅通", "description", "堆放杂物", "severity", "GENERAL"))));
    }

    @Test
    void an_id_is_not_taken_for_a_visit_with_other_content_and_the_first_one_stays() {
        UUID id = Ids.newId();
        Map<String, Object> first = Map.of(
                "id",
                id,
                "systemId",
                checklist.id(),
                "participants",
                List.of(Map.of("inspectorId", wang, "name", "x"), Map.of("name", "县市场监督管理局")));
        plan(officer, school, "JOINT", first).statusCode(201);
        plan(officer, elsewhere, "JOINT", first).statusCode(409).body("code", equalTo("zone.visit.taken"));
        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of("on", today.plusDays(4).toString()),
                Map.of("systemId", Ids.newId()),
                Map.of("inspectorId", lin),
                Map.of("participants", List.of(Map.of("name", "县市场监督管理局"))))) {
            Map<String, Object> changed = new HashMap<>(first);
            changed.putAll(other);
            plan(officer, school, "JOINT", changed).statusCode(409).body("code", equalTo("zone.visit.taken"));
        }
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("to", today.plusDays(9).toString(), "dayOff", true, "reason", "学校停课"))
                .post(VISITS + "/" + id + "/move")
                .then()
                .statusCode(200);
        plan(officer, school, "JOINT", first)
                .statusCode(201)
                .body("visit.plannedOn", equalTo(today.plusDays(9).toString()));
        as(officer).get(VISITS).then().body("total", equalTo(1));
    }

    @Test
    void whoever_goes_along_on_a_joint_visit_sees_it_outside_their_zone_and_may_record_it() {
        Map<String, Object> along =
                Map.of("participants", List.of(Map.of("inspectorId", wang, "name", "x"), Map.of("name", "县市场监督管理局")));
        UUID visit = UUID.fromString(plan(officer, school, "JOINT", along)
                .statusCode(201)
                .body("visit.participants.name", contains("王强", "县市场监督管理局"))
                .extract()
                .path("visit.id"));
        as(wangToken).get(VISITS + "?mine=true").then().body("items.id", contains(visit.toString()));
        Map<String, Object> record = joint(visit, Ids.newId());
        as(wangToken).body(record).post("/api/v1/zone/visit-records").then().statusCode(200);
        as(linToken).get(VISITS + "/" + visit).then().body("receipts.authorName.size()", equalTo(1));
        as(officer)
                .get("/api/v1/rectification/findings?school=" + school)
                .then()
                .body("total", equalTo(1));
    }

    /** A finding of Wang's at the school of Lin's zone, raised on a joint visit. */
    private UUID foundElsewhere() {
        UUID finding = Ids.newId();
        UUID visit = UUID.fromString(plan(
                        officer,
                        school,
                        "JOINT",
                        Map.of("participants", List.of(Map.of("inspectorId", wang, "name", "王强"))))
                .statusCode(201)
                .extract()
                .path("visit.id"));
        as(wangToken)
                .body(joint(visit, finding))
                .post("/api/v1/zone/visit-records")
                .then()
                .statusCode(200);
        return finding;
    }

    @Test
    void who_found_something_at_a_school_of_another_zone_reads_it_but_does_not_handle_it() {
        String findings = "/api/v1/rectification/findings";
        UUID finding = foundElsewhere();
        String foreign = as(officer)
                .body(Map.of(
                        "id",
                        Ids.newId(),
                        "schoolId",
                        school,
                        "rule",
                        "食堂留样",
                        "description",
                        "留样记录不全",
                        "severity",
                        "GENERAL",
                        "foundOn",
                        today.toString()))
                .post(findings)
                .then()
                .statusCode(201)
                .extract()
                .path("finding.id");
        as(wangToken).get(findings).then().body("items.id", contains(finding.toString()));
        as(wangToken)
                .get(findings + "/" + finding)
                .then()
                .statusCode(200)
                .body("handled", equalTo(false))
                .body("finding.foundOn", equalTo(today.toString()));
        as(wangToken).get("/api/v1/rectification/ledger?by=UNIT").then().body("found", contains(1));
        as(wangToken).get(findings + "/" + foreign).then().statusCode(404);
        as(wangToken)
                .header("If-Match", "\"0\"")
                .body(Map.of("mode", "ON_SITE", "text", "已整改"))
                .post(findings + "/" + finding + "/accept")
                .then()
                .statusCode(403)
                .body("code", equalTo("rectification.finding.otherZone"));
        as(linToken).get(findings + "/" + finding).then().body("handled", equalTo(true));
        as(linToken).get(findings).then().body("total", equalTo(2));
    }

    @Test
    void nobody_else_of_the_other_zone_sees_it() {
        String findings = "/api/v1/rectification/findings";
        UUID finding = foundElsewhere();
        String colleague = given.aToken(Roles.INSPECTOR, county, other, null);
        as(colleague).get(findings + "/" + finding).then().statusCode(404);
        as(colleague).get(findings).then().body("total", equalTo(0));
        as(given.aToken(Roles.SCHOOL, county, null, elsewhere))
                .get(findings + "/" + finding)
                .then()
                .statusCode(404);
    }

    @Test
    void another_visit_of_that_school_stays_out_of_sight_for_the_other_zone() {
        String visit = plan(officer, school, "ROUTINE", Map.of())
                .statusCode(201)
                .extract()
                .path("visit.id");
        as(wangToken).get(VISITS + "/" + visit).then().statusCode(404);
        as(wangToken).get(VISITS + "?school=" + school).then().body("items", empty());
    }

    @Test
    void a_joint_visit_without_company_and_company_on_another_kind_are_refused() {
        plan(officer, school, "JOINT", Map.of()).statusCode(422).body("code", equalTo("zone.visit.alone"));
        plan(officer, school, "ROUTINE", Map.of("participants", List.of(Map.of("name", "县公安局"))))
                .statusCode(422)
                .body("code", equalTo("zone.visit.notJoint"));
        List<Map<String, Object>> twice =
                List.of(Map.of("inspectorId", wang, "name", "x"), Map.of("inspectorId", wang, "name", "x"));
        plan(officer, school, "JOINT", Map.of("participants", twice))
                .statusCode(422)
                .body("errors[0].field", equalTo("participants[1].inspectorId"));
    }

    @Test
    void a_conflict_of_interest_keeps_an_inspector_from_going() {
        zones.aConflict(wang, school);
        plan(officer, school, "SPECIAL", Map.of("inspectorId", wang))
                .statusCode(409)
                .body("code", equalTo("zone.assignment.conflict"));
        List<Map<String, Object>> along = List.of(Map.of("inspectorId", wang, "name", "x"));
        plan(officer, school, "JOINT", Map.of("participants", along)).statusCode(409);
    }

    @Test
    void whoever_holds_no_office_on_the_day_is_not_sent() {
        UUID former = zones.anInspector(county, "周远", today.minusYears(4));
        plan(officer, school, "SPECIAL", Map.of("inspectorId", former))
                .statusCode(422)
                .body("code", equalTo("zone.visit.outOfOffice"));
        List<Map<String, Object>> along = List.of(Map.of("inspectorId", former, "name", "x"));
        plan(officer, school, "JOINT", Map.of("participants", along)).statusCode(422);
    }

    @Test
    void somebody_of_another_county_an_unknown_checklist_and_a_colleague_s_visit_are_refused() {
        UUID stranger = zones.anInspector(given.aCounty(), "外县", today);
        plan(officer, school, "SPECIAL", Map.of("inspectorId", stranger))
                .statusCode(422)
                .body("code", equalTo("zone.visit.inspector"));
        plan(officer, school, "SPECIAL", Map.of("systemId", Ids.newId()))
                .statusCode(422)
                .body("code", equalTo("zone.visit.checklist"));
        plan(linToken, school, "SPECIAL", Map.of("inspectorId", wang))
                .statusCode(403)
                .body("code", equalTo("zone.visit.others"));
        plan(linToken, school, "SPECIAL", Map.of("inspectorId", lin)).statusCode(201);
    }
}
