package org.dudao.zone;

import static org.dudao.zone.GivenZones.as;
import static org.dudao.zone.GivenZones.subjectOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ZoneWaitingResourceTest {
    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    LocalDate today;
    String county;
    UUID school;
    UUID lin;
    String inspector;

    @BeforeEach
    void anInspectorWithASchool() {
        today = LocalDate.now(clock);
        county = given.aCounty();
        UUID zone = given.aZone(county);
        school = given.aSchool(county, "211");
        given.inZone(school, zone);
        inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        lin = zones.anInspector(county, "林晓", today.minusYears(1));
        zones.signsIn(lin, subjectOf(inspector));
        sql(
                "insert into zone.assignment (id, school_id, inspector_id, from_day, origin, recorded_by, recorder_name,"
                        + " recorded_at) values (?, ?, ?, ?, 'HAND', 'test', 'test', now())",
                Ids.newId(),
                school,
                lin,
                today.minusDays(300));
    }

    @Transactional
    void sql(String statement, Object... bound) {
        jdbi.useHandle(h -> h.execute(statement, bound));
    }

    private static ValidatableResponse waiting(String token) {
        return as(token).get("/api/v1/zone/waiting").then().statusCode(200);
    }

    @Test
    void an_inspector_sees_visits_that_are_due_the_month_to_report_and_an_appraisal_to_read() {
        zones.aVisit(school, "ROUTINE", today.minusDays(2), null);
        zones.aVisit(school, "SPECIAL", today.plusDays(3), null);
        zones.aVisit(school, "JOINT", today.plusDays(9), null);
        zones.aVisit(school, "COMPREHENSIVE", today, today);
        sql(
                "insert into zone.appraisal (inspector_id, year, state, office_mark, comment, grade, snapshot, version)"
                        + " values (?, ?, 'CONFIRMED', 90, '好', 'EXCELLENT', '{}'::jsonb, 2)",
                lin,
                today.getYear() - 1);
        waiting(inspector)
                .body("kind", contains("MAKE_VISIT", "MAKE_VISIT", "HAND_IN_REPORT", "ACKNOWLEDGE_APPRAISAL"))
                .body("overdue", contains(true, false, false, false));
        zones.aReport(lin, today.minusMonths(1).toString().substring(0, 7), "SUBMITTED");
        waiting(inspector).body("kind", not(hasItems("HAND_IN_REPORT")));
        waiting(given.aToken(Roles.INSPECTOR, county, given.aZone(county), null))
                .body("$", empty());
    }

    @Test
    void a_school_sees_the_records_it_has_not_answered_and_no_other_school_does() {
        UUID visit = zones.aVisit(school, "ROUTINE", today.minusDays(9), today.minusDays(9));
        sql(
                "insert into zone.visit_publication (visit_id, content, published_by, published_name, published_at, reply_due)"
                        + " values (?, '{}'::jsonb, 'test', 'test', now(), ?)",
                visit,
                today.minusDays(1));
        waiting(given.aToken(Roles.SCHOOL, county, null, school))
                .body("kind", contains("ANSWER_RECORD"))
                .body("overdue", contains(true));
        UUID other = given.aSchool(county, "211");
        waiting(given.aToken(Roles.SCHOOL, county, null, other)).body("$", empty());
    }

    @Test
    void the_director_confirms_and_an_officer_revises_appraisals_of_their_own_county() {
        sql(
                "insert into zone.appraisal (inspector_id, year, state, office_mark, comment, version) values (?, ?, 'SUBMITTED', 90, '好', 1)",
                lin,
                today.getYear());
        waiting(given.aToken(Roles.DIRECTOR, county)).body("kind", contains("CONFIRM_APPRAISAL"));
        waiting(given.aToken(Roles.OFFICER, county)).body("$", empty());
        waiting(given.aToken(Roles.DIRECTOR, given.aCounty())).body("$", empty());
        sql("update zone.appraisal set state = 'RETURNED' where inspector_id = ?", lin);
        waiting(given.aToken(Roles.OFFICER, county)).body("kind", contains("REVISE_APPRAISAL"));
    }
}
