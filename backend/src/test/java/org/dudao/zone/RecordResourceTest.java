package org.dudao.zone;

import static org.dudao.zone.GivenZones.as;
import static org.dudao.zone.GivenZones.assign;
import static org.dudao.zone.GivenZones.join;
import static org.dudao.zone.GivenZones.subjectOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.security.Scope;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After the visit: what the school reads, answers and thinks; the month's report and table; the work log. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RecordResourceTest {
    private static final String ZONE = "/api/v1/zone";

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    IndexSystems systems;

    @Inject
    Clock clock;

    LocalDate today;
    String month;
    UUID school;
    UUID lin;
    String officer;
    String linToken;
    String colleague;
    String head;
    String otherHead;
    UUID checklist;

    @BeforeEach
    void aSchoolWithItsInspector() {
        today = LocalDate.now(clock);
        month = today.toString().substring(0, 7);
        String county = given.aCounty();
        UUID zone = given.aZone(county);
        String township = given.aTownship(county, 1);
        school = given.aSchool(township, "211");
        UUID other = given.aSchool(township, "211");
        given.inZone(school, zone);
        officer = given.aToken(Roles.OFFICER, county);
        linToken = given.aToken(Roles.INSPECTOR, county, zone, null);
        colleague = given.aToken(Roles.INSPECTOR, county, zone, null);
        head = given.aToken(Roles.SCHOOL, county, null, school);
        otherHead = given.aToken(Roles.SCHOOL, county, null, other);
        lin = zones.anInspector(county, "林晓", today.minusYears(1));
        zones.signsIn(lin, subjectOf(linToken));
        join(officer, zone, lin, true).statusCode(200);
        assign(officer, today, school, lin).statusCode(200);
        checklist = systems.current("VISIT_EIGHT_MATTERS", new Scope(county, null, null))
                .orElseThrow()
                .id();
    }

    private UUID visited(String token, UUID visit, String choice, UUID... findings) {
        Instant now = clock.instant();
        Map<String, Object> record = new HashMap<>(Map.of(
                "id", Ids.newId(),
                "visitId", visit,
                "schoolId", school,
                "kind", "ROUTINE",
                "systemId", checklist,
                "startedAt", now.minusSeconds(120).toString(),
                "finishedAt", now.toString(),
                // a clock half an hour ahead, which is nobody's business but the office's
                "sentAt", now.plusSeconds(1800).toString(),
                "answers", List.of(Map.of("item", "1.1", "notApplicable", false, "choice", choice))));
        record.put("feedback", "课间秩序良好");
        record.put("positionNote", "在校门外签到");
        record.put("received", Map.of("name", "张校长", "mark", "M10 20 L60 45 L110 15"));
        record.put(
                "findings",
                List.of(findings).stream()
                        .map(f -> Map.of("id", f, "rule", "疏散通道应畅通", "description", "堆放杂物", "severity", "GENERAL"))
                        .toList());
        as(token).body(record).post(ZONE + "/visit-records").then().statusCode(200);
        return visit;
    }

    private Response publish(String token, UUID visit) {
        String version = as(officer).get(ZONE + "/visits/" + visit).header("ETag");
        return as(token)
                .header("If-Match", version)
                .body(Map.of("summary", "请于本周内整改"))
                .post(ZONE + "/visits/" + visit + "/record");
    }

    private UUID published() {
        UUID visit = visited(linToken, Ids.newId(), "YES");
        publish(linToken, visit).then().statusCode(201);
        return visit;
    }

    @Test
    void the_school_reads_the_record_once_it_is_published_and_nothing_internal() {
        UUID finding = Ids.newId();
        UUID visit = visited(linToken, Ids.newId(), "NO", finding);
        as(head).get(ZONE + "/visits/" + visit + "/record").then().statusCode(404);
        as(head).get(ZONE + "/schools/" + school + "/visits").then().body("$", empty());
        publish(colleague, visit).then().statusCode(403);
        as(officer).get(ZONE + "/visits/" + visit).then().body("visit.published", equalTo(false));
        publish(linToken, visit).then().statusCode(201);
        as(officer).get(ZONE + "/visits/" + visit).then().body("visit.published", equalTo(true));
        publish(officer, visit).then().statusCode(409);
        as(head).get(ZONE + "/visits/" + visit + "/record")
                .then()
                .statusCode(200)
                .body("content.answers[0].answerZh", equalTo("否"))
                .body("content.feedback", contains("课间秩序良好"))
                .body("content.signedBy", contains("张校长"))
                .body("content.signatures.mark", contains("M10 20 L60 45 L110 15"))
                .body("content.asked", greaterThan(1))
                .body("content.answers[0].item", equalTo("1.1"))
                .body("content.answers[0].matterZh", not(emptyOrNullString()))
                .body("content.summary", equalTo("请于本周内整改"))
                .body("outcomes[0].state", equalTo("RAISED"))
                .body(not(containsString("在校门外签到")))
                .body(not(containsString("clock")));
        as(head).get(ZONE + "/schools/" + school + "/visits")
                .then()
                .body("findings", contains(1))
                .body("open", contains(1));
        as(otherHead).get(ZONE + "/visits/" + visit + "/record").then().statusCode(404);
        as(otherHead).get(ZONE + "/schools/" + school + "/visits").then().statusCode(404);
        as(head).get(ZONE + "/visits/" + visit).then().statusCode(403);
    }

    @Test
    void nothing_is_published_without_a_record_or_where_two_inspectors_differ() {
        UUID planned = Ids.newId();
        as(officer)
                .body(Map.of(
                        "id", planned, "schoolId", school, "kind", "ROUTINE", "on", today.toString(), "dayOff", true))
                .post(ZONE + "/visits");
        publish(officer, planned).then().statusCode(409).body("code", equalTo("zone.publication.noRecord"));
        UUID visit = visited(linToken, Ids.newId(), "YES");
        visited(colleague, visit, "NO");
        publish(linToken, visit).then().statusCode(409).body("code", equalTo("zone.publication.differing"));
    }

    @Test
    void a_published_record_is_printed_for_those_who_may_read_it() throws Exception {
        UUID visit = visited(linToken, Ids.newId(), "NO", Ids.newId());
        String paper = "/api/v1/publication/visit-records/" + visit;
        as(head).get(paper).then().statusCode(404);
        publish(linToken, visit).then().statusCode(201);
        byte[] pdf = as(head).get(paper)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            for (String words : List.of("督导工作记录", "张校长", "堆放杂物", "课间秩序良好", "请于本周内整改")) {
                assertTrue(text.contains(words), words + " in " + text);
            }
        }
        as(head).header("If-Match", "\"0\"")
                .body(Map.of("words", "杂物已清理"))
                .post(ZONE + "/visits/" + visit + "/record/reply")
                .then()
                .statusCode(200);
        byte[] answered = as(head).get(paper).then().statusCode(200).extract().asByteArray();
        try (var document = Loader.loadPDF(answered)) {
            String text = new PDFTextStripper().getText(document);
            for (String words : List.of("学校答复", "杂物已清理", "已答 1 项")) {
                assertTrue(text.contains(words), words + " in " + text);
            }
            assertTrue(
                    document.getPage(0)
                            .getResources()
                            .getXObjectNames()
                            .iterator()
                            .hasNext(),
                    "the signature is drawn");
        }
        as(otherHead).get(paper).then().statusCode(404);
    }

    @Test
    void the_school_answers_once() {
        UUID visit = published();
        Map<String, Object> words = Map.of("words", "已清理，举一反三");
        as(head).body(words)
                .post(ZONE + "/visits/" + visit + "/record/reply")
                .then()
                .statusCode(428);
        as(officer)
                .header("If-Match", "\"0\"")
                .body(words)
                .post(ZONE + "/visits/" + visit + "/record/reply")
                .then()
                .statusCode(403);
        as(head).header("If-Match", "\"0\"")
                .body(words)
                .post(ZONE + "/visits/" + visit + "/record/reply")
                .then()
                .statusCode(200)
                .body("reply", equalTo("已清理，举一反三"))
                .body("replyLate", equalTo(false));
        as(head).header("If-Match", "\"1\"")
                .body(words)
                .post(ZONE + "/visits/" + visit + "/record/reply")
                .then()
                .statusCode(409);
    }

    @Test
    void an_inspector_sees_averages_of_three_answers_at_least_and_never_a_single_one() {
        String since = "?from=" + today.minusDays(30) + "&until=" + today;
        for (int n = 1; n <= 4; n++) {
            UUID visit = published();
            Map<String, Object> view = Map.of("fair", n == 4 ? 1 : 5, "useful", 4, "clean", 5, "words", "第" + n + "次");
            as(head).body(view)
                    .post(ZONE + "/visits/" + visit + "/record/feedback")
                    .then()
                    .statusCode(200);
            as(head).body(view)
                    .post(ZONE + "/visits/" + visit + "/record/feedback")
                    .then()
                    .statusCode(409);
            as(linToken)
                    .get(ZONE + "/inspector-feedback/" + lin + since)
                    .then()
                    .body("answers", equalTo(n))
                    .body("all", empty())
                    .body("fair", n < 3 ? nullValue() : equalTo(5.0f));
            as(linToken).get(ZONE + "/visits/" + visit + "/record").then().body("feedbackGiven", nullValue());
        }
        as(officer)
                .get(ZONE + "/inspector-feedback/" + lin + since)
                .then()
                .body("all", hasSize(4))
                .body("fair", equalTo(4.0f));
        as(colleague).get(ZONE + "/inspector-feedback/" + lin + since).then().statusCode(404);
    }

    @Test
    void no_choice_of_days_lets_an_inspector_tell_a_single_view() {
        LocalDate day = LocalDate.of(today.getYear() - 1, 3, 10);
        for (int n = 0; n < 4; n++) {
            zones.aView(zones.aVisit(school, "ROUTINE", null, day.plusDays(n)), lin, n == 0 ? 1 : 5, "第" + n + "次");
        }
        String of = ZONE + "/inspector-feedback/" + lin + "?until=" + day.plusDays(9) + "&from=";
        as(linToken).get(of + day).then().body("counted", equalTo(3)).body("fair", equalTo(3.7f));
        // without the first there are three still, but not a whole group of the year's
        as(linToken)
                .get(of + day.plusDays(1))
                .then()
                .body("answers", equalTo(3))
                .body("counted", equalTo(0))
                .body("fair", nullValue());
        as(officer).get(of + day.plusDays(1)).then().body("fair", equalTo(5.0f));
    }

    @Test
    void the_office_alone_lists_every_view_and_narrows_them() {
        for (int n = 1; n <= 2; n++) {
            as(head).body(Map.of("fair", n == 1 ? 5 : 2, "useful", 4, "clean", 5, "words", n == 1 ? "" : "建议多听课"))
                    .post(ZONE + "/visits/" + published() + "/record/feedback")
                    .then()
                    .statusCode(200);
        }
        String views = ZONE + "/school-views";
        as(officer)
                .get(views + "?sort=fair")
                .then()
                .body("total", equalTo(2))
                .body("items.fair", contains(2, 5))
                .body("items.inspectorName", contains("林晓", "林晓"));
        as(officer).get(views + "?low=true").then().body("items.words", contains("建议多听课"));
        as(officer).get(views + "?words=true&inspector=" + lin).then().body("total", equalTo(1));
        as(officer).get(views + "?q=听课").then().body("total", equalTo(1));
        as(officer).get(views + "?from=" + today.plusDays(1)).then().body("items", empty());
        as(officer).get(views + "?until=" + today + "&school=" + school).then().body("total", equalTo(2));
        as(officer).get(views + "?sort=givenBy").then().statusCode(400);
        as(officer).get(views + "/export?low=true").then().statusCode(200);
        as(linToken).get(views).then().statusCode(403);
        as(head).get(views).then().statusCode(403);
        as(given.aToken(Roles.OFFICER, given.aCounty())).get(views).then().body("items", empty());
    }

    @Test
    void what_was_found_is_listed_between_two_days_as_well_as_for_a_month() {
        visited(linToken, Ids.newId(), "NO", Ids.newId());
        String findings = ZONE + "/visit-findings";
        as(officer)
                .get(findings + "?from=" + today + "&until=" + today + "&inspector=" + lin)
                .then()
                .body("finding.description", contains("堆放杂物"));
        as(officer)
                .get(findings + "?from=" + today + "&until=" + today + "&inspector=" + Ids.newId())
                .then()
                .body("$", empty());
        as(officer).get(findings + "?from=" + today).then().statusCode(400);
    }

    @Test
    void an_impossible_month_and_a_call_without_content_are_refused_in_plain_words() {
        as(officer)
                .get(ZONE + "/monthly-reports/" + lin + "/2026-13")
                .then()
                .statusCode(400)
                .body("errors.message", contains("月份应写成年和月，例如 2026-11。"));
        as(officer)
                .post(ZONE + "/work-entries")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.emptyBody"))
                .body("errors", empty());
    }

    @Test
    void a_month_before_anything_is_kept_or_before_the_term_of_office_has_no_report() {
        String reports = ZONE + "/monthly-reports/" + lin + "/";
        Map<String, Object> words = Map.of("work", "督导一次", "problems", "", "advice", "", "next", "", "submit", true);
        as(linToken)
                .get(reports + "1900-01")
                .then()
                .statusCode(422)
                .body("errors.message", contains("月报最早从 2012-01 开始。"));
        as(officer)
                .header("Accept-Language", "en")
                .get(ZONE + "/monthly-table?by=INSPECTOR&month=1900-01")
                .then()
                .statusCode(422)
                .body("errors.message", contains("There are no reports before 2012-01."));
        as(linToken)
                .header("If-Match", "\"0\"")
                .body(words)
                .put(reports + "2012-01")
                .then()
                .statusCode(422)
                .body("errors.field", contains("month"))
                .body("errors.code", contains("zone.report.beforeOffice"));
    }

    @Test
    void a_month_is_counted_suggested_written_handed_in_given_back_and_accepted() {
        visited(linToken, Ids.newId(), "YES", Ids.newId());
        String report = ZONE + "/monthly-reports/" + lin + "/" + month;
        as(linToken)
                .get(report)
                .then()
                .body("state", nullValue())
                .body("figures.visits.made", equalTo(1))
                .body("figures.findings", equalTo(1))
                .body("figures.kinds.ROUTINE", equalTo(1))
                .body("text.work", containsString("开展入校督导1次"));
        Map<String, Object> words =
                new HashMap<>(Map.of("work", "督导一次", "problems", "通道", "advice", "", "next", "", "submit", true));
        as(officer).header("If-Match", "\"0\"").body(words).put(report).then().statusCode(403);
        as(linToken)
                .header("If-Match", "\"0\"")
                .body(words)
                .put(report)
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"));
        // what comes later does not change what was handed in
        visited(linToken, Ids.newId(), "YES");
        as(officer).get(report).then().body("figures.visits.made", equalTo(1));
        as(linToken).header("If-Match", "\"1\"").body(words).put(report).then().statusCode(409);
        as(officer)
                .header("If-Match", "\"1\"")
                .body(Map.of("returnedFor", "补充建议"))
                .post(report + "/decide")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("figures.visits.made", equalTo(2));
        as(linToken).header("If-Match", "\"2\"").body(words).put(report).then().statusCode(200);
        as(officer)
                .header("If-Match", "\"3\"")
                .body(Map.of())
                .post(report + "/decide")
                .then()
                .body("state", equalTo("ACCEPTED"));
        as(officer)
                .get(ZONE + "/monthly-table?by=INSPECTOR&month=" + month)
                .then()
                .body("rows[0].visits.made", equalTo(2))
                .body("rows[0].findings", equalTo(1))
                .body("rows[0].report", equalTo("ACCEPTED"))
                .body("rows[0].visits.rate", nullValue());
        as(officer).get(ZONE + "/visit-findings?month=" + month).then().body("finding.description", contains("堆放杂物"));
        as(officer)
                .get(ZONE + "/monthly-table/export?by=ZONE&month=" + month)
                .then()
                .statusCode(200);
        as(colleague).get(report).then().statusCode(404);
    }

    @Test
    void the_work_log_keeps_amounts_in_yuan_and_sums_them() {
        String span = "?from=" + today.minusDays(40) + "&until=" + today;
        entry(linToken, "LOG", null, 204);
        entry(linToken, "LOG", "3.00", 422);
        entry(linToken, "TRAVEL", null, 422);
        entry(linToken, "TRAVEL", "26.50", 204);
        entry(officer, "TRAVEL", "13.25", 204);
        entry(colleague, "FEE", "1.00", 404);
        Response seen = as(linToken).get(ZONE + "/work-entries" + span);
        seen.then()
                .body("entries", hasSize(3))
                .body("sums[0].travel", equalTo(39.75f))
                .body("sums[0].fees", nullValue())
                .body("sums[0].logs", equalTo(1))
                .body("total", equalTo(39.75f));
        as(colleague)
                .get(ZONE + "/work-entries" + span)
                .then()
                .body("entries", empty())
                .body("total", nullValue());
        String id = seen.path("entries[0].id");
        as(colleague).delete(ZONE + "/work-entries/" + id).then().statusCode(404);
        as(linToken).delete(ZONE + "/work-entries/" + id).then().statusCode(204);
        as(linToken).get(ZONE + "/work-entries/export" + span).then().statusCode(200);
        for (LocalDate wrong : List.of(LocalDate.of(2011, 12, 31), today.plusDays(1))) {
            as(linToken)
                    .body(Map.of(
                            "id",
                            Ids.newId(),
                            "inspectorId",
                            lin,
                            "kind",
                            "LOG",
                            "onDay",
                            wrong.toString(),
                            "text",
                            "家访"))
                    .post(ZONE + "/work-entries")
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("onDay"));
        }
    }

    private void entry(String token, String kind, String amount, int status) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "id", Ids.newId(), "inspectorId", lin, "kind", kind, "onDay", today.toString(), "text", "赴松坪小学"));
        if (amount != null) {
            body.put("amount", new java.math.BigDecimal(amount));
        }
        as(token).body(body).post(ZONE + "/work-entries").then().statusCode(status);
    }
}
