package org.dudao.publication;

import static io.restassured.RestAssured.given;
import static org.dudao.publication.GivenDocuments.as;
import static org.dudao.publication.GivenDocuments.text;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.rectification.GivenFindings;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.dudao.support.QrCodes;
import org.dudao.zone.GivenZones;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class BoardResourceTest {
    private static final String LINE = "/api/v1/zone/office-line";
    private static final String BOARDS = "/api/v1/publication/boards";

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    GivenFindings findings;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    String county;
    String officer;
    UUID zone;
    UUID school;

    @BeforeEach
    void aSchoolWithAResponsibleInspector() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        zone = given.aZone(county);
        school = given.aSchool(county, "211");
        given.inZone(school, zone);
        assigned(school, zones.anInspector(county, "欧阳建国", LocalDate.now(clock).minusDays(400)));
    }

    @Transactional
    void assigned(UUID school, UUID inspector) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.assignment (id, school_id, inspector_id, from_day, origin, recorded_by, recorder_name, recorded_at)"
                        + " values (?, ?, ?, ?, 'HAND', 'test', 'test', now())",
                Ids.newId(),
                school,
                inspector,
                LocalDate.now(clock).minusDays(30)));
    }

    private byte[] board(String path) {
        return as(officer)
                .post(BOARDS + path)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private ValidatableResponse page() {
        String address = QrCodes.in(board("/schools/" + school), 0);
        assertEquals(
                address,
                as(officer).get(BOARDS + "/schools/" + school + "/address").path("address"));
        assertTrue(address.matches("https?://[^/]+/p/s/[0-9A-Z]{26}"), address);
        return given().get("/api/v1/public/schools/" + address.substring(address.lastIndexOf('/') + 1))
                .then();
    }

    private static float width(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getPage(0).getMediaBox().getWidth();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_board_names_inspector_phone_line_and_the_eight_matters_on_one_page_of_either_size() {
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("phone", "0870-1234567"))
                .put(LINE)
                .then()
                .statusCode(200);
        byte[] a4 = board("/schools/" + school);
        String text = text(a4);
        for (String said : new String[] {"欧阳建国", "13912345678", "0870-1234567", "校务管理和制度执行情况", "校风、教风、学风建设情况"}) {
            assertTrue(text.contains(said), said + " in " + text);
        }
        assertEquals(595, width(a4), 1);
        assertEquals(1, pages(a4));
        byte[] a3 = board("/schools/" + school + "?size=A3");
        assertEquals(842, width(a3), 1);
        assertEquals(1, pages(a3));
        assertEquals(QrCodes.in(a4, 0), QrCodes.in(a3, 0));
    }

    @Test
    void nothing_is_made_by_looking_and_the_code_stays_the_same_however_often_it_is_printed() {
        as(officer)
                .get(BOARDS + "/schools/" + school + "/address")
                .then()
                .statusCode(409)
                .body("code", equalTo("publication.board.notMade"));
        as(officer).get(BOARDS + "/schools/" + school).then().statusCode(405);
        as(officer).get(BOARDS + "/zones/" + zone).then().statusCode(405);
        assertEquals(0, codes());
        String address = QrCodes.in(board("/schools/" + school), 0);
        assertEquals(address, QrCodes.in(board("/zones/" + zone), 0));
        assertEquals(
                address,
                as(officer).get(BOARDS + "/schools/" + school + "/address").path("address"));
        assertEquals(1, codes());
        as(given.aToken(Roles.DIRECTOR, county))
                .get("/api/v1/audit?subjectId=" + school)
                .then()
                .body("items.action", contains("board.printed"));
    }

    private int codes() {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from zone.public_code where subject_id = ?")
                .bind(0, school)
                .mapTo(int.class)
                .one());
    }

    @Test
    void a_zone_is_one_file_with_a_page_for_each_school_somebody_answers_for() {
        UUID second = given.aSchool(county, "311");
        given.inZone(second, zone);
        UUID nobodys = given.aSchool(county, "211");
        given.inZone(nobodys, zone);
        assigned(second, zones.anInspector(county, "王芳", LocalDate.now(clock).minusDays(400)));
        byte[] pdf = board("/zones/" + zone);
        assertEquals(2, pages(pdf));
        assertNotEquals(QrCodes.in(pdf, 0), QrCodes.in(pdf, 1));
        as(officer)
                .post(BOARDS + "/schools/" + nobodys)
                .then()
                .statusCode(409)
                .body("code", equalTo("publication.board.nobody"));
    }

    @Test
    void the_public_page_says_who_answers_today_and_not_how_to_call_them_at_home() {
        Map<String, Object> answer = page().statusCode(200)
                .body("responsible.name", equalTo("欧阳建国"))
                .body("responsible.photo", equalTo(false))
                .body("phone", nullValue())
                .body("matters", hasSize(8))
                .body("results", empty())
                .extract()
                .path("");
        assertEquals(Set.of("name", "office", "phone", "responsible", "matters", "results"), answer.keySet());
        assertEquals(Set.of("name", "kind", "since", "photo"), ((Map<?, ?>) answer.get("responsible")).keySet());
        assertTrue(!answer.toString().contains("13912345678"));
        given().get("/api/v1/public/schools/" + school).then().statusCode(404);
    }

    @Test
    void only_what_the_director_published_is_shown_and_only_while_it_counts() {
        String director = given.aToken(Roles.DIRECTOR, county);
        String notice = findings.approved(
                officer, director, 5, "WORKING", findings.raise(officer, school, "GENERAL", "" + LocalDate.now(clock)));
        Map<String, Object> document = GivenDocuments.of(officer, notice, "RECTIFICATION_NOTICE");
        page().body("results", empty());
        GivenDocuments.post(officer, document.get("id"), "publish", null).then().statusCode(403);
        GivenDocuments.post(director, document.get("id"), "publish", null)
                .then()
                .statusCode(200)
                .body("publishable", equalTo(false));
        GivenDocuments.post(director, document.get("id"), "publish", null)
                .then()
                .statusCode(409);
        page().body("results.number", contains(document.get("number")));
        withdrawn(notice);
        page().body("results", empty());
    }

    @Transactional
    void withdrawn(String notice) {
        jdbi.useHandle(h -> h.execute(
                "update publication.document set state = 'WITHDRAWN', withdrawn_on = current_date, withdrawn_for = 'test' where subject_id = ?",
                UUID.fromString(notice)));
    }

    @Test
    void another_county_prints_nothing_and_each_has_its_own_line() {
        String stranger = given.aToken(Roles.OFFICER, given.aCounty());
        as(stranger).post(BOARDS + "/schools/" + school).then().statusCode(404);
        as(stranger).get(BOARDS + "/schools/" + school + "/address").then().statusCode(404);
        as(stranger).post(BOARDS + "/zones/" + zone).then().statusCode(409);
        as(officer).body(Map.of("phone", "12345678")).put(LINE).then().statusCode(428);
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("phone", "12345678"))
                .put(LINE)
                .then()
                .statusCode(200);
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("phone", "87654321"))
                .put(LINE)
                .then()
                .statusCode(412);
        as(officer)
                .header("If-Match", "\"1\"")
                .body(Map.of("phone", "<b>"))
                .put(LINE)
                .then()
                .statusCode(422);
        as(stranger).get(LINE).then().body("phone", nullValue());
    }
}
