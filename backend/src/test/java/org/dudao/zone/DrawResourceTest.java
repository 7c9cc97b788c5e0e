package org.dudao.zone;

import static org.dudao.zone.GivenZones.as;
import static org.dudao.zone.GivenZones.assign;
import static org.dudao.zone.GivenZones.join;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

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

/** Random draws: what they are drawn from, done once, checked, declared void, and the visits planned from them. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class DrawResourceTest {
    private static final String DRAWS = "/api/v1/zone/draws";

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    Clock clock;

    LocalDate today;
    String county;
    String township;
    UUID zone;
    UUID primary;
    UUID middle;
    UUID lin;
    UUID wang;
    UUID zhao;
    String officer;
    String director;

    @BeforeEach
    void threeSchoolsAndThreeInspectorsOfWhomOneIsNoLongerInOffice() {
        today = LocalDate.now(clock);
        county = given.aCounty();
        zone = given.aZone(county);
        township = given.aTownship(county, 1);
        primary = given.aSchool(township, "211");
        middle = given.aSchool(township, "311");
        given.aSchool(given.aTownship(county, 2), "211");
        given.inZone(primary, zone);
        given.inZone(middle, zone);
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        lin = zones.anInspector(county, "林晓", today.minusYears(1));
        wang = zones.anInspector(county, "王强", today.minusYears(1));
        zhao = zones.anInspector(county, "赵远", today.minusYears(4));
        join(officer, zone, lin, true).statusCode(200);
        assign(officer, today, primary, lin).statusCode(200);
    }

    private Map<String, Object> wish(int schools, int inspectors, int groupSize) {
        return new HashMap<>(Map.of(
                "title",
                "食堂食品安全专项督导",
                "day",
                today.plusDays(7).toString(),
                "schools",
                schools,
                "inspectors",
                inspectors,
                "groupSize",
                groupSize,
                "zones",
                List.of(zone),
                "leaveOutOwn",
                false));
    }

    private Response preview(Map<String, Object> wish) {
        return as(officer).body(wish).post(DRAWS + "/preview");
    }

    private ValidatableResponse draw(UUID id, Map<String, Object> wish) {
        return as(officer)
                .body(Map.of("id", id, "wish", wish, "checksum", preview(wish).path("checksum")))
                .post(DRAWS)
                .then();
    }

    private String drawn(Map<String, Object> wish) {
        UUID id = Ids.newId();
        draw(id, wish).statusCode(201);
        return DRAWS + "/" + id;
    }

    private Response change(String token, String draw, String step, Map<String, Object> body) {
        return as(token)
                .header("If-Match", as(officer).get(draw).header("ETag"))
                .body(body)
                .post(draw + "/" + step);
    }

    @Test
    void a_preview_says_who_is_in_the_pool_and_who_is_not_and_why() {
        zones.aConflict(wang, middle);
        preview(wish(1, 1, 1))
                .then()
                .statusCode(200)
                .body("schools.id", containsInAnyOrder(primary.toString(), middle.toString()))
                .body("inspectors.name", containsInAnyOrder("林晓", "王强"))
                .body("excluded.name", contains("赵远"))
                .body("excluded.reason", contains("NOT_IN_OFFICE"))
                .body("barred.reason", contains("RELATIVE"))
                .body("checksum", notNullValue());
        Map<String, Object> primaries = wish(1, 1, 1);
        primaries.put("kinds", List.of("211"));
        preview(primaries).then().body("schools.id", contains(primary.toString()));
        // groups of two: nobody but Lin may go to the middle school
        preview(wish(1, 2, 2))
                .then()
                .body("schools.id", contains(primary.toString()))
                .body("excluded.reason", contains("NOT_IN_OFFICE", "TOO_FEW"));
        Map<String, Object> own = wish(1, 1, 1);
        own.put("leaveOutOwn", true);
        preview(own).then().body("barred.reason", containsInAnyOrder("RELATIVE", "RESPONSIBLE"));
        as(officer).get(DRAWS).then().body("items", empty());
    }

    @Test
    void a_draw_is_done_once_comes_out_the_same_again_and_never_pairs_a_conflict() {
        zones.aConflict(wang, middle);
        UUID id = Ids.newId();
        Map<String, Object> wish = wish(2, 2, 1);
        long seed = draw(id, wish)
                .statusCode(201)
                .body("outcome.groups", hasSize(2))
                .body("outcome.groups.find { it.school.id == '" + middle + "' }.inspectors.name", contains("林晓"))
                .body("outcome.groups.find { it.school.id == '" + primary + "' }.inspectors.name", contains("王强"))
                .body("excluded.name", contains("赵远"))
                .extract()
                .jsonPath()
                .getLong("seed");
        draw(id, wish).statusCode(201).body("seed", equalTo((int) seed));
        as(officer)
                .get(DRAWS + "/" + id + "/repeat")
                .then()
                .body("same", equalTo(true))
                .body("pool.schools", equalTo(2));
        as(officer).get(DRAWS).then().body("items.title", contains("食堂食品安全专项督导"));
        as(officer).get(DRAWS + "/export").then().statusCode(200);
        as(officer).get(DRAWS + "/" + id + "/export").then().statusCode(200);
        as(given.aToken(Roles.OFFICER, given.aCounty()))
                .get(DRAWS + "/" + id)
                .then()
                .statusCode(404);
        as(given.aToken(Roles.OFFICER, given.aCounty())).get(DRAWS).then().body("items", empty());
    }

    @Test
    void what_cannot_be_is_said_and_nothing_is_kept() {
        Map<String, Object> many = wish(3, 1, 1);
        draw(Ids.newId(), many).statusCode(422).body("code", equalTo("zone.draw.schools"));
        preview(wish(1, 2, 1)).then().statusCode(422).body("code", equalTo("zone.draw.idle"));
        preview(wish(1, 1, 2)).then().statusCode(422).body("code", equalTo("zone.draw.group"));
        preview(wish(0, 0, 1)).then().statusCode(422).body("code", equalTo("zone.draw.nothing"));
        // both schools are drawn, and only one inspector may go to either
        zones.aConflict(wang, middle);
        zones.aConflict(wang, primary);
        draw(Ids.newId(), wish(2, 2, 1)).statusCode(422).body("code", equalTo("zone.draw.inspectors"));
        as(officer).get(DRAWS).then().body("items", empty());
    }

    @Test
    void a_wish_that_no_try_can_pair_is_refused() {
        UUID third = given.aSchool(township, "211");
        given.inZone(third, zone);
        UUID zhang = zones.anInspector(county, "张敏", today.minusYears(1));
        // only Lin may go to two of the three schools, so that one of the others has none to go to
        for (UUID other : List.of(wang, zhang)) {
            zones.aConflict(other, primary);
            zones.aConflict(other, middle);
        }
        Map<String, Object> wish = wish(3, 3, 1);
        preview(wish).then().body("schools", hasSize(3)).body("inspectors", hasSize(3));
        draw(Ids.newId(), wish).statusCode(409).body("code", equalTo("zone.draw.impossible"));
        as(officer).get(DRAWS).then().body("items", empty());
        draw(Ids.newId(), wish(2, 1, 1)).statusCode(201);
    }

    @Test
    void a_pool_that_has_changed_since_it_was_looked_at_is_not_drawn_from() {
        Map<String, Object> wish = wish(1, 1, 1);
        String checksum = preview(wish).path("checksum");
        zones.aConflict(wang, middle);
        as(officer)
                .body(Map.of("id", Ids.newId(), "wish", wish, "checksum", checksum))
                .post(DRAWS)
                .then()
                .statusCode(409)
                .body("code", equalTo("zone.draw.changed"));
    }

    @Test
    void nothing_is_drawn_for_a_day_that_is_past() {
        Map<String, Object> past = new HashMap<>(wish(1, 1, 1));
        past.put("day", today.minusDays(1).toString());
        as(officer)
                .body(past)
                .post("/api/v1/zone/draws/preview")
                .then()
                .statusCode(422)
                .body("code", equalTo("zone.draw.past"));
    }

    @Test
    void visits_are_planned_once_with_those_drawn_and_dropped_when_the_draw_is_void() {
        String draw = drawn(wish(2, 2, 2));
        String day = today.plusDays(7).toString();
        as(officer).body(Map.of("on", day)).post(draw + "/visits").then().statusCode(428);
        change(officer, draw, "visits", Map.of("on", today.minusDays(1).toString()))
                .then()
                .statusCode(422);
        change(officer, draw, "visits", Map.of("on", day))
                .then()
                .statusCode(200)
                .body("visitsOn", equalTo(day))
                .body("visits", hasSize(2));
        change(officer, draw, "visits", Map.of("on", day)).then().statusCode(409);
        as(officer)
                .get("/api/v1/zone/visits?kind=JOINT&from=" + day + "&until=" + day)
                .then()
                .body("items", hasSize(2))
                .body("items.collect { it.participants.size() }", contains(1, 1))
                .body("items.inspectorName", everyItem(notNullValue()));
        change(officer, draw, "void", Map.of("reason", "日期冲突")).then().statusCode(403);
        change(director, draw, "void", Map.of("reason", " ")).then().statusCode(422);
        change(director, draw, "void", Map.of("reason", "日期冲突"))
                .then()
                .statusCode(200)
                .body("voidedFor", equalTo("日期冲突"));
        change(director, draw, "void", Map.of("reason", "再次")).then().statusCode(409);
        as(officer)
                .get("/api/v1/zone/visits?state=CANCELLED&from=" + day + "&until=" + day)
                .then()
                .body("items", hasSize(2));
        as(officer).get(DRAWS + "?standing=VOID").then().body("items", hasSize(1));
        as(officer).get(DRAWS + "?standing=VALID").then().body("items", empty());
    }

    @Test
    void one_inspector_for_a_school_makes_special_visits_and_inspectors_alone_make_none() {
        String draw = drawn(wish(2, 2, 1));
        String day = today.plusDays(7).toString();
        change(officer, draw, "visits", Map.of("on", day)).then().statusCode(200);
        as(officer)
                .get("/api/v1/zone/visits?kind=SPECIAL&from=" + day + "&until=" + day)
                .then()
                .body("items.inspectorName", containsInAnyOrder("林晓", "王强"));
        change(officer, drawn(wish(0, 2, 1)), "visits", Map.of("on", day))
                .then()
                .statusCode(409)
                .body("code", equalTo("zone.draw.noSchools"));
        as(officer).get(DRAWS + "?sort=-title").then().body("items", not(empty()));
        as(officer).get(DRAWS + "?sort=seed").then().statusCode(400);
    }
}
