package org.dudao.rectification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.dudao.rectification.GivenFindings.as;
import static org.dudao.rectification.GivenFindings.post;
import static org.dudao.rectification.GivenFindings.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.notify.Digests;
import org.dudao.kernel.notify.Outbox;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.time.ClockProducer;
import org.dudao.rectification.internal.Escalations;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.dudao.support.OutgoingResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of what, and how it reaches them. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@QuarkusTestResource(OutgoingResource.class)
class TellingsResourceTest {
    private static final String MESSAGES = "/api/v1/messages";

    @Inject
    Given given;

    @Inject
    GivenFindings findings;

    @Inject
    Outbox outbox;

    @Inject
    Digests digests;

    @Inject
    Escalations escalations;

    @Inject
    Clock clock;

    UUID schoolId;
    String county;
    String officer;
    String director;
    String inspector;
    String school;
    String township;
    String today;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        String town = given.aTownship(county, 1);
        UUID zone = given.aZone(county);
        schoolId = given.aSchool(town, "211");
        given.inZone(schoolId, zone);
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        school = given.aToken(Roles.SCHOOL, town, null, schoolId);
        township = given.aToken(Roles.TOWNSHIP, town);
        today = LocalDate.now(clock).toString();
    }

    @Test
    void each_step_tells_those_it_concerns_and_nobody_else() {
        String finding = findings.raise(officer, schoolId, "GENERAL", today);
        String notice = findings.approved(officer, director, 5, "CALENDAR", finding);
        assertEquals(List.of("rectification.toApprove"), kinds(director));
        assertEquals(List.of("rectification.toReceive"), kinds(school));
        assertEquals(List.of("rectification.approved"), kinds(officer));
        assertEquals(List.of(), kinds(township));
        assertEquals(List.of(), kinds(given.aToken(Roles.DIRECTOR, given.aCounty())));
        post(school, "/api/v1/rectification/notices/" + notice + "/receipt", Map.of("name", "张校长"));
        step(school, finding, "reply", Map.of("measure", "已清理", "on", today));
        assertEquals(List.of("rectification.replied"), kinds(inspector));
        step(inspector, finding, "return", Map.of("mode", "ON_SITE", "reason", "仍有堆物"));
        as(school)
                .get(MESSAGES)
                .then()
                .body("items[0].kind", equalTo("rectification.returned"))
                .body("items[0].text", containsString("仍有堆物"))
                .body("items[0].subjectId", equalTo(finding))
                .body("items[0].dueOn", notNullValue());
        as(school)
                .header("Accept-Language", "en")
                .get(MESSAGES)
                .then()
                .body("items[1].text", containsString("Notice of rectification"));
    }

    @Test
    void a_message_is_read_by_its_recipient_only() {
        findings.approved(officer, director, 5, "CALENDAR", findings.raise(officer, schoolId, "GENERAL", today));
        String id = as(school).get(MESSAGES).path("items[0].id");
        as(school).get(MESSAGES + "/unread").then().body("count", equalTo(1));
        as(officer).post(MESSAGES + "/" + id + "/read").then().statusCode(404);
        as(school).post(MESSAGES + "/" + id + "/read").then().statusCode(200).body("count", equalTo(0));
        as(school).queryParam("unread", true).get(MESSAGES).then().body("items", empty());
        as(officer).post(MESSAGES + "/read-all").then().body("count", equalTo(0));
        given().get(MESSAGES).then().statusCode(401);
    }

    @Test
    void an_urgent_message_goes_out_by_mail_with_its_link_to_whoever_gave_an_address() {
        String address = settings(school, Map.of("email", mailbox()));
        String finding = findings.raise(officer, schoolId, "GENERAL", today);
        String notice = findings.approved(officer, director, 5, "CALENDAR", finding);
        arrives(address);
        String mail = OutgoingResource.mailTo(address).get(0);
        assertTrue(mail.contains("整改通知书待签收"), mail);
        assertTrue(mail.contains("https://dudao.example/go/notice/" + notice), mail);
        as(school).get(MESSAGES + "/deliveries").then().body("state", contains("SENT"));
        as(director).get(MESSAGES + "/deliveries").then().body("$", empty());
        outbox.sendDue(Instant.now().plus(1, ChronoUnit.DAYS));
        assertEquals(1, OutgoingResource.mailTo(address).size());
    }

    @Test
    void quiet_hours_hold_a_message_back_until_they_end() {
        ZonedDateTime now = ZonedDateTime.now(ClockProducer.CHINA);
        LocalTime end = now.plusHours(2).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        String address = settings(
                school,
                Map.of(
                        "email",
                        mailbox(),
                        "quietFrom",
                        now.minusHours(1)
                                .toLocalTime()
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString(),
                        "quietUntil",
                        end.toString()));
        findings.approved(officer, director, 5, "CALENDAR", findings.raise(officer, schoolId, "GENERAL", today));
        outbox.sendDue(now.toInstant());
        await().until(() -> Instant.parse(
                        as(school).get(MESSAGES + "/deliveries").path("[0].notBefore"))
                .isAfter(now.plusHours(1).toInstant()));
        assertEquals(0, OutgoingResource.mailTo(address).size());
        outbox.sendDue(now.plusHours(2).plusMinutes(1).toInstant());
        await().until(() -> OutgoingResource.mailTo(address).size() == 1);
    }

    @Test
    void the_digest_gathers_what_was_held_and_what_waits_once_a_day() {
        String address = settings(officer, Map.of("email", mailbox(), "digestAt", "00:00"));
        String finding = findings.raise(officer, schoolId, "GENERAL", today);
        findings.approved(officer, director, 5, "CALENDAR", finding);
        as(officer).get(MESSAGES + "/deliveries").then().body("state", contains("HELD"));
        ZonedDateTime tomorrow = ZonedDateTime.now(ClockProducer.CHINA).plusDays(1);
        assertTrue(digests.makeDue(tomorrow) >= 1);
        digests.makeDue(tomorrow.plusSeconds(1));
        arrives(address);
        String mail = OutgoingResource.mailTo(address).get(0);
        assertTrue(mail.contains("1 件待办，1 条消息"), mail);
        assertTrue(mail.contains("待送达") && mail.contains("已批准，待送达"), mail);
        as(officer).get(MESSAGES + "/deliveries").then().body("state", contains("SENT", "GATHERED"));
    }

    @Test
    void what_was_held_goes_out_when_the_digest_is_given_up() {
        String address = settings(officer, Map.of("email", mailbox(), "digestAt", "00:00"));
        findings.approved(officer, director, 5, "CALENDAR", findings.raise(officer, schoolId, "GENERAL", today));
        settings(officer, Map.of("email", address));
        arrives(address);
    }

    @Test
    void a_refused_message_is_tried_again_and_given_up_after_a_day() {
        settings(
                school,
                Map.of(
                        "mobile",
                        "13900000000",
                        "choices",
                        List.of(Map.of("kind", "rectification.toReceive", "channel", "WEBHOOK", "mode", "NOW"))));
        OutgoingResource.refuse(7);
        findings.approved(officer, director, 5, "CALENDAR", findings.raise(officer, schoolId, "GENERAL", today));
        Instant now = Instant.now();
        for (int attempt = 1; attempt <= 7; attempt++) {
            int tried = attempt;
            outbox.sendDue(now.plus(Duration.ofDays(attempt)));
            await().until(() -> as(school).get(MESSAGES + "/deliveries").<Integer>path("[0].attempts") == tried
                    && as(school).get(MESSAGES + "/deliveries").path("[0].lastError") != null);
        }
        String id = as(school)
                .get(MESSAGES + "/deliveries")
                .then()
                .body("[0].state", equalTo("GIVEN_UP"))
                .body("[0].lastError", equalTo("HTTP 503"))
                .extract()
                .path("[0].id");
        as(officer).post(MESSAGES + "/deliveries/" + id + "/retry").then().statusCode(404);
        as(school).post(MESSAGES + "/deliveries/" + id + "/retry").then().statusCode(200);
        outbox.sendDue(Instant.now());
        await().until(() ->
                "SENT".equals(as(school).get(MESSAGES + "/deliveries").path("[0].state")));
        assertTrue(OutgoingResource.taken().stream().anyMatch(t -> t.contains("13900000000") && t.contains("sha256=")));
    }

    @Test
    void a_deadline_that_comes_near_is_told_once_by_several_nodes() {
        String finding = findings.raise(officer, schoolId, "GENERAL", today);
        String notice = findings.approved(officer, director, 5, "CALENDAR", finding);
        post(school, "/api/v1/rectification/notices/" + notice + "/receipt", Map.of("name", "张校长"));
        LocalDate deadline = LocalDate.parse(
                as(school).get(GivenFindings.FINDINGS + "/" + finding).path("finding.deadline"));
        escalations.raiseDue(deadline.minusDays(3));
        escalations.raiseDue(deadline.minusDays(3));
        assertEquals(List.of("rectification.reminder", "rectification.toReceive"), kinds(school));
        escalations.raiseDue(deadline.plusDays(1));
        assertEquals("rectification.warning", kinds(inspector).get(0));
        escalations.raiseDue(deadline.plusDays(30));
        as(director).get(MESSAGES).then().body("items[0].text", containsString("应办理"));
        as(director)
                .header("Accept-Language", "en")
                .get(MESSAGES)
                .then()
                .body("items[0].text", matchesPattern("Step to take \\([A-Z][A-Za-z ,]+\\): (?s).*"));
    }

    @Test
    void an_approved_notice_nobody_signs_for_is_told_to_the_office_once() {
        String finding = findings.raise(officer, schoolId, "GENERAL", today);
        findings.approved(officer, director, 5, "CALENDAR", finding);
        escalations.raiseDue(LocalDate.now(clock).plusDays(2));
        assertEquals(List.of("rectification.approved"), kinds(officer));
        escalations.raiseDue(LocalDate.now(clock).plusDays(3));
        escalations.raiseDue(LocalDate.now(clock).plusDays(4));
        assertEquals(List.of("rectification.unserved", "rectification.approved"), kinds(officer));
        as(officer)
                .get("/api/v1/rectification/waiting")
                .then()
                .body("[0].kind", equalTo("SERVE_NOTICE"))
                .body("[0].dueOn", equalTo(LocalDate.now(clock).plusDays(3).toString()));
    }

    @Test
    void settings_are_kept_with_a_version_and_checked() {
        as(officer)
                .get(MESSAGES + "/settings")
                .then()
                .body("email", nullValue())
                .body("channels", contains("EMAIL", "WEBHOOK"))
                .body("kinds.name", everyItem(notNullValue()))
                .body("kinds.find { it.code == 'rectification.toApprove' }.email", equalTo("NOW"))
                .body("kinds.find { it.code == 'rectification.closed' }.email", equalTo("DIGEST"));
        put(officer, "\"0\"", Map.of("language", "zh", "choices", List.of(), "quietFrom", "22:00"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("quietUntil"));
        put(officer, "\"0\"", Map.of("language", "zh", "choices", List.of(), "email", "nobody"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("email"));
        put(
                        officer,
                        "\"0\"",
                        Map.of(
                                "language",
                                "zh",
                                "choices",
                                List.of(Map.of("kind", "x.y", "channel", "EMAIL", "mode", "OFF"))))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("choices[0].kind"));
        put(officer, "\"0\"", Map.of("language", "en", "choices", List.of()))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
        put(officer, "\"0\"", Map.of("language", "zh", "choices", List.of()))
                .then()
                .statusCode(412);
        as(officer).post(MESSAGES + "/settings/trial").then().statusCode(409);
        String address = settings(officer, Map.of("email", mailbox()));
        as(officer).post(MESSAGES + "/settings/trial").then().statusCode(200).body("$", hasSize(1));
        arrives(address);
    }

    /** A mail the server did not take at once is tried again, and arrives once. */
    private void arrives(String address) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            outbox.sendDue(Instant.now().plus(Duration.ofHours(1)));
            return OutgoingResource.mailTo(address).size() == 1;
        });
    }

    private static String mailbox() {
        return "p" + UUID.randomUUID() + "@example.org";
    }

    private static List<String> kinds(String token) {
        return as(token).get(MESSAGES).then().statusCode(200).extract().path("items.kind");
    }

    /** Writes settings over what is stored; returns the address. */
    private static String settings(String token, Map<String, Object> given) {
        Map<String, Object> body = new HashMap<>(given);
        body.put("language", "zh");
        body.putIfAbsent("choices", List.of());
        put(token, as(token).get(MESSAGES + "/settings").header("ETag"), body)
                .then()
                .statusCode(200);
        return (String) body.get("email");
    }

    private static Response put(String token, String etag, Object body) {
        return as(token).header("If-Match", etag).body(body).put(MESSAGES + "/settings");
    }
}
