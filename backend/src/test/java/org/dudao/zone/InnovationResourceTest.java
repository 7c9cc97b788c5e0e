package org.dudao.zone;

import static org.dudao.zone.GivenZones.as;
import static org.dudao.zone.GivenZones.assign;
import static org.dudao.zone.GivenZones.join;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The self-check of an innovation county: counted from what is recorded, answered by hand, adopted and kept. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class InnovationResourceTest {
    private static final String CHECKS = "/api/v1/zone/innovation-checks/";
    private static final List<String> BY_HAND = List.of("1.1", "1.2", "1.3", "2.1", "5.1", "6.1", "8.1", "8.2");

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    LocalDate today;
    int year;
    String county;
    UUID school;
    UUID lin;
    String officer;
    String director;
    String province;

    @BeforeEach
    void aCountyWithThreeSchoolsAndOneInspector() {
        today = LocalDate.now(clock);
        year = today.getYear();
        county = given.aCounty();
        UUID zone = given.aZone(county);
        String township = given.aTownship(county, 1);
        school = given.aSchool(township, "211");
        given.aSchool(township, "312");
        given.aSchool(township, "311");
        // a kindergarten needs no responsible inspector
        given.aSchool(township, "111");
        given.inZone(school, zone);
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        province = given.aToken(Roles.PROVINCE, county.substring(0, 2));
        lin = zones.anInspector(county, "林晓", today.minusYears(1));
        join(officer, zone, lin, true).statusCode(200);
        assign(officer, today, school, lin).statusCode(200);
    }

    @Transactional
    void write(String sql, Object... values) {
        jdbi.useHandle(h -> h.execute(sql, values));
    }

    private ValidatableResponse check(String token) {
        return as(token).get(CHECKS + year).then();
    }

    private Map<String, Object> measured(String measure) {
        JsonPath json = check(officer).statusCode(200).extract().jsonPath();
        return json.getMap("conditions.items.flatten().find { it.measured?.measure == '" + measure + "' }.measured");
    }

    private ValidatableResponse rows(String token, String measure) {
        return as(token).get(CHECKS + year + "/rows?measure=" + measure).then();
    }

    private ValidatableResponse answer(String item, Boolean met, Object version) {
        Map<String, Object> body = new HashMap<>();
        body.put("met", met);
        body.put("note", "见县政府文件");
        return as(officer)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(CHECKS + year + "/answers/" + item)
                .then();
    }

    private void answerAll() {
        for (int n = 0; n < BY_HAND.size(); n++) {
            answer(BY_HAND.get(n), true, n).statusCode(200);
        }
    }

    private ValidatableResponse post(String token, String deed, Object version, Map<String, ?> body) {
        return as(token)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(CHECKS + year + "/" + deed)
                .then();
    }

    @Test
    void a_number_is_its_rows_and_says_how_many_are_lacking() {
        Map<String, Object> coverage = measured("COVERAGE");
        assertEquals(1, coverage.get("met"));
        assertEquals(3, coverage.get("total"), "the kindergarten is not asked for");
        assertEquals(2, coverage.get("missing"));
        assertEquals(33.3f, coverage.get("value"));
        rows(officer, "COVERAGE")
                .statusCode(200)
                .body("", hasSize(3))
                .body("met", contains(false, false, true))
                .body("[2].about", equalTo("林晓"))
                .body("[2].id", equalTo(school.toString()));
    }

    @Test
    void every_measure_can_be_counted_and_listed() {
        for (String measure : check(officer)
                .statusCode(200)
                .body("conditions", hasSize(8))
                .extract()
                .<List<String>>path("conditions.items.flatten().measured.findAll { it != null }.measure")) {
            rows(officer, measure).statusCode(200).body("", hasSize((int)
                    measured(measure).get("total")));
        }
    }

    @Test
    void without_data_a_measure_is_not_zero_but_not_measurable() {
        Map<String, Object> complaints = measured("COMPLAINTS");
        assertEquals(null, complaints.get("value"));
        assertEquals(null, complaints.get("missing"));
        check(officer)
                .body(
                        "conditions.items.flatten().find { it.measured?.measure == 'COMPLAINTS' }.outcome",
                        equalTo("OPEN"));
    }

    @Test
    void visits_records_costs_and_training_count_by_the_rules_of_the_county() {
        UUID visit = Ids.newId();
        LocalDate day = today.withDayOfYear(1);
        write(
                "insert into zone.visit (id, region_code, school_id, kind, planned_on, made_on, created_at)"
                        + " values (?, ?, ?, 'ROUTINE', ?, ?, now())",
                visit,
                county,
                school,
                day,
                day);
        assertEquals(0, measured("PUBLISHED").get("met"));
        assertEquals(1, measured("PLAN_DONE").get("met"));
        write(
                "insert into zone.visit_publication (visit_id, content, published_by, published_name, published_at, reply_due)"
                        + " values (?, '{}', 'x', 'x', now(), ?)",
                visit,
                day.minusDays(1));
        assertEquals(1, measured("PUBLISHED").get("met"));
        assertEquals(1, measured("REPLIED").get("total"));
        assertEquals(0, measured("REPLIED").get("met"));
        rows(officer, "REPLIED").body("[0].kind", equalTo("VISIT")).body("[0].id", equalTo(visit.toString()));

        assertEquals(0, measured("COSTS").get("met"));
        write(
                "insert into zone.work_entry (id, inspector_id, kind, on_day, text, amount, recorded_by, recorder_name,"
                        + " recorded_at) values (?, ?, 'TRAVEL', ?, '车费', 26.50, 'x', 'x', now())",
                Ids.newId(),
                lin,
                day);
        assertEquals(1, measured("COSTS").get("met"));
        rows(officer, "COSTS").body("[0].value", equalTo(26.5f));

        write(
                "insert into zone.training (id, inspector_id, from_day, until_day, hours, topic, organiser, recorded_by,"
                        + " recorded_at) values (?, ?, ?, ?, 39.5, '培训', '进修学校', 'x', now())",
                Ids.newId(),
                lin,
                day,
                day);
        assertEquals(0, measured("TRAINED").get("met"));
        write(
                "insert into zone.county_rule (region_code, code, valid_from, value, source, set_by, set_at)"
                        + " values (?, 'TRAINING_HOURS', ?, 39, '县规定', 'x', now())",
                county,
                day);
        assertEquals(1, measured("TRAINED").get("met"));
    }

    @Test
    void a_month_of_term_counts_for_every_school() {
        LocalDate last = today.withDayOfMonth(1).minusMonths(1);
        write(
                "insert into zone.semester (region_code, year, half, from_day, until_day) values (?, ?, 'AUTUMN', ?, ?)",
                county,
                last.getYear(),
                last,
                last.plusMonths(3));
        boolean sameYear = last.getYear() == year;
        assertEquals(sameYear ? 3 : 0, measured("MONTHLY").get("total"));
        assertEquals(1, measured("TERM_PLANS").get("total"));
        assertEquals(0, measured("TERM_PLANS").get("met"));
    }

    @Test
    void the_county_sets_its_own_standard_and_the_check_follows() {
        Map<String, Object> standard = as(director)
                .get("/api/v1/zone/parameters")
                .jsonPath()
                .getMap("find { it.code == 'INNOVATION_COVERAGE' }");
        as(director)
                .header("If-Match", "\"" + standard.get("validFrom") + "/" + standard.get("value") + "\"")
                .body(Map.of("value", 30, "from", today.toString(), "source", "县督导委员会"))
                .put("/api/v1/zone/parameters/INNOVATION_COVERAGE")
                .then()
                .statusCode(200);
        assertEquals(0, measured("COVERAGE").get("missing"));
        check(officer)
                .body(
                        "conditions.items.flatten().find { it.measured?.measure == 'COVERAGE' }.measured.standard.own",
                        equalTo(true));
    }

    @Test
    void it_is_adopted_only_when_answered_and_then_stays_while_the_county_goes_on() {
        check(officer).body("version", equalTo(0)).body("id", nullValue());
        answer("1.1", true, 0)
                .statusCode(200)
                .body("conditions[0].items[0].answer.byName", equalTo("测试officer"))
                .body("tally.unanswered", equalTo(7));
        answer("1.2", true, 0).statusCode(412);
        answer("3.1", true, 1).statusCode(404);
        post(director, "adopt", 1, Map.of()).statusCode(409).body("detail", containsString("7"));
        for (int n = 1; n < BY_HAND.size(); n++) {
            answer(BY_HAND.get(n), true, n).statusCode(200);
        }
        as(province).get(CHECKS + year + "?region=" + county).then().statusCode(404);
        post(officer, "adopt", 8, Map.of()).statusCode(403);
        post(director, "adopt", 8, Map.of("opinion", "限期补齐"))
                .statusCode(200)
                .body("state", equalTo("ADOPTED"))
                .body("conditions[3].outcome", equalTo("SHORT"));
        answer("1.1", false, 9).statusCode(409);

        // the county goes on; what was adopted does not
        assign(officer, today, school, null).statusCode(200);
        as(province)
                .get(CHECKS + year + "?region=" + county)
                .then()
                .statusCode(200)
                .body("opinion", equalTo("限期补齐"))
                .body(
                        "conditions.items.flatten().find { it.measured?.measure == 'COVERAGE' }.measured.met",
                        equalTo(1));
        as(province)
                .get(CHECKS + year + "/rows?measure=COVERAGE&region=" + county)
                .then()
                .body("met", contains(false, false, true));
        as(province).get(CHECKS).then().body("findAll { it.regionCode == '" + county + "' }.edition", contains(1));

        post(director, "reopen", 9, Map.of("reason", "补充材料"))
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("state", equalTo("DRAFT"))
                .body("tally.unanswered", equalTo(0))
                .body(
                        "conditions.items.flatten().find { it.measured?.measure == 'COVERAGE' }.measured.met",
                        equalTo(0));
        as(officer)
                .get(CHECKS + year + "?edition=1")
                .then()
                .body("state", equalTo("ADOPTED"))
                .body("latest", equalTo(2));
    }

    @Test
    void nobody_sees_another_county_and_complaints_are_the_offices() {
        String elsewhere = given.aToken(Roles.OFFICER, given.aCounty());
        as(elsewhere).get(CHECKS + year + "?region=" + county).then().statusCode(404);
        as(elsewhere).get(CHECKS).then().body("", empty());
        as(officer).get(CHECKS + (year + 1)).then().statusCode(404);
        as(officer).get(CHECKS + 2015).then().statusCode(404);
        as(given.aToken(Roles.INSPECTOR, county, given.aZone(county), null))
                .get(CHECKS + year)
                .then()
                .statusCode(403);
        as(province).get(CHECKS + year).then().statusCode(403);
        write(
                "insert into zone.complaint (id, key_hash, code_hash, checksum, school_id, region_code, matter, body, state,"
                        + " received_at, received_on, verify_by, answer_by) values (?, ?, ?, 'x', ?, ?, 1, 'x', 'RECEIVED', ?, ?, ?, ?)",
                Ids.newId(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                school,
                county,
                OffsetDateTime.now(ZoneOffset.UTC),
                today.withDayOfYear(1),
                today.minusDays(3),
                today.minusDays(1));
        rows(officer, "COMPLAINTS").statusCode(200).body("", hasSize(1)).body("met", everyItem(equalTo(false)));
        String government = given.aToken(Roles.GOVERNMENT, county);
        rows(government, "COMPLAINTS").statusCode(403);
    }

    @Test
    void it_is_handed_out_as_xlsx_and_as_paper() throws Exception {
        write(
                "insert into zone.semester (region_code, year, half, from_day, until_day) values (?, 2025, 'SPRING', ?, ?)",
                county,
                today.minusDays(9),
                today);
        answerAll();
        as(officer)
                .get(CHECKS + year + "/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".xlsx"));
        byte[] terms = as(officer)
                .get(CHECKS + year + "/rows/export?measure=TERM_PLANS")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".xlsx"))
                .extract()
                .asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(terms))) {
            assertEquals("2025—2026学年", book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue());
        }
        byte[] pdf = as(officer)
                .get("/api/v1/publication/innovation-checks/" + year)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        String text = new PDFTextStripper().getText(Loader.loadPDF(pdf));
        assertTrue(text.contains("还差 2 个"), text);
        assertTrue(text.contains("草稿"), text);
        String elsewhere = given.aToken(Roles.OFFICER, given.aCounty());
        as(elsewhere)
                .get("/api/v1/publication/innovation-checks/" + year + "?region=" + county)
                .then()
                .statusCode(404);
    }
}
