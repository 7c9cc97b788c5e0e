package org.dudao.rectification;

import static org.dudao.rectification.GivenFindings.FINDINGS;
import static org.dudao.rectification.GivenFindings.NOTICES;
import static org.dudao.rectification.GivenFindings.as;
import static org.dudao.rectification.GivenFindings.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft is changed, put before the director, given back with a reason, changed again; the paper is seen before it is numbered. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class NoticeDraftResourceTest {
    @Inject
    Given given;

    @Inject
    GivenFindings findings;

    @Inject
    Clock clock;

    String county;
    UUID schoolId;
    UUID otherSchool;
    String officer;
    String director;
    String one;
    String two;
    String three;

    @BeforeEach
    void aDraftOverTwoOfThreeFindings() {
        county = given.aCounty();
        String township = given.aTownship(county, 1);
        schoolId = given.aSchool(township, "211");
        otherSchool = given.aSchool(township, "211");
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        String today = LocalDate.now(clock).toString();
        one = findings.raise(officer, schoolId, "GENERAL", today);
        two = findings.raise(officer, schoolId, "GENERAL", today);
        three = findings.raise(officer, schoolId, "GENERAL", today);
    }

    private static Map<String, Object> body(String title, String copies, String requirement, String... ids) {
        List<Map<String, Object>> demands = new ArrayList<>();
        for (String id : ids) {
            demands.add(Map.of("findingId", id, "requirement", requirement, "days", 10, "kind", "CALENDAR"));
        }
        Map<String, Object> body = new HashMap<>(Map.of("title", title, "demands", demands));
        body.put("copies", copies);
        return body;
    }

    private String drafted() {
        return as(officer)
                .body(body("关于消防安全问题的整改通知", null, "立即清理", one, two))
                .post(NOTICES)
                .then()
                .statusCode(201)
                .extract()
                .path("notice.id");
    }

    private static Response put(String token, String notice, Object body) {
        return as(token)
                .header("If-Match", as(token).get(NOTICES + "/" + notice).header("ETag"))
                .body(body)
                .put(NOTICES + "/" + notice);
    }

    @Test
    void a_draft_is_changed_and_what_it_no_longer_demands_is_free_again() {
        String notice = drafted();
        put(officer, notice, body("关于消防通道的整改通知", "县教育局、县消防救援大队", "三日内清理", two, three))
                .then()
                .statusCode(200)
                .body("notice.title", equalTo("关于消防通道的整改通知"))
                .body("notice.copies", equalTo("县教育局、县消防救援大队"))
                .body("findings.id", containsInAnyOrder(two, three))
                .body("findings.requirement", contains("三日内清理", "三日内清理"));
        as(officer)
                .get(FINDINGS + "/" + one)
                .then()
                .body("finding.state", equalTo("RAISED"))
                .body("finding.noticeId", nullValue())
                .body("events.kind", contains("RAISED", "NOTIFIED", "TAKEN_OUT"));
        as(officer).get(FINDINGS + "/" + two).then().body("events.text", hasItem("三日内清理"));
        as(officer)
                .get(NOTICES + "/" + notice)
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("notice.state", equalTo("DRAFT"));
    }

    @Test
    void a_change_without_a_version_of_another_unit_or_of_nothing_is_refused_and_changes_nothing() {
        String notice = drafted();
        String elsewhere = findings.raise(
                officer, otherSchool, "GENERAL", LocalDate.now(clock).toString());
        as(officer)
                .body(body("新标题", null, "立即清理", one))
                .put(NOTICES + "/" + notice)
                .then()
                .statusCode(428);
        as(officer)
                .header("If-Match", "\"9\"")
                .body(body("新标题", null, "立即清理", one))
                .put(NOTICES + "/" + notice)
                .then()
                .statusCode(412);
        put(officer, notice, body("新标题", null, "立即清理", elsewhere))
                .then()
                .statusCode(422)
                .body("code", equalTo("rectification.notice.otherUnit"));
        put(officer, notice, body("新标题", null, "立即清理")).then().statusCode(422);
        as(officer)
                .get(NOTICES + "/" + notice)
                .then()
                .body("notice.title", equalTo("关于消防安全问题的整改通知"))
                .body("findings.id", containsInAnyOrder(one, two));
    }

    @Test
    void the_director_gives_it_back_with_a_reason_and_its_drafter_is_told() {
        String notice = drafted();
        post(officer, NOTICES + "/" + notice + "/submit", null).then().statusCode(200);
        put(officer, notice, body("新标题", null, "立即清理", one)).then().statusCode(409);
        post(director, NOTICES + "/" + notice + "/return", Map.of("reason", " "))
                .then()
                .statusCode(422);
        post(officer, NOTICES + "/" + notice + "/return", Map.of("reason", "期限太长"))
                .then()
                .statusCode(403);
        post(director, NOTICES + "/" + notice + "/return", Map.of("reason", "期限太长"))
                .then()
                .statusCode(200)
                .body("notice.state", equalTo("DRAFT"))
                .body("notice.returnedFor", equalTo("期限太长"))
                .body("notice.number", nullValue());
        as(officer).get("/api/v1/messages").then().body("items.text", hasItem(containsString("期限太长")));
        as(officer).get("/api/v1/rectification/waiting").then().body("id", hasItem(notice));
        put(officer, notice, body("关于消防安全问题的整改通知", null, "三日内清理", one, two))
                .then()
                .statusCode(200);
        post(officer, NOTICES + "/" + notice + "/submit", null).then().statusCode(200);
        post(director, NOTICES + "/" + notice + "/return", Map.of("reason", "再改"))
                .then()
                .statusCode(200);
        post(officer, NOTICES + "/" + notice + "/submit", null).then().statusCode(200);
        post(director, NOTICES + "/" + notice + "/approve", null)
                .then()
                .statusCode(200)
                .body("notice.number", containsString("1号"));
        post(director, NOTICES + "/" + notice + "/return", Map.of("reason", "晚了"))
                .then()
                .statusCode(409);
    }

    @Test
    void the_paper_is_seen_before_it_is_numbered_by_those_who_make_it() throws IOException {
        String notice = as(officer)
                .body(body("关于消防安全问题的整改通知", "县教育局", "立即清理", one, two))
                .post(NOTICES)
                .then()
                .statusCode(201)
                .extract()
                .path("notice.id");
        String preview = "/api/v1/publication/notices/" + notice + "/preview";
        byte[] pdf = as(officer)
                .get(preview)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(read).replaceAll("\\s", "");
            assertTrue(text.contains("（送审稿）"), text);
            assertTrue(text.contains("关于消防安全问题的整改通知"), text);
            assertTrue(text.contains("抄送：县教育局。"), text);
        }
        as(officer).get("/api/v1/publication/documents").then().body("items", empty());
        String school = given.aToken(Roles.SCHOOL, county, null, schoolId);
        as(school).get(preview).then().statusCode(403);
        as(given.aToken(Roles.OFFICER, given.aCounty())).get(preview).then().statusCode(404);
    }
}
