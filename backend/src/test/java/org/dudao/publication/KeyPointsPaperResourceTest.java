package org.dudao.publication;

import static org.dudao.publication.GivenDocuments.as;
import static org.dudao.publication.GivenDocuments.of;
import static org.dudao.publication.GivenDocuments.text;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The year's key points as a numbered document. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class KeyPointsPaperResourceTest {
    @Inject
    Given given;

    @Inject
    Clock clock;

    String county;
    String officer;
    String director;
    LocalDate today;
    String points;

    @BeforeEach
    void aDraft() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        today = LocalDate.now(clock);
        points = "/api/v1/zone/key-points/" + today.getYear();
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "年度教育督导工作要点", "points", List.of("落实挂牌督导", "开展开学检查")))
                .put(points)
                .then()
                .statusCode(200)
                .body("approvalId", nullValue());
    }

    private String approved(int version) {
        return as(director)
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("inForceFrom", today.toString()))
                .post(points + "/approve")
                .then()
                .statusCode(200)
                .body("approvalId", notNullValue())
                .extract()
                .path("approvalId");
    }

    private static ValidatableResponse issue(String token, Object approval) {
        return as(token)
                .post("/api/v1/publication/key-points/" + approval + "/issue")
                .then();
    }

    @Test
    void they_are_numbered_once_for_each_approval_and_say_every_point() {
        String approval = approved(1);
        String id = issue(officer, approval).statusCode(200).extract().path("documentId");
        assertEquals(id, issue(officer, approval).extract().path("documentId"));
        Map<String, Object> document = of(officer, approval, "KEY_POINTS");
        assertEquals("教督〔" + today.getYear() + "〕1号", document.get("number"));
        String text = text(officer, id);
        assertTrue(text.contains("一、落实挂牌督导"), text);
        assertTrue(text.contains("二、开展开学检查"), text);
        assertTrue(text.contains("起执行"), text);
    }

    @Test
    void what_was_issued_is_withdrawn_when_they_are_taken_back_and_issued_anew_under_another_number() {
        String approval = approved(1);
        String id = issue(officer, approval).statusCode(200).extract().path("documentId");
        as(director)
                .header("If-Match", "\"2\"")
                .body(Map.of("reason", "补充一项"))
                .post(points + "/reopen")
                .then()
                .statusCode(200)
                .body("approvalId", nullValue());
        assertEquals("WITHDRAWN", of(officer, approval, "KEY_POINTS").get("state"));
        issue(officer, approval).statusCode(404);
        String again = approved(3);
        assertNotEquals(approval, again);
        assertNotEquals(id, issue(officer, again).statusCode(200).extract().path("documentId"));
        assertEquals(
                "教督〔" + today.getYear() + "〕2号",
                of(officer, again, "KEY_POINTS").get("number"));
    }

    @Test
    void another_county_and_what_is_no_approval_are_not_found() {
        String approval = approved(1);
        issue(given.aToken(Roles.OFFICER, given.aCounty()), approval).statusCode(404);
        issue(officer, Ids.newId()).statusCode(404);
        issue(given.aToken(Roles.GOVERNMENT, county), approval).statusCode(403);
    }
}
