package org.dudao.zone;

import static org.dudao.zone.GivenZones.as;
import static org.dudao.zone.GivenZones.assign;
import static org.dudao.zone.GivenZones.join;
import static org.dudao.zone.GivenZones.version;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class AssignmentResourceTest {
    private static final String ASSIGNMENTS = "/api/v1/zone/assignments";

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    Clock clock;

    String county;
    String officer;
    LocalDate today;
    UUID zone;
    UUID school;
    UUID first;
    UUID second;

    @BeforeEach
    void aZoneWithTwoInspectors() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        today = LocalDate.now(clock);
        zone = given.aZone(county);
        school = aSchool(zone);
        first = zones.anInspector(county, "王建国", today.minusYears(2));
        second = zones.anInspector(county, "李晓梅", today.minusYears(2));
        join(officer, zone, first, true).statusCode(200);
        join(officer, zone, second, false).statusCode(200);
    }

    private UUID aSchool(UUID in) {
        UUID id = given.aSchool(given.aTownship(county, 1), "211");
        given.inZone(id, in);
        return id;
    }

    private String responsible(LocalDate day) {
        return as(officer).get(ASSIGNMENTS + "?day=" + day).path("items[0].inspectorId");
    }

    @Test
    void a_change_ends_what_was_the_day_before_and_any_day_can_be_asked_about() {
        assign(officer, today.minusDays(400), school, first).statusCode(200).body("changed", equalTo(1));
        assign(officer, today.minusDays(100), school, second).statusCode(200);
        assign(officer, today, school, first).statusCode(200);
        assign(officer, today.plusDays(30), school, second).statusCode(200);
        assertDay(today.minusDays(401), null);
        assertDay(today.minusDays(400), first);
        assertDay(today.minusDays(101), first);
        assertDay(today.minusDays(100), second);
        assertDay(today.minusDays(1), second);
        assertDay(today, first);
        assertDay(today.plusDays(30), second);
        as(officer)
                .get("/api/v1/zone/schools/" + school + "/assignments")
                .then()
                .statusCode(200)
                .body("inspectorName", contains("李晓梅", "王建国", "李晓梅", "王建国"))
                .body("untilDay[1]", equalTo(today.plusDays(29).toString()))
                .body("untilDay[0]", nullValue());
    }

    private void assertDay(LocalDate day, UUID inspector) {
        org.junit.jupiter.api.Assertions.assertEquals(
                inspector == null ? null : inspector.toString(), responsible(day), day::toString);
    }

    @Test
    void what_is_changed_twice_on_one_day_leaves_no_row_without_days_and_the_same_again_changes_nothing() {
        assign(officer, today.minusDays(9), school, first).statusCode(200);
        assign(officer, today, school, second).statusCode(200);
        assign(officer, today, school, null).statusCode(200);
        assign(officer, today, school, first).statusCode(200);
        assign(officer, today, school, first).statusCode(200).body("changed", equalTo(0));
        as(officer)
                .get("/api/v1/zone/schools/" + school + "/assignments")
                .then()
                .body("inspectorName", contains("王建国", "王建国"));
        assign(officer, today.minusDays(3), school, second)
                .statusCode(409)
                .body("code", equalTo("zone.assignment.later"));
    }

    @Test
    void a_conflict_of_interest_blocks_the_whole_of_what_was_asked() {
        UUID other = aSchool(zone);
        zones.aConflict(second, other);
        assign(officer, today, school, second, other, second)
                .statusCode(409)
                .body("code", equalTo("zone.assignment.conflict"))
                .body("detail", containsString("回避"))
                .body("errors[0].field", equalTo("moves[1].inspectorId"));
        assertDay(today, null);
        assign(officer, today, school, second, other, first).statusCode(200).body("changed", equalTo(2));
        assign(officer, today, school, first, school, second).statusCode(422);
        UUID foreign = zones.anInspector(given.aCounty(), "外县人", today);
        assign(officer, today, school, foreign)
                .statusCode(422)
                .body("errors[0].field", equalTo("moves[0].inspectorId"));
        UUID nowhere = zones.anInspector(county, "未编组", today);
        assign(officer, today, school, nowhere).statusCode(422).body("code", equalTo("zone.assignment.noZone"));
    }

    @Test
    void a_school_given_to_an_inspector_of_another_zone_moves_there_from_today_on_only() {
        UUID elsewhere = given.aZone(county);
        UUID third = zones.anInspector(county, "陈志远", today.minusYears(1));
        join(officer, elsewhere, third, true).statusCode(200);
        assign(officer, today.minusDays(50), school, first).statusCode(200);
        assign(officer, today.plusDays(1), school, third)
                .statusCode(422)
                .body("code", equalTo("zone.assignment.zoneLater"));
        assign(officer, today, school, third).statusCode(200);
        assertDay(today, third);
        assertDay(today.minusDays(1), first);
        as(officer).get("/api/v1/schools/" + school).then().body("zoneId", equalTo(elsewhere.toString()));
        as(officer).get("/api/v1/schools/" + school + "/history").then().body("kind", hasItem("CHANGED"));
    }

    @Test
    void a_school_the_registry_moves_or_closes_has_no_inspector_of_the_old_zone_any_longer() {
        UUID elsewhere = given.aZone(county);
        UUID closing = aSchool(zone);
        assign(officer, today.minusDays(50), school, first, closing, first).statusCode(200);
        String before = version(officer);
        as(officer)
                .header("If-Match", before)
                .body(Map.of("schoolIds", List.of(school)))
                .post("/api/v1/zone/zones/" + elsewhere + "/schools")
                .then()
                .statusCode(200)
                .body("schools.id", contains(school.toString()))
                .body("schools.inspectorId", contains(nullValue()));
        assertDay(today.minusDays(1), first);
        org.junit.jupiter.api.Assertions.assertNotEquals(before, version(officer));
        as(officer)
                .header(
                        "If-Match",
                        as(officer).get("/api/v1/schools/" + closing).header("ETag"))
                .body(Map.of("year", today.getYear(), "reason", "布局调整"))
                .post("/api/v1/schools/" + closing + "/close")
                .then()
                .statusCode(200);
        as(officer)
                .get("/api/v1/zone/schools/" + closing + "/assignments")
                .then()
                .body("untilDay", contains(today.toString()));
    }

    @Test
    void an_inspectors_account_sees_the_zone_they_belong_to_and_nobody_leaves_schools_behind() {
        UUID elsewhere = given.aZone(county);
        String token = given.aToken(Roles.INSPECTOR, county, elsewhere, null);
        zones.signsIn(first, GivenZones.subjectOf(token));
        as(officer).get("/api/v1/zone/zones/" + zone).then().body("violations.kind", hasItem("ACCOUNT_ELSEWHERE"));
        as(token).get("/api/v1/zone/zones/" + zone).then().statusCode(404);
        join(officer, zone, first, true).statusCode(200).body("violations.kind", not(hasItem("ACCOUNT_ELSEWHERE")));
        assign(officer, today, school, first).statusCode(200);
        as(token).get("/api/v1/zone/zones/" + zone).then().statusCode(200).body("schools", hasSize(1));
        as(token).get("/api/v1/zone/zones").then().body("zones.id", contains(zone.toString()));
        as(token).get(ASSIGNMENTS).then().body("items.schoolId", contains(school.toString()));
        join(officer, elsewhere, first, true).statusCode(409).body("code", equalTo("zone.membership.schools"));
        assign(officer, today, school, second).statusCode(200);
        join(officer, elsewhere, first, true).statusCode(200);
        as(token).get("/api/v1/zone/zones").then().body("zones.id", contains(elsewhere.toString()));
        as(officer)
                .header("If-Match", version(officer))
                .delete("/api/v1/zone/zones/" + elsewhere + "/inspectors/" + first)
                .then()
                .statusCode(200)
                .body("inspectors", empty());
    }

    @Test
    void violations_name_what_breaks_which_rule() {
        UUID bare = given.aSchool(given.aTownship(county, 1), "312");
        given.aSchool(given.aTownship(county, 1), "111");
        UUID[] pairs = new UUID[12];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = aSchool(zone);
            pairs[i + 1] = first;
        }
        assign(officer, today.minusYears(3), pairs).statusCode(200);
        zones.aConflict(first, pairs[0]);
        UUID retired = zones.anInspector(county, "赵退休", today.minusYears(4));
        join(officer, zone, retired, false).statusCode(200);
        as(officer)
                .get("/api/v1/zone/zones/" + zone)
                .then()
                .body("violations.findAll { it.kind == 'LOAD' }.count", contains(6))
                .body("violations.findAll { it.kind == 'LOAD' }.warning", contains(true))
                .body("violations.findAll { it.kind == 'CONFLICT' }.schoolId", contains(pairs[0].toString()))
                .body("violations.findAll { it.kind == 'ROTATION_DUE' }", hasSize(6))
                .body("violations.findAll { it.kind == 'NOT_IN_OFFICE' }.inspectorName", contains("赵退休"))
                .body("violations.findAll { it.kind == 'NO_INSPECTOR' }.schoolId", contains(school.toString()))
                .body("rules.find { it.code == 'SCHOOLS_PER_ZONE' }.value", equalTo(20))
                .body("rules.find { it.code == 'PROPOSAL_LOAD' }.verified", equalTo(false));
        as(officer)
                .get("/api/v1/zone/zones")
                .then()
                .body("violations.findAll { it.kind == 'NO_ZONE' }.schoolId", contains(bare.toString()))
                .body("zones[0].unassigned", equalTo(1))
                .body("zones[0].heaviest", equalTo(6))
                .body("zones[0].leaderName", equalTo("王建国"))
                .body("violations.kind", not(hasItem("ZONE_TOO_LARGE")));
        for (int i = 0; i < 14; i++) {
            aSchool(zone);
        }
        as(officer)
                .get("/api/v1/zone/zones")
                .then()
                .body("violations.findAll { it.kind == 'ZONE_TOO_LARGE' }.count", contains(21));
    }

    @Test
    void each_sees_their_own_and_only_the_countys_office_changes_at_the_version_it_read() throws Exception {
        UUID other = aSchool(zone);
        assign(officer, today, school, first, other, second).statusCode(200);
        String own = given.aToken(Roles.SCHOOL, county, null, school);
        as(own).get(ASSIGNMENTS)
                .then()
                .body("items.inspectorName", contains("王建国"))
                .body("items.phone", contains("13912345678"));
        as(own).get("/api/v1/zone/schools/" + other + "/assignments").then().statusCode(404);
        as(given.aToken(Roles.PROVINCE, county.substring(0, 2)))
                .get(ASSIGNMENTS + "?q=王建国&zoneId=" + zone)
                .then()
                .body("items.phone", contains("139****5678"));
        String foreign = given.aToken(Roles.OFFICER, given.aCounty());
        as(foreign).get(ASSIGNMENTS).then().body("items", empty());
        as(foreign).get("/api/v1/zone/zones/" + zone).then().statusCode(404);
        as(foreign)
                .get("/api/v1/zone/schools/" + school + "/assignments")
                .then()
                .statusCode(404);
        assign(foreign, today, school, first).statusCode(422);
        Map<String, Object> body = new HashMap<>(Map.of("from", today.toString(), "origin", "HAND"));
        body.put("moves", List.of(Map.of("schoolId", school, "inspectorId", second)));
        as(officer).body(body).post(ASSIGNMENTS).then().statusCode(428);
        as(officer)
                .header("If-Match", "\"0\"")
                .body(body)
                .post(ASSIGNMENTS)
                .then()
                .statusCode(412);
        String inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        as(inspector)
                .header("If-Match", version(officer))
                .body(body)
                .post(ASSIGNMENTS)
                .then()
                .statusCode(403);
        String prefecture = given.aToken(Roles.OFFICER, county.substring(0, 4));
        as(prefecture)
                .header("If-Match", "\"0\"")
                .body(body)
                .post(ASSIGNMENTS)
                .then()
                .statusCode(403);
        as(officer)
                .get(ASSIGNMENTS)
                .then()
                .body("items.schoolId", containsInAnyOrder(school.toString(), other.toString()))
                .body("items.find { it.schoolId == '" + school + "' }.inspectorId", equalTo(first.toString()));
        byte[] sheet = as(officer)
                .get(ASSIGNMENTS + "/export?day=" + today)
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .extract()
                .asByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
            assertEquals("小学", book.getSheetAt(0).getRow(1).getCell(4).getStringCellValue());
        }
    }

    @Test
    void a_proposal_is_accepted_as_changed_by_a_person_in_one_call_or_not_at_all() {
        UUID far = aSchool(zone);
        UUID near = aSchool(zone);
        zones.at(school, 103.0, 25.0);
        zones.at(near, 103.01, 25.0);
        zones.at(far, 103.4, 25.0);
        assign(officer, today.minusDays(10), school, first, far, second).statusCode(200);
        var proposed = as(officer)
                .body(Map.of("zoneId", zone, "mode", "FILL", "from", today.toString()))
                .post("/api/v1/zone/proposals")
                .then()
                .statusCode(200)
                .body("proposal.placements.find { it.schoolId == '" + near + "' }.afterName", equalTo("王建国"))
                .body(
                        "proposal.placements.find { it.schoolId == '" + near + "' }.reasons.why",
                        contains("UNASSIGNED", "NEAREST"))
                .body("violationsBefore.kind", hasItem("NO_INSPECTOR"))
                .body("violationsAfter.kind", not(hasItem("NO_INSPECTOR")))
                .extract();
        assertDay(today, first);
        Map<String, Object> accepted = new HashMap<>(Map.of("from", today.toString(), "origin", "PROPOSAL"));
        accepted.put(
                "moves",
                List.of(
                        Map.of("schoolId", near, "inspectorId", second),
                        Map.of("schoolId", school, "inspectorId", first)));
        String at = "\"" + proposed.path("version") + "\"";
        as(officer)
                .header("If-Match", at)
                .body(accepted)
                .post(ASSIGNMENTS)
                .then()
                .statusCode(200)
                .body("changed", equalTo(1));
        as(officer)
                .header("If-Match", at)
                .body(accepted)
                .post(ASSIGNMENTS)
                .then()
                .statusCode(412);
        as(officer)
                .get("/api/v1/zone/schools/" + near + "/assignments")
                .then()
                .body("origin", contains("PROPOSAL"))
                .body("inspectorName", contains("李晓梅"));
        as(officer)
                .body(Map.of("mode", "FILL", "from", today.minusDays(1).toString()))
                .post("/api/v1/zone/proposals")
                .then()
                .statusCode(422);
        as(given.aToken(Roles.OFFICER, given.aCounty()))
                .body(Map.of("zoneId", zone, "mode", "FILL", "from", today.toString()))
                .post("/api/v1/zone/proposals")
                .then()
                .statusCode(404);
    }
}
