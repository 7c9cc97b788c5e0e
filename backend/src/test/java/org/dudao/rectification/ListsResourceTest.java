package org.dudao.rectification;

import static org.dudao.rectification.GivenFindings.FINDINGS;
import static org.dudao.rectification.GivenFindings.NOTICES;
import static org.dudao.rectification.GivenFindings.as;
import static org.dudao.rectification.GivenFindings.finding;
import static org.dudao.rectification.GivenFindings.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.dudao.support.Workbooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ListsResourceTest {
    static final String RULES = "/api/v1/rectification/rules";

    @Inject
    Given given;

    @Inject
    GivenFindings findings;

    @Inject
    Clock clock;

    String county;
    String township;
    UUID schoolId;
    String officer;
    String director;
    String school;
    String today;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        township = given.aTownship(county, 1);
        schoolId = given.aSchool(township, "211");
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        school = given.aToken(Roles.SCHOOL, township, null, schoolId);
        today = LocalDate.now(clock).toString();
    }

    private String draft(String title) {
        String id = findings.raise(officer, schoolId, "GENERAL", today);
        return as(officer)
                .body(Map.of(
                        "title",
                        title,
                        "demands",
                        List.of(Map.of("findingId", id, "requirement", "整改", "days", 5, "kind", "WORKING"))))
                .post(NOTICES)
                .then()
                .statusCode(201)
                .extract()
                .path("notice.id");
    }

    private String approved() {
        return findings.approved(officer, director, 5, "CALENDAR", findings.raise(officer, schoolId, "GENERAL", today));
    }

    @Test
    void notices_are_paged_sorted_and_narrowed() {
        draft("丙校门前");
        draft("甲食堂");
        approved();
        approved();
        as(officer)
                .get(NOTICES + "?size=3&sort=number")
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("items", hasSize(3))
                .body("items[2].number", org.hamcrest.Matchers.endsWith("1号"));
        as(officer).get(NOTICES + "?size=3&page=2").then().body("items", hasSize(1));
        as(officer).get(NOTICES + "?q=食堂").then().body("items.title", contains("甲食堂"));
        as(officer).get(NOTICES + "?state=DRAFT&sort=title").then().body("items.title", contains("丙校门前", "甲食堂"));
        as(officer).get(NOTICES + "?sort=-number").then().body("items[0].number", org.hamcrest.Matchers.endsWith("2号"));
        as(officer).get(NOTICES + "?year=2019").then().body("total", equalTo(0));
        as(officer).get(NOTICES + "?region=" + county + "109").then().body("total", equalTo(0));
        as(officer).get(NOTICES + "?sort=receiptMark").then().statusCode(400);
        as(school).get(NOTICES).then().body("total", equalTo(2));
        as(given.aToken(Roles.OFFICER, given.aCounty())).get(NOTICES).then().body("total", equalTo(0));
    }

    @Test
    void the_sheet_of_notices_holds_what_is_filtered_and_nothing_else() {
        draft("尚未批准");
        String notice = approved();
        post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长"));
        List<List<String>> rows =
                Workbooks.read(as(officer).get(NOTICES + "/export?state=SERVED").asByteArray());
        assertEquals(2, rows.size());
        assertEquals("标题", rows.get(0).get(0));
        assertEquals("已送达", rows.get(1).get(3));
        assertEquals("张校长", rows.get(1).get(9));
        assertEquals(
                1,
                Workbooks.read(as(given.aToken(Roles.OFFICER, given.aCounty()))
                                .get(NOTICES + "/export")
                                .asByteArray())
                        .size());
    }

    @Test
    void a_finding_is_about_one_unit() {
        Map<String, Object> both = finding(schoolId, "GENERAL", today);
        both.put("regionCode", township);
        as(officer)
                .body(both)
                .post(FINDINGS)
                .then()
                .statusCode(422)
                .body("code", equalTo("rectification.finding.oneUnit"))
                .body("errors.field", contains("regionCode"));
        as(officer).get(FINDINGS).then().body("total", equalTo(0));
    }

    @Test
    void rules_are_found_by_code_and_by_words_in_what_was_used_and_in_the_index_systems() {
        findings.raise(officer, schoolId, "GENERAL", today);
        findings.raise(officer, schoolId, "GENERAL", today);
        as(officer)
                .get(RULES + "?q=fire_r")
                .then()
                .statusCode(200)
                .body("code", contains("FIRE_ROUTE"))
                .body("[0].rule", equalTo("消防通道应保持畅通"))
                .body("[0].used", equalTo(2))
                .body("[0].systemZh", nullValue());
        as(officer)
                .get(RULES + "?q=校务公开栏")
                .then()
                .body("code", hasItem("VISIT_EIGHT_MATTERS/1.2"))
                .body("[0].systemZh", startsWith("责任督学随访督导"));
        as(officer).get(RULES + "?q=visit_eight 1.2").then().body("code", contains("VISIT_EIGHT_MATTERS/1.2"));
        as(officer).get(RULES).then().body("size()", lessThanOrEqualTo(20)).body("[0].code", equalTo("FIRE_ROUTE"));
        as(officer).get(RULES + "?q=没有这一条").then().body("$", empty());
        as(given.aToken(Roles.OFFICER, given.aCounty()))
                .get(RULES + "?q=fire_route")
                .then()
                .body("code", everyItem(not(equalTo("FIRE_ROUTE"))));
    }

    @Test
    void a_known_rule_keeps_its_code_however_it_is_written_down() {
        findings.raise(officer, schoolId, "GENERAL", today);
        Map<String, Object> otherCase = finding(schoolId, "GENERAL", today);
        otherCase.put("ruleCode", " fire_route ");
        as(officer)
                .body(otherCase)
                .post(FINDINGS)
                .then()
                .statusCode(201)
                .body("finding.ruleCode", equalTo("FIRE_ROUTE"));
        Map<String, Object> words = finding(schoolId, "GENERAL", today);
        words.remove("ruleCode");
        as(officer)
                .body(words)
                .post(FINDINGS)
                .then()
                .body("finding.ruleCode", equalTo("FIRE_ROUTE"))
                .body("repeats", hasSize(2));
        Map<String, Object> item = finding(schoolId, "GENERAL", today);
        item.remove("ruleCode");
        item.put("rule", "校务公开栏按期更新");
        as(officer).body(item).post(FINDINGS).then().body("finding.ruleCode", equalTo("VISIT_EIGHT_MATTERS/1.2"));
        Map<String, Object> free = finding(schoolId, "GENERAL", today);
        free.put("ruleCode", "OUR_OWN_7");
        free.put("rule", "本县另有规定");
        as(officer).body(free).post(FINDINGS).then().body("finding.ruleCode", equalTo("OUR_OWN_7"));
        free.put("id", org.dudao.kernel.id.Ids.newId());
        free.remove("ruleCode");
        free.put("rule", "谁也没有写过的一条");
        as(officer).body(free).post(FINDINGS).then().body("finding.ruleCode", nullValue());
    }
}
