package org.dudao.zone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.evidence.GivenFiles;
import org.dudao.indexsystem.IndexNode;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class VisitResourceTest extends GivenVisits {
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
