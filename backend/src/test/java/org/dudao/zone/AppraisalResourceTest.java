package org.dudao.zone;

import static org.dudao.zone.GivenZones.as;
import static org.dudao.zone.GivenZones.assign;
import static org.dudao.zone.GivenZones.join;
import static org.dudao.zone.GivenZones.subjectOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The appraisal of last year's work: counted, marked, confirmed, read. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class AppraisalResourceTest {
    private static final String ZONE = "/api/v1/zone";
    private static final String APPRAISALS = ZONE + "/appraisals";

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    Clock clock;

    int year;
    String county;
    UUID near;
    UUID far;
    UUID lin;
    String officer;
    String director;
    String linToken;
    String colleague;

    @BeforeEach
    void anAutumnOfTwoMonthsInWhichOneSchoolWasMissedOnce() {
        year = LocalDate.now(clock).getYear() - 1;
        county = given.aCounty();
        UUID zone = given.aZone(county);
        String township = given.aTownship(county, 1);
        near = given.aSchool(township, "211");
        far = given.aSchool(township, "211");
        given.inZone(near, zone);
        given.inZone(far, zone);
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        linToken = given.aToken(Roles.INSPECTOR, county, zone, null);
        colleague = given.aToken(Roles.INSPECTOR, county, zone, null);
        lin = zones.anInspector(county, "林晓", day(1, 1));
        zones.signsIn(lin, subjectOf(linToken));
        join(officer, zone, lin, true).statusCode(200);
        assign(officer, day(2, 1), near, lin, far, lin).statusCode(200);
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("from", day(9, 1).toString(), "until", day(10, 31).toString()))
                .put(ZONE + "/semesters/" + year + "/AUTUMN")
                .then()
                .statusCode(200);
        zones.aVisit(near, "ROUTINE", day(9, 10), day(9, 10));
        zones.aVisit(far, "ROUTINE", day(9, 12), day(9, 13));
        zones.aVisit(near, "ROUTINE", day(10, 15), day(10, 15));
        zones.aVisit(far, "ROUTINE", day(10, 20), null);
        // a special visit is not the monthly one
        zones.aVisit(far, "SPECIAL", null, day(10, 22));
        zones.aReport(lin, year + "-09", "ACCEPTED");
        zones.aReport(lin, year + "-10", "DRAFT");
        train("30");
    }

    private LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private void train(String hours) {
        as(officer)
                .header("If-Match", as(officer).get(ZONE + "/inspectors/" + lin).header("ETag"))
                .body(Map.of(
                        "id",
                        Ids.newId(),
                        "fromDay",
                        day(5, 4).toString(),
                        "untilDay",
                        day(5, 8).toString(),
                        "hours",
                        new java.math.BigDecimal(hours),
                        "topic",
                        "督导实务",
                        "organiser",
                        "市教育督导室"))
                .post(ZONE + "/inspectors/" + lin + "/trainings")
                .then()
                .statusCode(200);
    }

    private String appraisal() {
        return APPRAISALS + "/" + year + "/" + lin;
    }

    private Response read(String token) {
        return as(token).get(appraisal());
    }

    private ValidatableResponse write(Integer mark, String comment, boolean submit) {
        Map<String, Object> body = new HashMap<>(Map.of("submit", submit));
        body.put("mark", mark);
        body.put("comment", comment);
        return as(officer)
                .header("If-Match", read(officer).header("ETag"))
                .body(body)
                .put(appraisal())
                .then();
    }

    private ValidatableResponse confirm(String token, String grade, String reason) {
        Response seen = read(director);
        Map<String, Object> body = new HashMap<>();
        body.put("grade", grade);
        body.put("reason", reason);
        body.put("checksum", seen.path("checksum"));
        return as(token)
                .header("If-Match", seen.header("ETag"))
                .body(body)
                .post(appraisal() + "/confirm")
                .then();
    }

    @Test
    void a_year_is_counted_from_the_records_and_what_is_missing_is_not_nothing() {
        read(officer)
                .then()
                .statusCode(200)
                .body("state", nullValue())
                .body("basis.figures.visits.planned", equalTo(4))
                .body("basis.figures.visits.done", equalTo(3))
                .body("basis.figures.visits.unplanned", equalTo(1))
                .body("basis.figures.months.month", contains(year + "-09", year + "-10"))
                .body("basis.figures.months.visited", contains(2, 1))
                .body("basis.figures.months[1].missed.id", contains(far.toString()))
                .body("basis.figures.months.report", contains("ACCEPTED", "DRAFT"))
                .body("basis.score.parts.value", contains(75f, 75f, null, 75f, 50f, null))
                .body("basis.score.parts.missing", contains(null, null, "NO_FINDING", null, null, "FEW_ANSWERS"))
                // (20·75 + 25·75 + 15·75 + 10·50) / 70
                .body("basis.score.counted", equalTo(71.4f))
                .body("basis.score.total", nullValue())
                .body("basis.rules.verified", not(contains(true)));
        as(officer)
                .get(APPRAISALS + "?year=" + year)
                .then()
                .body("items.inspectorName", contains("林晓"))
                .body("items[0].counted", equalTo(71.4f));
    }

    @Test
    void a_figure_that_moves_after_submission_shows_what_it_came_to_before() {
        write(90, "认真负责", true).statusCode(200);
        train("10");
        read(director)
                .then()
                .body("state", equalTo("SUBMITTED"))
                .body("submittedTotal", equalTo(78.8f))
                // 60 % of (20·75 + 25·75 + 15·100 + 10·50) / 70 and 40 % of 90
                .body("basis.score.total", equalTo(82.1f));
    }

    @Test
    void it_is_submitted_returned_confirmed_fixed_and_read() {
        read(linToken).then().statusCode(404);
        as(linToken).get(APPRAISALS + "?year=" + year).then().body("items", empty());
        as(officer).body(Map.of("submit", false)).put(appraisal()).then().statusCode(428);
        write(null, "认真", true).statusCode(422).body("code", equalTo("zone.appraisal.mark"));
        write(90, null, true).statusCode(422).body("code", equalTo("zone.appraisal.comment"));
        write(90, null, false).statusCode(200).body("state", equalTo("DRAFT"));
        confirm(director, "COMPETENT", null).statusCode(409);
        write(90, "认真负责", true)
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("basis.score.total", equalTo(78.8f))
                .body("submittedTotal", equalTo(78.8f))
                .body("basis.score.suggested", equalTo("COMPETENT"));
        write(80, "改", false).statusCode(409);
        as(director)
                .header("If-Match", read(director).header("ETag"))
                .body(Map.of("reason", "补充评语"))
                .post(appraisal() + "/return")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("steps.kind", contains("SUBMITTED", "RETURNED"));
        write(90, "认真负责，敢于指出问题", true).statusCode(200);
        confirm(officer, "COMPETENT", null).statusCode(403);
        confirm(director, "EXCELLENT", null).statusCode(422).body("code", equalTo("zone.appraisal.reason"));
        confirm(director, "COMPETENT", null).statusCode(200).body("grade", equalTo("COMPETENT"));
        // what comes later does not change it
        train("10");
        read(linToken)
                .then()
                .statusCode(200)
                .body("own", equalTo(true))
                .body("basis.figures.trainingHours", equalTo(30f))
                .body("basis.score.total", equalTo(78.8f))
                .body("comment", equalTo("认真负责，敢于指出问题"));
        write(10, "改", false).statusCode(409);
        as(linToken)
                .get("/api/v1/messages")
                .then()
                .body("items.kind", contains("zone.appraisalConfirmed"))
                .body("items.subjectId", contains(year + "-" + lin));
        as(director)
                .get("/api/v1/messages")
                .then()
                .body("items.kind", contains("zone.appraisalSubmitted", "zone.appraisalSubmitted"));
        as(linToken)
                .get(ZONE + "/inspector-appraisals/" + lin)
                .then()
                .body("year", contains(year))
                .body("grade", contains("COMPETENT"));
    }

    @Test
    void the_inspector_says_once_that_it_was_read_and_nobody_else_reads_it() {
        write(90, "认真负责", true).statusCode(200);
        confirm(director, "EXCELLENT", "急难任务表现突出").statusCode(200);
        read(colleague).then().statusCode(404);
        as(colleague).get(APPRAISALS + "?year=" + year).then().body("items", empty());
        as(colleague).get(ZONE + "/inspector-appraisals/" + lin).then().body("$", empty());
        read(given.aToken(Roles.OFFICER, given.aCounty())).then().statusCode(404);
        String stale = read(linToken).header("ETag");
        acknowledge(colleague, stale).statusCode(404);
        acknowledge(linToken, "\"77\"").statusCode(412);
        acknowledge(linToken, stale)
                .statusCode(200)
                .body("steps.kind", contains("SUBMITTED", "CONFIRMED", "ACKNOWLEDGED"))
                .body("steps[2].note", equalTo("没有异议"));
        acknowledge(linToken, read(linToken).header("ETag")).statusCode(409);
        as(officer)
                .get(APPRAISALS + "?standing=CONFIRMED&grade=EXCELLENT&sort=-total&year=" + year)
                .then()
                .body("items.acknowledged", contains(true));
        as(officer).get(APPRAISALS + "?standing=NONE&year=" + year).then().body("items", empty());
        as(officer).get(APPRAISALS + "?sort=phone&year=" + year).then().statusCode(400);
        as(officer).get(APPRAISALS + "/export?year=" + year).then().statusCode(200);
    }

    private ValidatableResponse acknowledge(String token, String ifMatch) {
        return as(token)
                .header("If-Match", ifMatch)
                .body(Map.of("remark", "没有异议"))
                .post(appraisal() + "/acknowledge")
                .then();
    }

    @Test
    void what_has_changed_since_it_was_looked_at_is_not_confirmed() {
        write(90, "认真负责", true).statusCode(200);
        Response seen = read(director);
        train("10");
        as(director)
                .header("If-Match", seen.header("ETag"))
                .body(Map.of("grade", "COMPETENT", "checksum", seen.path("checksum")))
                .post(appraisal() + "/confirm")
                .then()
                .statusCode(409)
                .body("code", equalTo("zone.appraisal.changed"));
    }

    @Test
    void schools_views_count_in_groups_of_three_and_no_single_one_is_told() {
        List<Integer> marks = List.of(5, 4, 3, 1);
        for (int n = 0; n < marks.size(); n++) {
            UUID visit = zones.aVisit(near, "ROUTINE", null, day(11, 3 + n));
            zones.aView(visit, lin, marks.get(n), "意见" + n);
            read(officer)
                    .then()
                    .body("basis.figures.answers", equalTo(n + 1))
                    .body("basis.figures.view", n < 2 ? nullValue() : equalTo(4f))
                    .body("basis.score.parts[5].value", n < 2 ? nullValue() : equalTo(80f))
                    .body(not(containsString("意见")));
        }
    }

    @Test
    void the_countys_own_rules_hold_from_their_day_and_a_weight_may_be_nothing() {
        LocalDate today = LocalDate.now(clock);
        for (String code : List.of("APPRAISAL_OFFICE_SHARE", "APPRAISAL_WEIGHT_TRAINING")) {
            Response rules = as(director).get(ZONE + "/parameters");
            Map<String, Object> rule = rules.path("find { it.code == '" + code + "' }");
            as(director)
                    .header("If-Match", "\"" + rule.get("validFrom") + "/" + rule.get("value") + "\"")
                    .body(Map.of("value", 0, "from", today.toString(), "source", "县督导室文件"))
                    .put(ZONE + "/parameters/" + code)
                    .then()
                    .statusCode(200)
                    .body("own", equalTo(true));
        }
        as(officer)
                .get(ZONE + "/parameters/history")
                .then()
                .body("findAll { it.code == 'APPRAISAL_OFFICE_SHARE' }.value", contains(0, 40))
                .body("findAll { it.code == 'APPRAISAL_OFFICE_SHARE' }.own", contains(true, false));
        // last year keeps the rules of its last day
        read(officer).then().body("basis.score.officeShare", equalTo(40));
        as(officer)
                .get(APPRAISALS + "/" + today.getYear() + "/" + lin)
                .then()
                .body("basis.score.officeShare", equalTo(0))
                .body("basis.score.parts[3].weight", equalTo(0));
    }

    @Test
    void only_those_in_office_are_appraised_and_only_years_that_have_begun() {
        UUID later = zones.anInspector(county, "王强", LocalDate.of(year + 1, 1, 2));
        as(officer).get(APPRAISALS + "?year=" + year).then().body("items", hasSize(1));
        as(officer).get(APPRAISALS + "/" + year + "/" + later).then().statusCode(404);
        as(officer).get(APPRAISALS + "?year=" + (year + 2)).then().statusCode(422);
        as(officer).get(APPRAISALS + "/" + (year + 2) + "/" + lin).then().statusCode(422);
        as(officer).get(APPRAISALS).then().statusCode(400);
    }
}
