package org.dudao.zone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dudao.evidence.GivenFiles;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.security.Scope;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class VisitResourceTest {
    private static final String VISITS = "/api/v1/zone/visits";
    private static final String RECORDS = "/api/v1/zone/visit-records";
    private static final String KEY = "/api/v1/zone/field-key";
    private static final String CHECKLIST = "VISIT_EIGHT_MATTERS";

    @Inject
    Given given;

    @Inject
    IndexSystems systems;

    @Inject
    Clock clock;

    UUID school;
    String officer;
    String inspector;
    String colleague;
    IndexSystem checklist;
    List<String> items;

    @BeforeEach
    void anInspectorOfAZone() {
        String county = given.aCounty();
        UUID zone = given.aZone(county);
        school = given.aSchool(given.aTownship(county, 1), "211");
        given.inZone(school, zone);
        officer = given.aToken(Roles.OFFICER, county);
        inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        colleague = given.aToken(Roles.INSPECTOR, county, zone, null);
        checklist = systems.current(CHECKLIST, new Scope(county, null, null)).orElseThrow();
        items = new ArrayList<>();
        checklist.document().nodes().forEach(this::collect);
    }

    private void collect(IndexNode node) {
        if (node.leaf()) {
            items.add(node.code());
        } else {
            node.children().forEach(this::collect);
        }
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private Map<String, Object> record(UUID visit, Object... choices) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int i = 0; i < choices.length; i += 2) {
            answers.add(Map.of("item", choices[i], "notApplicable", false, "choice", choices[i + 1]));
        }
        Instant now = clock.instant();
        return new HashMap<>(Map.of(
                "id",
                Ids.newId(),
                "visitId",
                visit,
                "schoolId",
                school,
                "kind",
                "ROUTINE",
                "systemId",
                checklist.id(),
                "startedAt",
                now.minusSeconds(3600).toString(),
                "finishedAt",
                now.minusSeconds(60).toString(),
                "sentAt",
                now.toString(),
                "positionNote",
                "室内没有信号",
                "answers",
                answers));
    }

    private UUID planned() {
        UUID visit = Ids.newId();
        as(officer)
                .body(Map.of(
                        "id",
                        visit,
                        "schoolId",
                        school,
                        "kind",
                        "ROUTINE",
                        "on",
                        LocalDate.now(clock).toString(),
                        "dayOff",
                        true))
                .post(VISITS)
                .then()
                .statusCode(201);
        return visit;
    }

    private static Response send(String token, Map<String, Object> record) {
        return as(token).body(record).post(RECORDS);
    }

    @Test
    void an_unplanned_visit_is_received_with_its_findings_in_the_ledger() {
        UUID visit = Ids.newId();
        UUID finding = Ids.newId();
        Map<String, Object> record = record(visit, items.get(0), "NO");
        record.put(
                "findings",
                List.of(Map.of(
                        "id",
                        finding,
                        "item",
                        items.get(0),
                        "rule",
                        "疏散通道应畅通",
                        "description",
                        "堆放杂物",
                        "severity",
                        "GENERAL")));
        record.put("position", Map.of("longitude", 103.1, "latitude", 25.2, "accuracy", 12.5));
        record.put("received", Map.of("name", "张校长", "mark", "M0 0 L10 10"));
        send(inspector, record)
                .then()
                .statusCode(200)
                .body("visitId", equalTo(visit.toString()))
                .body("clockOff", equalTo(0));
        as(officer)
                .get(VISITS + "/" + visit)
                .then()
                .body("visit.state", equalTo("MADE"))
                .body("records[0].received.name", equalTo("张校长"))
                .body("agreed.item", contains(items.get(0)));
        as(officer)
                .get("/api/v1/rectification/findings/" + finding)
                .then()
                .statusCode(200)
                .body("finding.origin", equalTo("zone"))
                .body("finding.ruleCode", equalTo(CHECKLIST + "/" + items.get(0)));
    }

    @Test
    void sent_fifty_times_at_once_it_is_one_record_with_one_receipt() throws Exception {
        UUID visit = Ids.newId();
        Map<String, Object> record = record(visit, items.get(0), "YES");
        record.put(
                "findings",
                List.of(Map.of("id", Ids.newId(), "rule", "疏散通道应畅通", "description", "堆放杂物", "severity", "GENERAL")));
        ExecutorService phones = Executors.newFixedThreadPool(16);
        Set<String> receipts = new HashSet<>();
        try {
            List<Callable<String>> sendings = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                sendings.add(() ->
                        send(inspector, record).then().statusCode(200).extract().path("receivedAt"));
            }
            for (var sent : phones.invokeAll(sendings)) {
                receipts.add(sent.get());
            }
        } finally {
            phones.shutdown();
        }
        assertEquals(1, receipts.size());
        as(officer).get(VISITS + "/" + visit).then().body("receipts", hasSize(1));
        as(officer)
                .get("/api/v1/rectification/findings?school=" + school)
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void two_inspectors_are_put_together_whoever_sends_first_and_a_person_chooses_where_they_differ() {
        List<Response> outcomes = new ArrayList<>();
        for (boolean first : List.of(true, false)) {
            UUID visit = Ids.newId();
            Map<String, Object> one = record(visit, items.get(0), "YES", items.get(1), "YES");
            Map<String, Object> two = record(visit, items.get(0), "NO", items.get(2), "YES");
            send(first ? inspector : colleague, first ? one : two).then().statusCode(200);
            send(first ? colleague : inspector, first ? two : one).then().statusCode(200);
            Response seen = as(officer).get(VISITS + "/" + visit);
            seen.then()
                    .body("agreed.item", containsInAnyOrder(items.get(1), items.get(2)))
                    .body("differing.item", contains(items.get(0)))
                    .body("differing[0].answers.answer.choice", contains("YES", "NO"));
            as(officer)
                    .header("If-Match", seen.header("ETag"))
                    .body(Map.of("item", items.get(0), "recordId", one.get("id")))
                    .post(VISITS + "/" + visit + "/choices")
                    .then()
                    .statusCode(200);
            as(inspector)
                    .header("If-Match", seen.header("ETag"))
                    .body(Map.of("item", items.get(0), "recordId", two.get("id")))
                    .post(VISITS + "/" + visit + "/choices")
                    .then()
                    .statusCode(412);
            outcomes.add(seen);
            seen = as(officer).get(VISITS + "/" + visit);
            as(inspector)
                    .header("If-Match", seen.header("ETag"))
                    .body(Map.of("item", items.get(0), "recordId", two.get("id")))
                    .post(VISITS + "/" + visit + "/choices")
                    .then()
                    .statusCode(200)
                    .header("ETag", not(equalTo(seen.header("ETag"))))
                    .body("differing", empty())
                    .body("agreed.find { it.item == '" + items.get(0) + "' }.choice", equalTo("NO"));
        }
        assertEquals(
                (Object) outcomes.get(0).path("agreed.item"), outcomes.get(1).path("agreed.item"));
    }

    @Test
    void a_cancelled_plan_takes_the_record_all_the_same() {
        UUID visit = planned();
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "学校停课"))
                .post(VISITS + "/" + visit + "/cancel")
                .then()
                .statusCode(200)
                .body("visit.state", equalTo("CANCELLED"));
        send(inspector, record(visit, items.get(0), "YES")).then().statusCode(200);
        as(officer).get(VISITS + "?state=MADE&school=" + school).then().body("items.cancelledFor", contains("学校停课"));
    }

    @Test
    void a_clock_more_than_ten_minutes_off_is_marked_and_both_times_are_kept() {
        Map<String, Object> record = record(Ids.newId(), items.get(0), "YES");
        Instant ahead = clock.instant().plusSeconds(1800);
        record.put("sentAt", ahead.toString());
        int off = send(inspector, record).then().statusCode(200).extract().path("clockOff");
        assertEquals(1800, off, 60);
    }

    @Test
    void a_visit_of_the_office_nobody_planned_is_nobody_else_s() {
        UUID visit = Ids.newId();
        send(officer, record(visit, items.get(0), "YES")).then().statusCode(200);
        as(officer)
                .get(VISITS + "/" + visit)
                .then()
                .body("visit.inspectorId", nullValue())
                .body("receipts.authorName", hasSize(1));
    }

    @Test
    void what_a_phone_asks_for_is_asked_for_here_too() {
        UUID visit = Ids.newId();
        Map<String, Object> record = record(visit);
        record.put("positionNote", " ");
        send(inspector, record)
                .then()
                .statusCode(422)
                .body("errors.field", contains("answers", "positionNote"))
                .body("errors.code", contains("zone.record.empty", "zone.record.place"));
        Map<String, Object> wordy = record(visit, items.get(0), "YES");
        wordy.put("answers", List.of(Map.of("item", items.get(0), "choice", "YES", "note", "长".repeat(2001))));
        send(inspector, wordy)
                .then()
                .statusCode(422)
                .body("errors.field", contains("answers[0].note"))
                .body("errors[0].message", containsString("2"));
        Map<String, Object> hollow = record(visit);
        hollow.remove("positionNote");
        hollow.put("position", Map.of("longitude", 103.1));
        hollow.put("answers", List.of(Map.of("item", items.get(0))));
        send(inspector, hollow)
                .then()
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("position.latitude", "position.accuracy"));
        hollow.remove("position");
        hollow.put("positionNote", "室内没有信号");
        send(inspector, hollow).then().statusCode(422).body("errors.code", contains("zone.record.unanswered"));
        Map<String, Object> stray = record(visit, items.get(0), "NO");
        stray.put(
                "findings",
                List.of(Map.of(
                        "id", Ids.newId(), "item", "77", "rule", "门卫", "description", "无人", "severity", "GENERAL")));
        send(inspector, stray).then().statusCode(422).body("errors.field", contains("findings[0].item"));
        Map<String, Object> ancient = record(visit, items.get(0), "YES");
        ancient.put("startedAt", "1900-01-01T00:00:00Z");
        send(inspector, ancient).then().statusCode(422).body("errors.field", contains("startedAt"));
        as(inspector).get(VISITS + "/" + visit).then().statusCode(404);
    }

    @Test
    void a_visit_of_doubtful_times_is_kept_marked_and_found() {
        UUID late = Ids.newId();
        Map<String, Object> record = record(late, items.get(0), "YES");
        Instant begun = clock.instant().minus(Duration.ofDays(20));
        record.put("startedAt", begun.toString());
        record.put("finishedAt", begun.plus(Duration.ofHours(30)).toString());
        send(inspector, record).then().statusCode(200).body("doubts", contains("LATE", "LONG"));
        UUID ancient = Ids.newId();
        Map<String, Object> of2010 = record(ancient, items.get(0), "YES");
        of2010.put("startedAt", "2010-03-01T01:00:00Z");
        of2010.put("finishedAt", "2010-03-01T02:00:00Z");
        send(inspector, of2010).then().statusCode(200).body("doubts", contains("DAY_UNKNOWN"));
        send(inspector, record(Ids.newId(), items.get(0), "YES"))
                .then()
                .statusCode(200)
                .body("doubts", empty());
        as(officer)
                .get(VISITS + "?doubtful=true&school=" + school)
                .then()
                .body("items.id", containsInAnyOrder(late.toString(), ancient.toString()))
                .body("items.doubtful", contains(true, true));
        as(officer)
                .get(VISITS + "/" + ancient)
                .then()
                .body("visit.madeOn", equalTo(LocalDate.now(clock).toString()))
                .body("receipts[0].doubts", contains("DAY_UNKNOWN"));
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of())
                .post(VISITS + "/" + ancient + "/record")
                .then()
                .statusCode(201)
                .body("content.madeOn", equalTo(LocalDate.now(clock).toString()))
                .body("content.startedAt", nullValue());
    }

    @Test
    void records_sent_together_are_answered_each_for_itself_in_their_order() {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            records.add(record(Ids.newId(), items.get(0), "YES"));
        }
        List<String> ids =
                records.stream().map(r -> String.valueOf(r.get("id"))).toList();
        as(inspector)
                .body(Map.of("records", records))
                .post(RECORDS + "/batch")
                .then()
                .statusCode(200)
                .body("id", equalTo(ids))
                .body("status", contains(200, 200, 200, 200))
                .body("receipt.id", equalTo(ids));
        String first = as(inspector)
                .body(Map.of("records", records))
                .post(RECORDS + "/batch")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].receipt.receivedAt");
        send(inspector, records.get(0)).then().statusCode(200).body("receivedAt", equalTo(first));
        as(officer)
                .get(VISITS + "?school=" + school)
                .then()
                .body("total", equalTo(4))
                .body("items.records", contains(1, 1, 1, 1));
    }

    @Test
    void what_was_received_is_answered_again_whatever_became_of_the_school_since() {
        Map<String, Object> record = record(Ids.newId(), items.get(0), "YES");
        String first = send(inspector, record).then().statusCode(200).extract().path("receivedAt");
        given.inZone(school, given.aZone(given.aCounty()));
        send(inspector, record).then().statusCode(200).body("receivedAt", equalTo(first));
        send(inspector, record(Ids.newId(), items.get(0), "YES")).then().statusCode(422);
    }

    @Test
    void a_bad_record_among_others_blocks_none_of_them() {
        Map<String, Object> good = record(Ids.newId(), items.get(0), "YES");
        Map<String, Object> empty = record(Ids.newId());
        Map<String, Object> blank = record(Ids.newId(), items.get(0), "NO");
        blank.put(
                "findings",
                List.of(Map.of("id", Ids.newId(), "rule", " ", "description", "堆放杂物", "severity", "GENERAL")));
        Map<String, Object> changed = record(Ids.newId(), items.get(0), "YES");
        send(inspector, changed).then().statusCode(200);
        changed.put("feedback", "改了");
        Map<String, Object> twice = new HashMap<>(good);
        as(inspector)
                .body(Map.of("records", List.of(empty, blank, good, changed, twice)))
                .post(RECORDS + "/batch")
                .then()
                .statusCode(200)
                .body("status", contains(422, 422, 200, 409, 200))
                .body("problem[0].errors.code", contains("zone.record.empty"))
                .body("problem[1].errors.field", contains("findings[0].rule"))
                .body("problem[3].code", equalTo("zone.record.taken"))
                .body("receipt[2].id", equalTo(String.valueOf(good.get("id"))))
                .body("receipt[4].receivedAt", notNullValue());
        as(officer).get(VISITS + "?school=" + school).then().body("total", equalTo(2));
    }

    @Test
    void planned_visits_sent_together_are_made_and_those_of_others_are_not() {
        UUID planned = planned();
        Map<String, Object> finding = record(planned, items.get(0), "NO");
        finding.put(
                "findings",
                List.of(Map.of("id", Ids.newId(), "rule", "疏散通道应畅通", "description", "堆放杂物", "severity", "GENERAL")));
        List<Map<String, Object>> records = List.of(finding, record(Ids.newId(), items.get(0), "YES"));
        String elsewhere = given.aCounty();
        as(given.aToken(Roles.INSPECTOR, elsewhere, given.aZone(elsewhere), null))
                .body(Map.of("records", records))
                .post(RECORDS + "/batch")
                .then()
                .statusCode(200)
                .body("problem.code", contains("zone.visit.school", "zone.visit.school"));
        as(inspector)
                .body(Map.of("records", records))
                .post(RECORDS + "/batch")
                .then()
                .statusCode(200)
                .body("status", contains(200, 200));
        as(officer).get(VISITS + "/" + planned).then().body("visit.state", equalTo("MADE"));
        as(officer)
                .get("/api/v1/rectification/findings?school=" + school)
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void a_finding_belongs_to_the_record_that_raised_it() {
        Map<String, Object> first = record(Ids.newId(), items.get(0), "NO");
        List<Map<String, Object>> findings =
                List.of(Map.of("id", Ids.newId(), "rule", "疏散通道应畅通", "description", "堆放杂物", "severity", "GENERAL"));
        first.put("findings", findings);
        send(inspector, first).then().statusCode(200);
        Map<String, Object> second = record(Ids.newId(), items.get(0), "NO");
        second.put("findings", findings);
        send(inspector, second).then().statusCode(409).body("code", equalTo("rectification.finding.idTaken"));
    }

    @Test
    void an_answer_its_item_does_not_ask_for_is_refused_by_name() {
        UUID visit = Ids.newId();
        send(inspector, record(visit, items.get(0), "PERHAPS"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("answers[0].choice"))
                .body("errors[0].message", containsString("PERHAPS"));
        as(inspector).get(VISITS + "/" + visit).then().statusCode(404);
    }

    @Test
    void a_record_that_is_wrong_says_where_and_leaves_nothing() {
        UUID visit = Ids.newId();
        Map<String, Object> record = record(visit, "NO_SUCH", "YES", items.get(0), "YES", items.get(0), "NO");
        send(inspector, record)
                .then()
                .statusCode(422)
                .body("errors.field", contains("answers[0].item", "answers[2].item"));
        as(officer).get(VISITS + "/" + visit).then().statusCode(404);
        Map<String, Object> good = record(visit, items.get(0), "YES");
        send(inspector, good).then().statusCode(200);
        good.put("feedback", "改了");
        send(inspector, good).then().statusCode(409).body("code", equalTo("zone.record.taken"));
        good.remove("feedback");
        send(colleague, good).then().statusCode(409);
        send(inspector, good).then().statusCode(200);
    }

    @Test
    void photos_follow_the_text_and_only_the_author_adds_them() {
        Map<String, Object> record = record(Ids.newId(), items.get(0), "YES");
        send(inspector, record).then().statusCode(200);
        UUID photo = GivenFiles.aFile(inspector, "门口.jpg", GivenFiles.aPhoto(40, 30));
        Map<String, Object> files = Map.of("item", items.get(0), "files", List.of(photo));
        as(colleague)
                .body(files)
                .post(RECORDS + "/" + record.get("id") + "/files")
                .then()
                .statusCode(404);
        as(inspector)
                .body(files)
                .post(RECORDS + "/" + record.get("id") + "/files")
                .then()
                .statusCode(204);
        as(officer).get("/api/v1/evidence/files/" + photo).then().statusCode(200);
    }

    @Test
    void pictures_an_answer_lacks_are_named_until_they_are_here() {
        String item = photographed(checklist.document().nodes());
        UUID visit = Ids.newId();
        Map<String, Object> record = record(visit, item, "YES", items.get(0), "YES");
        send(inspector, record).then().statusCode(200);
        as(officer)
                .get(VISITS + "/" + visit)
                .then()
                .body("photosShort.item", contains(item))
                .body("photosShort[0].asked", equalTo(1))
                .body("photosShort[0].taken", equalTo(0));

        UUID later = Ids.newId();
        UUID photo = GivenFiles.aFile(inspector, "门口.jpg", GivenFiles.aPhoto(40, 30));
        Map<String, Object> named = record(later);
        named.put("answers", List.of(Map.of("item", item, "choice", "YES", "evidence", List.of(photo))));
        send(inspector, named).then().statusCode(200);
        as(officer)
                .get(VISITS + "/" + later)
                .then()
                .body("photosShort[0].taken", equalTo(1))
                .body("photosShort[0].arrived", equalTo(0));
        as(inspector)
                .body(Map.of("item", item, "files", List.of(photo)))
                .post(RECORDS + "/" + named.get("id") + "/files")
                .then()
                .statusCode(204);
        as(officer).get(VISITS + "/" + later).then().body("photosShort", empty());

        UUID spared = Ids.newId();
        Map<String, Object> notApplicable = record(spared);
        notApplicable.put("answers", List.of(Map.of("item", item, "notApplicable", true)));
        send(inspector, notApplicable).then().statusCode(200);
        as(officer).get(VISITS + "/" + spared).then().body("photosShort", empty());
    }

    private static String photographed(List<IndexNode> nodes) {
        return nodes.stream()
                .map(n -> n.leaf() ? (n.item().photos() == null ? null : n.code()) : photographed(n.children()))
                .filter(code -> code != null)
                .findFirst()
                .orElse(null);
    }

    @Test
    void photos_of_an_item_prove_the_findings_raised_on_it() {
        UUID finding = Ids.newId();
        Map<String, Object> record = record(Ids.newId(), items.get(0), "NO");
        record.put(
                "findings",
                List.of(Map.of(
                        "id",
                        finding,
                        "item",
                        items.get(0),
                        "rule",
                        "门卫",
                        "description",
                        "无人值守",
                        "severity",
                        "GENERAL")));
        send(inspector, record).then().statusCode(200);
        UUID photo = GivenFiles.aFile(inspector, "门口.jpg", GivenFiles.aPhoto(40, 30));
        for (int i = 0; i < 2; i++) {
            as(inspector)
                    .body(Map.of("item", items.get(0), "files", List.of(photo)))
                    .post(RECORDS + "/" + record.get("id") + "/files")
                    .then()
                    .statusCode(204);
        }
        as(officer)
                .get("/api/v1/rectification/findings/" + finding)
                .then()
                .body("finding.evidence", contains(photo.toString()));
    }

    @Test
    void a_visit_made_by_a_wrong_clock_counts_on_the_right_day_with_its_findings() {
        LocalDate today = LocalDate.now(clock);
        for (Duration off : List.of(Duration.ofDays(1), Duration.ofDays(365 * 73), Duration.ofDays(-365 * 56))) {
            UUID visit = Ids.newId();
            UUID finding = Ids.newId();
            Map<String, Object> record = record(visit, items.get(0), "NO");
            Instant phone = clock.instant().plus(off);
            record.put("startedAt", phone.minusSeconds(7200).toString());
            record.put("finishedAt", phone.minusSeconds(60).toString());
            record.put("sentAt", phone.toString());
            record.put(
                    "findings",
                    List.of(Map.of("id", finding, "rule", "疏散通道应畅通", "description", "堆放杂物", "severity", "GENERAL")));
            send(inspector, record).then().statusCode(200);
            String on = LocalDate.ofInstant(clock.instant().minusSeconds(60), clock.getZone())
                    .toString();
            as(officer).get(VISITS + "/" + visit).then().body("visit.madeOn", equalTo(on));
            as(officer)
                    .get("/api/v1/rectification/findings/" + finding)
                    .then()
                    .statusCode(200)
                    .body("finding.foundOn", equalTo(on));
        }
        Map<String, Object> ahead = record(Ids.newId(), items.get(0), "YES");
        ahead.put("finishedAt", clock.instant().plus(Duration.ofDays(3)).toString());
        String id = send(inspector, ahead).then().statusCode(200).extract().path("visitId");
        as(officer).get(VISITS + "/" + id).then().body("visit.madeOn", equalTo(today.toString()));
    }

    @Test
    void the_office_hands_in_what_an_inspector_exported_and_the_phone_gets_the_same_receipt_later() {
        Map<String, Object> record = record(Ids.newId(), items.get(0), "YES");
        Map<String, Object> handed = new HashMap<>(record);
        handed.put("madeBy", subjectOf(inspector));
        String first = send(officer, handed)
                .then()
                .statusCode(200)
                .body("handedInBy", notNullValue())
                .extract()
                .path("receivedAt");
        send(inspector, record).then().statusCode(200).body("receivedAt", equalTo(first));

        Map<String, Object> carried = record(Ids.newId(), items.get(0), "YES");
        carried.put("madeBy", subjectOf(inspector));
        carried.put("sentAt", clock.instant().minus(Duration.ofDays(2)).toString());
        send(officer, carried).then().statusCode(200).body("clockOff", equalTo(0));

        Map<String, Object> forged = record(Ids.newId(), items.get(0), "YES");
        forged.put("madeBy", subjectOf(inspector));
        send(colleague, forged).then().statusCode(422).body("code", equalTo("zone.record.madeBy"));
        String elsewhere = given.aCounty();
        forged.put("madeBy", subjectOf(given.aToken(Roles.INSPECTOR, elsewhere, given.aZone(elsewhere), null)));
        send(officer, forged).then().statusCode(422).body("code", equalTo("zone.record.madeBy"));
    }

    @Test
    void a_phone_is_given_the_same_key_every_time_and_nobody_elses() {
        String own = as(inspector).post(KEY).then().statusCode(200).extract().path("key");
        assertEquals(32, Base64.getDecoder().decode(own).length);
        as(inspector).post(KEY).then().body("key", equalTo(own)).body("subject", equalTo(subjectOf(inspector)));
        as(colleague).post(KEY).then().statusCode(200).body("key", not(equalTo(own)));
    }

    private static String subjectOf(String token) {
        return new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
                .getString("sub");
    }

    @Test
    void another_zone_and_another_county_neither_see_nor_send() {
        String elsewhere = given.aCounty();
        String stranger = given.aToken(Roles.INSPECTOR, elsewhere, given.aZone(elsewhere), null);
        UUID visit = Ids.newId();
        send(stranger, record(visit, items.get(0), "YES"))
                .then()
                .statusCode(422)
                .body("code", equalTo("zone.visit.school"));
        send(inspector, record(visit, items.get(0), "YES")).then().statusCode(200);
        as(stranger).get(VISITS + "/" + visit).then().statusCode(404);
        as(stranger).get(VISITS).then().body("items", empty());
    }
}
