package org.dudao.zone;

import static org.dudao.zone.GivenZones.as;
import static org.dudao.zone.GivenZones.assign;
import static org.dudao.zone.GivenZones.join;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.security.Scope;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office's table of a month: the eight matters and complaints beside visits and findings, each number with its rows. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class MonthlyTableResourceTest {
    private static final String ZONE = "/api/v1/zone";

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    IndexSystems systems;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    LocalDate today;
    String county;
    UUID zone;
    UUID school;
    UUID lin;
    String officer;
    String linToken;

    @BeforeEach
    void aSchoolWithItsInspector() {
        today = LocalDate.now(clock);
        county = given.aCounty();
        zone = given.aZone(county);
        school = given.aSchool(given.aTownship(county, 1), "211");
        given.inZone(school, zone);
        officer = given.aToken(Roles.OFFICER, county);
        linToken = given.aToken(Roles.INSPECTOR, county, zone, null);
        lin = zones.anInspector(county, "林晓", today.minusYears(1));
        zones.signsIn(lin, GivenZones.subjectOf(linToken));
        join(officer, zone, lin, true).statusCode(200);
        assign(officer, today, school, lin).statusCode(200);
    }

    private void visited(List<Map<String, Object>> answers, List<Map<String, Object>> findings) {
        UUID checklist = systems.current("VISIT_EIGHT_MATTERS", new Scope(county, null, null))
                .orElseThrow()
                .id();
        Instant now = clock.instant();
        as(linToken)
                .body(Map.ofEntries(
                        Map.entry("id", Ids.newId()),
                        Map.entry("visitId", Ids.newId()),
                        Map.entry("schoolId", school),
                        Map.entry("kind", "ROUTINE"),
                        Map.entry("systemId", checklist),
                        Map.entry("startedAt", now.minusSeconds(120).toString()),
                        Map.entry("finishedAt", now.toString()),
                        Map.entry("sentAt", now.toString()),
                        Map.entry("positionNote", "在校门外签到"),
                        Map.entry("answers", answers),
                        Map.entry("findings", findings)))
                .post(ZONE + "/visit-records")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> yes(String item) {
        return Map.of("item", item, "notApplicable", false, "choice", "YES");
    }

    private static Map<String, Object> found(String item) {
        return Map.of("id", Ids.newId(), "item", item, "rule", "应公开", "description", "公开栏未更新", "severity", "GENERAL");
    }

    @Transactional
    void complaint(LocalDate received, LocalDate answerBy, LocalDate closed) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.complaint (id, key_hash, code_hash, checksum, school_id, region_code, matter, body, state,"
                        + " received_at, received_on, verify_by, answer_by, closed_on, answer)"
                        + " values (?, ?, ?, 'x', ?, ?, 1, 'x', ?, now(), ?, ?, ?, ?, ?)",
                Ids.newId(),
                Ids.newId().toString(),
                Ids.newId().toString(),
                school,
                county,
                closed == null ? "RECEIVED" : "ANSWERED",
                received,
                answerBy,
                answerBy,
                closed,
                closed == null ? null : "已整改"));
    }

    private ValidatableResponse table(String token, String by, LocalDate day) {
        return as(token)
                .get(ZONE + "/monthly-table?by=" + by + "&month="
                        + day.toString().substring(0, 7))
                .then()
                .statusCode(200);
    }

    @Test
    void a_visit_counts_once_for_each_matter_looked_at_and_a_finding_under_its_item() {
        visited(List.of(yes("1.1"), yes("1.2"), yes("6.1")), List.of(found("1.2")));
        visited(
                List.of(yes("1.1"), Map.of("item", "7.1", "notApplicable", true)),
                List.of(Map.of("id", Ids.newId(), "rule", "应公开", "description", "别的问题", "severity", "GENERAL")));
        for (String by : List.of("INSPECTOR", "ZONE")) {
            table(officer, by, today)
                    .body("matters", hasSize(8))
                    .body("matters[0].name", equalTo("校务管理和制度执行情况"))
                    .body("rows", hasSize(1))
                    .body("rows[0].matters.visits", contains(2, 0, 0, 0, 0, 1, 0, 0))
                    .body("rows[0].matters.findings", contains(1, 0, 0, 0, 0, 0, 0, 0))
                    .body("total.matters.visits", contains(2, 0, 0, 0, 0, 1, 0, 0))
                    .body("total.findings", equalTo(2));
        }
        String visits = ZONE + "/visits?measure=MADE&from=" + today + "&until=" + today + "&inspector=" + lin;
        as(officer).get(visits + "&matter=1").then().body("total", equalTo(2));
        as(officer).get(visits + "&matter=6").then().body("total", equalTo(1));
        as(officer).get(visits + "&matter=7").then().body("total", equalTo(0));
        as(officer).get(visits + "&matter=9").then().statusCode(400);
        as(officer)
                .get(ZONE + "/visit-findings?month=" + today.toString().substring(0, 7))
                .then()
                .body("findAll { it.matter == 1 }.finding.description", contains("公开栏未更新"))
                .body("findAll { it.matter == null }.finding.description", contains("别的问题"));
    }

    @Test
    void complaints_fall_into_the_month_of_what_is_counted_and_open_as_the_same_rows() {
        LocalDate last = today.withDayOfMonth(1).minusDays(1);
        complaint(last.minusDays(60), last, null);
        complaint(last.minusDays(60), last, last);
        complaint(last, last.plusDays(60), null);
        table(officer, "ZONE", last)
                .body("rows[0].complaints.received", equalTo(1))
                .body("rows[0].complaints.closed", equalTo(1))
                .body("rows[0].complaints.overdue", equalTo(1));
        // nobody answered for the school that month
        table(officer, "INSPECTOR", last)
                .body("rows.find { it.id == null }.complaints.received", equalTo(1))
                .body("total.complaints.overdue", equalTo(1));
        String list = ZONE + "/complaints?from=" + last.withDayOfMonth(1) + "&until=" + last + "&measure=";
        for (String measure : List.of("RECEIVED", "CLOSED", "OVERDUE")) {
            as(officer).get(list + measure + "&zone=" + zone).then().body("total", equalTo(1));
            as(officer).get(list + measure + "&noInspector=true").then().body("total", equalTo(1));
            as(officer).get(list + measure + "&inspector=" + lin).then().body("total", equalTo(0));
        }
    }

    @Test
    void who_reads_no_complaints_sees_no_number_of_them_on_screen_or_in_the_workbook() throws Exception {
        complaint(today, today.plusDays(40), null);
        String government = given.aToken(Roles.GOVERNMENT, county);
        table(government, "ZONE", today).body("total.complaints", nullValue()).body("rows[0].complaints", nullValue());
        assertTrue(columns(officer).contains("收到投诉（件）"));
        List<String> heads = columns(government);
        assertTrue(heads.stream().noneMatch(h -> h.contains("投诉")), heads.toString());
        assertTrue(heads.contains("事项8 校风、教风、学风建设情况：问题（个）"), heads.toString());
    }

    private List<String> columns(String token) throws Exception {
        byte[] sheet = as(token)
                .get(ZONE + "/monthly-table/export?by=ZONE&month="
                        + today.toString().substring(0, 7))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
            List<String> heads = new java.util.ArrayList<>();
            book.getSheetAt(0).getRow(0).forEach(cell -> heads.add(cell.getStringCellValue()));
            return heads;
        }
    }
}
