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
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class VisitRecordResourceTest extends GivenVisits {
    private static final String KEY = "/api/v1/zone/field-key";

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
    void a_clock_more_than_ten_minutes_off_is_marked_and_both_times_are_kept() {
        Map<String, Object> record = record(Ids.newId(), items.get(0), "YES");
        Instant ahead = clock.instant().plusSeconds(1800);
        record.put("sentAt", ahead.toString());
        int off = send(inspector, record).then().statusCode(200).extract().path("clockOff");
        assertEquals(1800, off, 60);
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
}
