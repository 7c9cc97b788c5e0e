package org.dudao.rectification;

import static org.dudao.rectification.GivenFindings.NOTICES;
import static org.dudao.rectification.GivenFindings.as;
import static org.dudao.rectification.GivenFindings.post;
import static org.dudao.rectification.GivenFindings.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dudao.kernel.security.Roles;
import org.dudao.rectification.internal.Escalations;
import org.dudao.rectification.internal.WorkingDayCalendar;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class LedgerResourceTest {
    private static final Map<String, String> INTERVIEW =
            Map.of("heldAt", "2026年11月30日15时", "place", "会议室", "called", "张校长", "promise", "一周内完成");

    @Inject
    Spoiler spoiler;

    @Inject
    WorkingDayCalendar calendar;

    @Inject
    Given given;

    @Inject
    GivenFindings findings;

    @Inject
    Escalations escalations;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    String county;
    UUID schoolId;
    String officer;
    String director;
    String school;
    LocalDate today;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        String township = given.aTownship(county, 1);
        schoolId = given.aSchool(township, "211");
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        school = given.aToken(Roles.SCHOOL, township, null, schoolId);
        today = LocalDate.now(clock);
    }

    /** A finding whose notice the school has signed for; its last day is {@code days} calendar days from now or a little later. */
    private String rectifying(int days) {
        String id = findings.raise(officer, schoolId, "GENERAL", today.toString());
        String notice = findings.approved(officer, director, days, "CALENDAR", id);
        post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长"))
                .then()
                .statusCode(200);
        return id;
    }

    private LocalDate deadline(String id) {
        return LocalDate.parse(
                as(officer).get(GivenFindings.FINDINGS + "/" + id).path("finding.deadline"));
    }

    private List<String> steps(String id) {
        return as(officer).get(GivenFindings.FINDINGS + "/" + id).path("escalations.step");
    }

    @Test
    void a_countys_case_reconciles_83_found_73_closed_10_open() {
        for (int i = 0; i < 83; i++) {
            UUID id = UUID.fromString(findings.raise(
                    officer, schoolId, "GENERAL", today.minusDays(60).toString()));
            if (i < 73) {
                event(id, "CLOSED", today.minusDays(i % 20), null);
            }
        }
        as(officer)
                .get("/api/v1/rectification/ledger?by=UNIT")
                .then()
                .body("$", hasSize(1))
                .body("[0].found", equalTo(83))
                .body("[0].closed", equalTo(73))
                .body("[0].open", equalTo(10))
                .body("[0].overdue", equalTo(0));
        as(officer)
                .get("/api/v1/rectification/ledger?on=" + today.minusDays(10))
                .then()
                .body("[0].closed", equalTo(33))
                .body("[0].open", equalTo(50));
        as(officer).get("/api/v1/rectification/ageing").then().body("open", contains(0, 0, 0, 10, 0));
    }

    @Test
    void the_ledger_of_a_past_day_knows_the_deadline_of_that_day() {
        UUID id = UUID.fromString(
                findings.raise(officer, schoolId, "GENERAL", today.minusDays(60).toString()));
        event(id, "SERVED", today.minusDays(50), today.minusDays(30));
        event(id, "EXTENDED", today.minusDays(20), today.plusDays(5));
        ledgerOn(today.minusDays(31), 1, 0);
        ledgerOn(today.minusDays(30), 1, 0);
        ledgerOn(today.minusDays(29), 0, 1);
        ledgerOn(today.minusDays(20), 1, 0);
        ledgerOn(today, 1, 0);
        ledgerOn(today.plusDays(6), 0, 1);
    }

    @Test
    void what_the_unit_has_replied_to_is_not_its_delay() {
        UUID id = UUID.fromString(
                findings.raise(officer, schoolId, "GENERAL", today.minusDays(60).toString()));
        event(id, "SERVED", today.minusDays(50), today.minusDays(30));
        event(id, "REPLIED", today.minusDays(31), today.minusDays(30));
        ledgerOn(today.minusDays(29), 1, 0);
        event(id, "RETURNED", today.minusDays(20), today.minusDays(30));
        ledgerOn(today.minusDays(20), 0, 1);
    }

    private void ledgerOn(LocalDate day, int open, int overdue) {
        as(officer)
                .get("/api/v1/rectification/ledger?on=" + day)
                .then()
                .body("[0].found", equalTo(1))
                .body("[0].open", equalTo(open))
                .body("[0].overdue", equalTo(overdue));
    }

    @Test
    void the_ladder_is_climbed_by_date_each_step_once() {
        String id = rectifying(10);
        LocalDate last = deadline(id);
        escalations.raiseDue(last.minusDays(4));
        assertEquals(List.of(), steps(id));
        escalations.raiseDue(last.minusDays(3));
        escalations.raiseDue(last.minusDays(3));
        assertEquals(List.of("REMINDER"), steps(id));
        escalations.raiseDue(last.plusDays(10));
        assertEquals(List.of("REMINDER", "WARNING", "INTERVIEW"), steps(id));
        as(officer).get("/api/v1/rectification/escalations").then().body("step", contains("INTERVIEW"));
        as(officer)
                .body(Map.of("record", "已约谈校长，要求一周内完成", "details", INTERVIEW))
                .post(GivenFindings.FINDINGS + "/" + id + "/steps/INTERVIEW")
                .then()
                .statusCode(200);
        as(officer)
                .body(Map.of("record", "再次约谈", "details", INTERVIEW))
                .post(GivenFindings.FINDINGS + "/" + id + "/steps/INTERVIEW")
                .then()
                .statusCode(409);
        escalations.raiseDue(last.plusDays(30));
        as(officer)
                .body(Map.of("record", "通报"))
                .post(GivenFindings.FINDINGS + "/" + id + "/steps/CRITICISM")
                .then()
                .statusCode(403);
        as(director)
                .body(Map.of("record", "全县通报"))
                .post(GivenFindings.FINDINGS + "/" + id + "/steps/CRITICISM")
                .then()
                .statusCode(200);
    }

    @Test
    void several_nodes_raise_a_step_once() throws Exception {
        String id = rectifying(10);
        LocalDate late = deadline(id).plusDays(40);
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                runs.add(() -> escalations.raiseDue(late));
            }
            for (var run : nodes.invokeAll(runs)) {
                run.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertEquals(List.of("WARNING", "INTERVIEW", "CRITICISM", "ACCOUNTABILITY"), steps(id));
    }

    @Test
    void a_step_whose_document_cannot_be_made_holds_up_no_other_and_is_tried_again() {
        String bad = rectifying(10);
        String good = rectifying(10);
        LocalDate last = deadline(bad);
        spoiler.spoil(UUID.fromString(bad));
        try {
            escalations.raiseDue(last.plusDays(1));
            assertEquals(List.of(), steps(bad));
            assertEquals(List.of("WARNING"), steps(good));
        } finally {
            spoiler.spoil(null);
        }
        escalations.raiseDue(last.plusDays(1));
        assertEquals(List.of("WARNING"), steps(bad));
        assertEquals(List.of("WARNING"), steps(good));
    }

    /** Stands for a document that cannot be made. */
    @ApplicationScoped
    public static class Spoiler {
        private volatile UUID finding;

        void spoil(UUID one) {
            finding = one;
        }

        void raised(@Observes EscalationRaised event) {
            if (event.step().findingId().equals(finding)) {
                throw new IllegalStateException("no document for " + finding);
            }
        }
    }

    @Test
    void a_pause_holds_the_ladder_and_moves_it_by_its_length() {
        String id = rectifying(10);
        LocalDate last = deadline(id);
        as(officer)
                .body(Map.of("from", last.plusDays(2), "until", last.plusDays(11), "reason", "汛期停课"))
                .post(GivenFindings.FINDINGS + "/" + id + "/pause")
                .then()
                .statusCode(200);
        escalations.raiseDue(last.plusDays(1));
        escalations.raiseDue(last.plusDays(10));
        assertEquals(List.of("WARNING"), steps(id));
        escalations.raiseDue(last.plusDays(19));
        assertEquals(List.of("WARNING"), steps(id));
        escalations.raiseDue(last.plusDays(20));
        assertEquals(List.of("WARNING", "INTERVIEW"), steps(id));
    }

    @Test
    void what_is_replied_to_is_not_escalated_and_a_new_deadline_begins_a_new_ladder() {
        String id = rectifying(10);
        LocalDate last = deadline(id);
        step(school, id, "reply", Map.of("measure", "已整改", "on", today.toString()))
                .then()
                .statusCode(200);
        escalations.raiseDue(last.plusDays(15));
        assertEquals(List.of(), steps(id));
        LocalDate next = last.plusDays(30);
        step(officer, id, "return", Map.of("mode", "ON_PAPER", "reason", "照片不清", "deadline", next.toString()))
                .then()
                .statusCode(200);
        escalations.raiseDue(next.minusDays(1));
        assertEquals(List.of("REMINDER"), steps(id));
    }

    @Test
    void what_one_county_sets_itself_leaves_every_other_as_it_was() {
        String other = given.aCounty();
        String elsewhere = given.aToken(Roles.DIRECTOR, other);
        put(
                        director,
                        "/api/v1/rectification/terms",
                        Map.of("ladder", Map.of("WARNING", 2), "limits", Map.of("SERVE_WITHIN", 9), "reason", "本县会议纪要"))
                .then()
                .statusCode(200)
                .body("find { it.code == 'SERVE_WITHIN' }.days", equalTo(9));
        put(
                        director,
                        "/api/v1/rectification/calendar/2097",
                        Map.of(
                                "days",
                                List.of(Map.of(
                                        "day", "2097-05-06", "working", false, "name", "县庆", "source", "县政府通知"))))
                .then()
                .statusCode(200);
        as(elsewhere)
                .get("/api/v1/rectification/terms")
                .then()
                .body("find { it.code == 'SERVE_WITHIN' }.days", equalTo(3));
        as(elsewhere)
                .get("/api/v1/rectification/ladder")
                .then()
                .body("find { it.code == 'WARNING' }.afterDays", equalTo(1));
        as(school)
                .get("/api/v1/rectification/ladder")
                .then()
                .body("find { it.code == 'WARNING' }.afterDays", equalTo(2));
        assertFalse(calendar.days(county).working(LocalDate.of(2097, 5, 6)));
        assertTrue(calendar.days(other).working(LocalDate.of(2097, 5, 6)));
        String id = rectifying(10);
        LocalDate last = deadline(id);
        escalations.raiseDue(last.plusDays(1));
        assertEquals(List.of(), steps(id));
        escalations.raiseDue(last.plusDays(2));
        assertEquals(List.of("WARNING"), steps(id));
    }

    @Test
    void the_calendar_of_a_year_is_replaced_as_a_whole_and_moves_deadlines() {
        LocalDate spring = LocalDate.of(2098, 2, 3);
        as(officer)
                .body(Map.of("days", List.of()))
                .put("/api/v1/rectification/calendar/2098")
                .then()
                .statusCode(403);
        put(
                        director,
                        "/api/v1/rectification/calendar/2098",
                        Map.of(
                                "days",
                                List.of(
                                        Map.of("day", spring, "working", false, "name", "春节", "source", "国务院办公厅通知"),
                                        Map.of(
                                                "day",
                                                LocalDate.of(2098, 2, 8),
                                                "working",
                                                true,
                                                "name",
                                                "调休上班",
                                                "source",
                                                "国务院办公厅通知"))))
                .then()
                .statusCode(200)
                .body("days.name", contains("春节", "调休上班"));
        put(
                        director,
                        "/api/v1/rectification/calendar/2098",
                        Map.of(
                                "days",
                                List.of(Map.of(
                                        "day",
                                        LocalDate.of(2097, 1, 1),
                                        "working",
                                        false,
                                        "name",
                                        "元旦",
                                        "source",
                                        "通知"))))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("days[0].day"));
    }

    @Test
    void what_the_office_entered_for_a_year_is_stronger_than_what_was_shipped() {
        String year = "/api/v1/rectification/calendar/2024";
        as(officer)
                .get(year)
                .then()
                .statusCode(200)
                .body("origin", equalTo("SHIPPED"))
                .body("source", equalTo("国办发明电〔2023〕7号"))
                .body("verified", equalTo(true))
                .body("days.find { it.day == '2024-02-18' }.working", equalTo(true));
        put(
                        director,
                        year,
                        Map.of(
                                "days",
                                List.of(Map.of(
                                        "day", "2024-02-19", "working", false, "name", "停课", "source", "县政府办通知"))))
                .then()
                .statusCode(200)
                .body("origin", equalTo("OFFICE"))
                .body("days.day", contains("2024-02-19"));
        assertTrue(calendar.days(county).working(LocalDate.of(2024, 2, 12)));
        assertFalse(calendar.days(county).working(LocalDate.of(2024, 2, 19)));
        put(director, year, Map.of("days", List.of())).then().statusCode(200).body("origin", equalTo("SHIPPED"));
        assertFalse(calendar.days(county).working(LocalDate.of(2024, 2, 12)));
    }

    @Test
    void a_year_nobody_knows_the_holidays_of_is_not_said_to_be_verified() {
        as(officer)
                .get("/api/v1/rectification/calendar/2099")
                .then()
                .body("origin", equalTo("NONE"))
                .body("verified", equalTo(false))
                .body("days.size()", equalTo(0));
    }

    /** Sets what stands at a path, having read it. */
    private static Response put(String token, String path, Object body) {
        return as(token)
                .header("If-Match", as(token).get(path).header("ETag"))
                .body(body)
                .put(path);
    }

    @Test
    void terms_and_calendar_are_set_by_who_has_read_them_and_codes_nobody_knows_are_named() {
        String terms = "/api/v1/rectification/terms";
        Map<String, Object> body = Map.of("ladder", Map.of("WARNING", 2), "limits", Map.of(), "reason", "会议纪要");
        as(director).body(body).put(terms).then().statusCode(428);
        String read = as(director).get(terms).header("ETag");
        put(director, terms, body).then().statusCode(200);
        as(director).header("If-Match", read).body(body).put(terms).then().statusCode(412);
        put(director, terms, Map.of("ladder", Map.of("MOON", 2), "limits", Map.of("SUN", 3), "reason", "会议纪要"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("ladder.MOON", "limits.SUN"));
        String year = "/api/v1/rectification/calendar/2096";
        Map<String, Object> days =
                Map.of("days", List.of(Map.of("day", "2096-05-06", "working", false, "name", "县庆", "source", "县政府通知")));
        as(director).body(days).put(year).then().statusCode(428);
        String before = as(director).get(year).header("ETag");
        put(director, year, days).then().statusCode(200);
        as(director).header("If-Match", before).body(days).put(year).then().statusCode(412);
    }

    private void event(UUID finding, String kind, LocalDate on, LocalDate deadline) {
        jdbi.useHandle(h -> h.execute(
                "insert into rectification.finding_event (id, finding_id, kind, on_date, at, actor, actor_name, deadline)"
                        + " values (?, ?, ?, ?, now(), 'x', 'x', ?)",
                UUID.randomUUID(),
                finding,
                kind,
                on,
                deadline));
    }
}
