package org.dudao.publication;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.dudao.publication.GivenDocuments.as;
import static org.dudao.publication.GivenDocuments.of;
import static org.dudao.publication.GivenDocuments.ready;
import static org.dudao.publication.GivenDocuments.text;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.evidence.GivenFiles;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.dudao.support.QrCodes;
import org.dudao.zone.GivenZones;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class AppointmentPaperResourceTest {
    private static final String OPEN = "/api/v1/public/appointments/";

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    String county;
    String officer;
    LocalDate today;
    UUID inspector;
    UUID term;

    @BeforeEach
    void somebodyInOffice() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        today = LocalDate.now(clock);
        inspector = zones.anInspector(county, "欧阳建国", today.minusDays(40));
        term = termOf(inspector);
    }

    @Transactional
    UUID termOf(UUID inspector) {
        return jdbi.withHandle(h -> h.createQuery("select id from zone.appointment where inspector_id = :id")
                .bind("id", inspector)
                .mapTo(UUID.class)
                .one());
    }

    private static String papers(UUID term) {
        return "/api/v1/publication/appointments/" + term;
    }

    private String issued() {
        return as(officer)
                .post(papers(term) + "/letter")
                .then()
                .statusCode(200)
                .extract()
                .path("documentId");
    }

    private byte[] card() {
        return as(officer)
                .get(papers(term) + "/card")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private String code() {
        String address = QrCodes.in(card(), 0);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static ValidatableResponse check(String code) {
        return given().get(OPEN + code).then();
    }

    @Test
    void the_letter_is_numbered_once_and_says_who_is_what_until_when_with_a_code_to_check_it() {
        String id = issued();
        assertEquals(id, issued());
        Map<String, Object> document = of(officer, "" + term, "APPOINTMENT_LETTER");
        assertEquals("教督聘〔" + today.getYear() + "〕1号", document.get("number"));
        String text = text(officer, id);
        assertTrue(text.contains("欧阳建国同志"), text);
        assertTrue(text.contains("责任督学"), text);
        byte[] pdf =
                as(officer).get(GivenDocuments.DOCUMENTS + "/" + id + "/pdf").asByteArray();
        assertEquals(QrCodes.in(card(), 0), QrCodes.in(pdf, 0));
        as(officer).get(GivenDocuments.DOCUMENTS + "/" + id + "/docx").then().statusCode(200);
    }

    @Test
    void the_code_says_neither_person_nor_term_and_leads_to_what_is_valid_today_and_nothing_else_of_the_person() {
        String address = QrCodes.in(card(), 0);
        assertTrue(address.matches("https?://[^/]+/p/c/[0-9A-Z]{26}"), address);
        assertTrue(!address.contains("" + term) && !address.contains("" + inspector));
        Map<String, Object> answer = check(code())
                .statusCode(200)
                .body("standing", equalTo("IN_OFFICE"))
                .body("name", equalTo("欧阳建国"))
                .body("kind", equalTo("RESPONSIBLE"))
                .body("startsOn", equalTo("" + today.minusDays(40)))
                .body("photo", equalTo(false))
                .extract()
                .path("");
        assertEquals(
                Set.of("standing", "name", "kind", "office", "startsOn", "endsOn", "photo", "on"), answer.keySet());
        UUID other = zones.anInspector(county, "王芳", today.minusDays(5));
        term = termOf(other);
        assertNotEquals(address, QrCodes.in(card(), 0));
    }

    @Test
    void who_was_dismissed_or_whose_term_is_over_or_yet_to_begin_is_said_so() {
        String code = code();
        set("state = 'DISMISSED', ends_on = current_date");
        check(code).statusCode(200).body("standing", equalTo("DISMISSED"));
        set("state = 'APPOINTED', starts_on = date '2020-01-01', ends_on = date '2022-12-31'");
        check(code).statusCode(200).body("standing", equalTo("ENDED"));
        as(officer).post(papers(term) + "/letter").then().statusCode(409);
        as(officer).get(papers(term) + "/card").then().statusCode(409);
        set("starts_on = date '2099-01-01', ends_on = date '2101-12-31'");
        check(code).statusCode(200).body("standing", equalTo("TO_BEGIN"));
    }

    @Transactional
    void set(String what) {
        jdbi.useHandle(h -> h.execute("update zone.appointment set " + what + " where id = ?", term));
    }

    @Test
    void a_code_nobody_made_is_404_in_the_readers_language() {
        check("0000000000000000000000000A").statusCode(404).body("code", equalTo("publication.code.unknown"));
        given().header("Accept-Language", "en")
                .get(OPEN + term)
                .then()
                .statusCode(404)
                .body("detail", equalTo("This code was not found; check it and try again."));
        given().get(OPEN + "x".repeat(3000)).then().statusCode(404);
    }

    @Test
    void the_portrait_is_shown_without_what_the_camera_wrote() {
        String path = "/api/v1/zone/inspectors/" + inspector;
        UUID photo = GivenFiles.aFile(officer, "证件照.jpg", GivenFiles.aPhoto(300, 400));
        Map<String, Object> person = new HashMap<>(
                Map.of("name", "欧阳建国", "kind", "RESPONSIBLE", "subjects", List.of(), "photo", "" + photo));
        as(officer)
                .header("If-Match", as(officer).get(path).header("ETag"))
                .body(person)
                .put(path)
                .then()
                .statusCode(200);
        String code = code();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get(OPEN + code).path("photo").equals(true));
        given().get(OPEN + code + "/photo").then().statusCode(200).contentType("image/jpeg");
        given().get(OPEN + "NONE/photo").then().statusCode(404);
    }

    @Test
    void another_county_can_neither_issue_nor_print() {
        String stranger = given.aToken(Roles.OFFICER, given.aCounty());
        as(stranger).post(papers(term) + "/letter").then().statusCode(404);
        as(stranger).get(papers(term) + "/card").then().statusCode(404);
        issued();
        as(stranger).get(GivenDocuments.DOCUMENTS + "?subject=" + term).then().body("items", hasSize(0));
    }

    @Test
    void a_name_nothing_can_print_is_refused_before_a_number_is_taken() {
        UUID other = zones.anInspector(county, "王\ud83d\ude00", today.minusDays(5));
        as(officer).post(papers(termOf(other)) + "/letter").then().statusCode(422);
        as(officer).get(papers(termOf(other)) + "/card").then().statusCode(422);
        ready(officer, issued());
        assertEquals(
                "教督聘〔" + today.getYear() + "〕1号",
                of(officer, "" + term, "APPOINTMENT_LETTER").get("number"));
    }
}
