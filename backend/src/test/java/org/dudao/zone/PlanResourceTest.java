package org.dudao.zone;

import static org.dudao.zone.GivenZones.as;
import static org.dudao.zone.GivenZones.assign;
import static org.dudao.zone.GivenZones.join;
import static org.dudao.zone.GivenZones.subjectOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans of a term's visits over HTTP: drawn, adopted, moved, counted. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PlanResourceTest {
    private static final String ZONE = "/api/v1/zone";
    private static final String VISITS = ZONE + "/visits";

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    Clock clock;

    private final ExecutorService people = Executors.newFixedThreadPool(4);

    LocalDate today;
    String county;
    UUID zone;
    UUID school;
    UUID second;
    UUID lin;
    UUID wang;
    String director;
    String officer;
    String linToken;
    String wangToken;
    int year;
    String half;

    @BeforeEach
    void aTermOfThreeMonthsAhead() {
        today = LocalDate.now(clock);
        county = given.aCounty();
        zone = given.aZone(county);
        String township = given.aTownship(county, 1);
        school = given.aSchool(township, "211");
        second = given.aSchool(township, "211");
        given.inZone(school, zone);
        given.inZone(second, zone);
        director = given.aToken(Roles.DIRECTOR, county);
        officer = given.aToken(Roles.OFFICER, county);
        linToken = given.aToken(Roles.INSPECTOR, county, zone, null);
        wangToken = given.aToken(Roles.INSPECTOR, county, zone, null);
        lin = zones.anInspector(county, "林晓", today.minusYears(1));
        wang = zones.anInspector(county, "王强", today.minusYears(1));
        zones.signsIn(lin, subjectOf(linToken));
        zones.signsIn(wang, subjectOf(wangToken));
        join(officer, zone, lin, true).statusCode(200);
        join(officer, zone, wang, false).statusCode(200);
        assign(officer, today.minusDays(30), school, lin, second, wang).statusCode(200);
        // a term that lies ahead, in the school year its first day belongs to
        LocalDate first = today.plusMonths(1).withDayOfMonth(1);
        year = first.getMonthValue() >= 7 ? first.getYear() : first.getYear() - 1;
        half = "AUTUMN";
        semester(first, first.plusMonths(3).minusDays(1)).then().statusCode(200);
    }

    @AfterEach
    void everybodyLeaves() {
        people.shutdown();
    }

    private Response semester(LocalDate from, LocalDate until) {
        return as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("from", from.toString(), "until", until.toString()))
                .put(ZONE + "/semesters/" + year + "/" + half);
    }

    private Map<String, Object> wish(Object... more) {
        Map<String, Object> wish =
                new HashMap<>(Map.of("year", year, "half", half, "kind", "REGULAR", "announced", false));
        for (int i = 0; i < more.length; i += 2) {
            wish.put((String) more[i], more[i + 1]);
        }
        return wish;
    }

    private Response preview(Map<String, Object> wish) {
        return as(officer).body(wish).post(ZONE + "/visit-plans/preview");
    }

    @Test
    void a_visit_missed_on_its_day_is_neither_counted_nor_in_the_way_and_one_ahead_is_both() {
        LocalDate first = LocalDate.parse(preview(wish("seed", 9)).path("semester.fromDay"));
        planned(school, today.minusDays(1));
        preview(wish("seed", 9)).then().body("respected", equalTo(0)).body("visits", hasSize(6));
        planned(school, first.plusDays(14));
        Response seen = preview(wish("seed", 9));
        seen.then().body("respected", equalTo(1)).body("visits", hasSize(5));
        assertTrue(seen.<List<Map<String, Object>>>path("visits").stream()
                .filter(v -> v.get("schoolId").equals(school.toString()))
                .allMatch(v -> Math.abs(LocalDate.parse((String) v.get("day")).toEpochDay()
                                - first.plusDays(14).toEpochDay())
                        >= 10));
    }

    private static int askedFor(Response seen) {
        return seen.<List<Object>>path("visits").size()
                + seen.<List<Object>>path("missing").size();
    }

    private Response adopt(Map<String, Object> wish) {
        Response seen = preview(wish);
        Map<String, Object> chosen = new HashMap<>(wish);
        chosen.put("seed", seen.path("seed"));
        return as(officer)
                .body(Map.of("id", Ids.newId(), "wish", chosen, "checksum", seen.path("checksum")))
                .post(ZONE + "/visit-plans");
    }

    @Test
    void a_draw_is_seen_first_and_adopted_as_it_was_seen() {
        Response seen = preview(wish("seed", 42));
        seen.then().statusCode(200).body("visits", hasSize(6)).body("missing", empty());
        as(officer).get(VISITS).then().body("items", empty());
        preview(wish("seed", 42)).then().body("visits.day", equalTo(seen.path("visits.day")));
        String plan = adopt(wish("seed", 42))
                .then()
                .statusCode(201)
                .body("visits", equalTo(6))
                .extract()
                .path("id");
        as(officer)
                .get(VISITS + "?plan=" + plan + "&sort=day&size=50")
                .then()
                .body("total", equalTo(6))
                .body("items.state", everyItem(equalTo("PLANNED")))
                .body("items.kind", everyItem(equalTo("ROUTINE")));
        as(officer)
                .get(ZONE + "/visit-plans/" + plan + "/repeat")
                .then()
                .body("same", equalTo(true))
                .body("visits.day", equalTo(seen.path("visits.day")));
        preview(wish()).then().body("visits", empty()).body("respected", equalTo(6));
    }

    @Test
    void pressing_adopt_several_times_is_one_plan_and_two_people_do_not_adopt_the_same_draw_twice() {
        Map<String, Object> wish = wish("seed", 42);
        String checksum = preview(wish).path("checksum");
        UUID id = Ids.newId();
        Map<String, Object> mine = Map.of("id", id, "wish", wish, "checksum", checksum);
        assertEquals(List.of(201, 201, 201, 201), together(mine, mine, mine, mine));
        as(officer).get(VISITS).then().body("total", equalTo(6));
        as(officer)
                .body(Map.of("id", id, "wish", wish("seed", 43), "checksum", checksum))
                .post(ZONE + "/visit-plans")
                .then()
                .statusCode(409)
                .body("code", equalTo("zone.plan.taken"));
        as(officer)
                .body(Map.of("id", Ids.newId(), "wish", wish(), "checksum", checksum))
                .post(ZONE + "/visit-plans")
                .then()
                .statusCode(422)
                .body("errors.field", contains("wish.seed"));
    }

    @Test
    void of_two_who_adopt_the_same_draw_at_once_the_second_is_told_that_it_changed() {
        Map<String, Object> wish = wish("seed", 42);
        String checksum = preview(wish).path("checksum");
        Map<String, Object> mine = Map.of("id", Ids.newId(), "wish", wish, "checksum", checksum);
        Map<String, Object> theirs = Map.of("id", Ids.newId(), "wish", wish, "checksum", checksum);
        assertEquals(List.of(201, 409), together(mine, theirs));
        as(officer).get(VISITS).then().body("total", equalTo(6));
    }

    /** The answers to adoptions sent at the same time, in order of their number. */
    @SafeVarargs
    private List<Integer> together(Map<String, Object>... adoptions) {
        List<CompletableFuture<Integer>> sent = Stream.of(adoptions)
                .map(a -> CompletableFuture.supplyAsync(
                        () -> as(officer).body(a).post(ZONE + "/visit-plans").statusCode(), people))
                .toList();
        return sent.stream().map(CompletableFuture::join).sorted().toList();
    }

    @Test
    void what_changed_since_it_was_seen_is_not_adopted() {
        Map<String, Object> wish = wish("seed", 42);
        String checksum = preview(wish).path("checksum");
        zones.aConflict(wang, second);
        as(officer)
                .body(Map.of("id", Ids.newId(), "wish", wish, "checksum", checksum))
                .post(ZONE + "/visit-plans")
                .then()
                .statusCode(409)
                .body("code", equalTo("zone.plan.changed"));
        preview(wish).then().body("visits.inspectorName", everyItem(equalTo("林晓")));
    }

    @Test
    void an_inspector_out_of_office_gets_no_visits_and_the_school_is_named_with_the_end_of_the_term() {
        LocalDate end = today.minusDays(20);
        zones.endsTerms(wang, end);
        preview(wish("seed", 5))
                .then()
                .body("visits.inspectorName", everyItem(equalTo("林晓")))
                .body("visits", hasSize(3))
                .body("missing.schoolId", everyItem(equalTo(second.toString())))
                .body("missing.reason", everyItem(equalTo("NO_TERM")))
                .body("missing.termUntil", everyItem(equalTo(end.toString())));
    }

    @Test
    void a_year_whose_holidays_are_not_entered_is_named_and_its_fixed_holidays_are_avoided() {
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("from", "2039-02-01", "until", "2039-06-30"))
                .put(ZONE + "/semesters/2038/SPRING")
                .then()
                .statusCode(200);
        preview(wish("year", 2038, "half", "SPRING", "seed", 5)).then().body("yearsWithoutCalendar", contains(2039));
        as(officer)
                .get(ZONE + "/days-off?from=2039-05-02&until=2039-05-06")
                .then()
                .body("day", contains("2039-05-02"))
                .body("name", contains("劳动节"));
    }

    @Test
    void nothing_is_drawn_for_a_term_without_dates_or_by_those_who_may_not() {
        preview(wish("half", "SPRING", "year", year + 1))
                .then()
                .statusCode(422)
                .body("code", equalTo("zone.semester.unknown"));
        as(linToken).body(wish()).post(ZONE + "/visit-plans/preview").then().statusCode(403);
        String elsewhere = given.aToken(Roles.OFFICER, given.aCounty());
        as(elsewhere).body(wish()).post(ZONE + "/visit-plans/preview").then().statusCode(422);
        String plan = adopt(wish()).path("id");
        as(elsewhere).get(ZONE + "/visit-plans").then().body("$", empty());
        as(elsewhere).get(ZONE + "/visit-plans/" + plan + "/repeat").then().statusCode(404);
    }

    @Test
    void days_of_a_term_are_ordered_apart_and_guarded() {
        semester(today, today.plusDays(30)).then().statusCode(412);
        as(officer)
                .header("If-Match", "\"1\"")
                .body(Map.of(
                        "from", today.toString(), "until", today.minusDays(1).toString()))
                .put(ZONE + "/semesters/" + year + "/" + half)
                .then()
                .statusCode(422);
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "from", today.plusMonths(2).toString(),
                        "until", today.plusMonths(3).toString()))
                .put(ZONE + "/semesters/" + year + "/SPRING")
                .then()
                .statusCode(422);
    }

    @Test
    void a_county_s_own_number_is_followed_from_its_day_on_and_only_the_director_sets_it() {
        String current =
                as(director).get(ZONE + "/parameters").path("find { it.code == 'VISITS_PER_MONTH' }.validFrom");
        Map<String, Object> two = Map.of("value", 2, "from", today.toString(), "source", "县教育督导工作规程");
        as(officer)
                .header("If-Match", "\"" + current + "/1\"")
                .body(two)
                .put(ZONE + "/parameters/VISITS_PER_MONTH")
                .then()
                .statusCode(403);
        as(director).body(two).put(ZONE + "/parameters/VISITS_PER_MONTH").then().statusCode(428);
        as(director)
                .header("If-Match", "\"" + current + "/1\"")
                .body(two)
                .put(ZONE + "/parameters/VISITS_PER_MONTH")
                .then()
                .statusCode(200)
                .body("own", equalTo(true));
        Response seen = preview(wish());
        seen.then().body("limits.perPeriod", equalTo(2));
        assertEquals(12, askedFor(seen));
        as(given.aToken(Roles.DIRECTOR, given.aCounty()))
                .get(ZONE + "/parameters")
                .then()
                .body("find { it.code == 'VISITS_PER_MONTH' }.value", equalTo(1));
    }

    private ValidatableResponse set(String code, int value) {
        Response rules = as(director).get(ZONE + "/parameters");
        String current = rules.path("find { it.code == '" + code + "' }.validFrom") + "/"
                + rules.path("find { it.code == '" + code + "' }.value");
        return as(director)
                .header("If-Match", "\"" + current + "\"")
                .body(Map.of("value", value, "from", today.toString(), "source", "县教育督导工作规程"))
                .put(ZONE + "/parameters/" + code)
                .then();
    }

    @Test
    void numbers_that_stand_one_above_the_other_stay_in_order() {
        set("APPRAISAL_COMPETENT", 90).statusCode(422).body("errors.code", hasItem("zone.parameter.above"));
        set("APPRAISAL_COMPETENT", 60).statusCode(422).body("errors.code", hasItem("zone.parameter.below"));
        set("APPRAISAL_COMPETENT", 75).statusCode(200);
        set("APPRAISAL_BASIC", 75).statusCode(422);
        set("COMPLAINT_VERIFY_DAYS", 30).statusCode(422);
        set("COMPLAINT_VERIFY_DAYS", 29).statusCode(200);
    }

    @Test
    void the_term_opening_check_proposes_one_visit_a_school_within_its_time() {
        Response seen = preview(wish("kind", "OPENING"));
        seen.then().body("visits", hasSize(2)).body("systemName", equalTo("开学工作检查"));
        LocalDate last = LocalDate.parse(seen.path("semester.fromDay")).plusDays(13);
        seen.<List<String>>path("visits.day")
                .forEach(day -> assertTrue(!LocalDate.parse(day).isAfter(last)));
        String plan = adopt(wish("kind", "OPENING")).path("id");
        as(officer)
                .get(VISITS + "?plan=" + plan)
                .then()
                .body("items.kind", everyItem(equalTo("SPECIAL")))
                .body("items.systemId", everyItem(not(nullValue())));
        // a second check finds nothing to do, the monthly visits are still asked for
        preview(wish("kind", "OPENING")).then().body("visits", empty());
        assertEquals(6, askedFor(preview(wish())));
    }

    @Test
    void a_plan_is_moved_with_a_reason_not_into_the_past_and_knowingly_onto_a_day_off() {
        UUID visit = planned(school, today.plusDays(5));
        LocalDate sunday = today.plusDays(6).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        LocalDate free = as(officer)
                        .get(ZONE + "/days-off?from=" + sunday + "&until=" + sunday)
                        .<List<Object>>path("$")
                        .isEmpty()
                ? sunday.minusDays(1)
                : sunday;
        move(linToken, visit, today.minusDays(1), false).statusCode(422).body("code", equalTo("zone.visit.movePast"));
        move(linToken, visit, free, false).statusCode(409).body("code", equalTo("zone.visit.dayOff"));
        move(wangToken, visit, free, true).statusCode(403);
        move(linToken, visit, free, true)
                .statusCode(200)
                .body("visit.plannedOn", equalTo(free.toString()))
                .body("visit.moved", equalTo(true))
                .body("moves.reason", contains("学校运动会"))
                .body("moves.dayOff", contains(true));
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("to", today.plusDays(9).toString(), "dayOff", true, "reason", "x"))
                .post(VISITS + "/" + visit + "/move")
                .then()
                .statusCode(412);
        as(given.aToken(Roles.OFFICER, given.aCounty()))
                .header("If-Match", "\"1\"")
                .body(Map.of("to", today.plusDays(9).toString(), "dayOff", true, "reason", "x"))
                .post(VISITS + "/" + visit + "/move")
                .then()
                .statusCode(404);
    }

    private io.restassured.response.ValidatableResponse move(String token, UUID visit, LocalDate to, boolean dayOff) {
        return as(token)
                .header("If-Match", "\"0\"")
                .body(Map.of("to", to.toString(), "dayOff", dayOff, "reason", "学校运动会"))
                .post(VISITS + "/" + visit + "/move")
                .then();
    }

    private UUID planned(UUID at, LocalDate on) {
        UUID id = Ids.newId();
        as(officer)
                .body(Map.of(
                        "id",
                        id,
                        "schoolId",
                        at,
                        "kind",
                        "ROUTINE",
                        "on",
                        (on.isBefore(today) ? today : on).toString(),
                        "dayOff",
                        true))
                .post(VISITS)
                .then()
                .statusCode(201);
        if (on.isBefore(today)) {
            zones.wasPlanned(id, on);
        }
        return id;
    }

    @Test
    void every_number_of_the_progress_is_the_number_of_its_rows_and_a_month_without_plan_has_no_rate() {
        planned(school, today.minusDays(3));
        planned(school, today.plusDays(3));
        UUID dropped = planned(second, today.plusDays(4));
        as(officer).header("If-Match", "\"0\"").body(Map.of("reason", "学校停课")).post(VISITS + "/" + dropped + "/cancel");
        String span = "from=" + today.minusDays(10) + "&until=" + today.plusDays(10);
        Response seen = as(officer).get(ZONE + "/visit-progress?by=INSPECTOR&" + span);
        seen.then()
                .body("rows.name", contains("林晓", "王强"))
                .body("rows[0].counts.planned", equalTo(2))
                .body("rows[0].counts.overdue", equalTo(1))
                .body("rows[0].counts.rate", equalTo(0f))
                .body("rows[1].counts.cancelled", equalTo(1))
                .body("rows[1].counts.rate", nullValue());
        for (String measure : List.of("PLANNED", "DONE", "MADE", "UNPLANNED", "MOVED", "CANCELLED", "OVERDUE")) {
            String field = measure.toLowerCase(java.util.Locale.ROOT);
            for (int row = 0; row < 2; row++) {
                int number = seen.path("rows[" + row + "].counts." + field);
                String id = seen.path("rows[" + row + "].id");
                assertEquals(
                        number,
                        (int) as(officer)
                                .get(VISITS + "?measure=" + measure + "&inspector=" + id + "&" + span)
                                .path("total"),
                        measure);
            }
        }
        as(officer)
                .get(ZONE + "/visit-progress?by=MONTH&from=" + today.plusMonths(7) + "&until=" + today.plusMonths(8))
                .then()
                .body("rows.counts.rate", everyItem(nullValue()));
        as(officer).get(ZONE + "/visit-progress?by=ZONE&" + span).then().body("rows[0].counts.planned", equalTo(3));
        as(linToken)
                .get(ZONE + "/visit-progress?by=INSPECTOR&" + span)
                .then()
                .body("rows.name", contains("林晓"))
                .body("total.planned", equalTo(2));
        as(officer)
                .get(ZONE + "/visit-progress/export?by=INSPECTOR&" + span)
                .then()
                .statusCode(200);
    }

    @Test
    void a_withdrawn_plan_drops_what_lies_ahead() {
        String plan = adopt(wish()).path("id");
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "学期安排调整"))
                .post(ZONE + "/visit-plans/" + plan + "/withdraw")
                .then()
                .statusCode(200)
                .body("withdrawnFor", equalTo("学期安排调整"));
        as(officer).get(VISITS + "?plan=" + plan).then().body("items.state", everyItem(equalTo("CANCELLED")));
        as(officer)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "x"))
                .post(ZONE + "/visit-plans/" + plan + "/withdraw")
                .then()
                .statusCode(409);
        preview(wish()).then().body("visits", hasSize(6));
    }

    @Test
    void a_school_sees_a_visit_ahead_only_when_the_plan_says_it_is_announced() {
        String head = given.aToken(Roles.SCHOOL, county, null, school);
        adopt(wish("inspectorId", lin)).then().statusCode(201);
        as(head).get(VISITS).then().statusCode(200).body("items", empty());
        adopt(wish("kind", "OPENING", "announced", true)).then().statusCode(201);
        as(head).get(VISITS)
                .then()
                .body("items.schoolId", contains(school.toString()))
                .body("items.announced", contains(true));
    }

    @Test
    void key_points_are_written_approved_and_then_no_longer_changed() {
        Map<String, Object> draft =
                Map.of("title", "2027年教育督导工作要点", "preface", "总体要求", "points", List.of("落实挂牌督导", "开展开学检查"));
        write(officer, "\"0\"", draft).statusCode(200).body("state", equalTo("DRAFT"));
        write(officer, "\"0\"", draft).statusCode(412);
        as(officer)
                .header("If-Match", "\"1\"")
                .body(Map.of("inForceFrom", "2027-01-04"))
                .post(ZONE + "/key-points/2027/approve")
                .then()
                .statusCode(403);
        as(director)
                .header("If-Match", "\"1\"")
                .body(Map.of("inForceFrom", "2027-01-04"))
                .post(ZONE + "/key-points/2027/approve")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"));
        write(officer, "\"2\"", draft).statusCode(409);
        as(director)
                .header("If-Match", "\"2\"")
                .body(Map.of("reason", "补充一项"))
                .post(ZONE + "/key-points/2027/reopen")
                .then()
                .statusCode(200)
                .body("inForceFrom", nullValue());
        as(given.aToken(Roles.OFFICER, given.aCounty()))
                .get(ZONE + "/key-points")
                .then()
                .body("$", empty());
        as(linToken).get(ZONE + "/key-points").then().body("year", hasItem(2027));
    }

    private io.restassured.response.ValidatableResponse write(String token, String ifMatch, Map<String, Object> draft) {
        return as(token)
                .header("If-Match", ifMatch)
                .body(draft)
                .put(ZONE + "/key-points/2027")
                .then();
    }
}
