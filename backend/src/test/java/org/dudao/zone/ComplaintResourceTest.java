package org.dudao.zone;

import static io.restassured.RestAssured.given;
import static org.dudao.zone.GivenZones.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.drew.imaging.ImageMetadataReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dudao.evidence.GivenFiles;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.rectification.Rectification;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.dudao.support.Workbooks;
import org.dudao.zone.internal.gate.PublicCodes;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ComplaintResourceTest {
    private static final String OPEN = "/api/v1/public/complaints";
    private static final String DESK = "/api/v1/zone/complaints";

    @Inject
    Given given;

    @Inject
    GivenZones zones;

    @Inject
    PublicCodes codes;

    @Inject
    Jdbi jdbi;

    @Inject
    Rectification rectification;

    @Inject
    Clock clock;

    String county;
    String officer;
    UUID zone;
    UUID school;
    String code;

    @BeforeEach
    void aSchoolWithABoard() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
        zone = given.aZone(county);
        school = given.aSchool(county, "211");
        given.inZone(school, zone);
        code = codeOf(school);
    }

    @Transactional
    String codeOf(UUID school) {
        return codes.address(PublicCodes.Kind.SCHOOL, school).replaceAll(".*/", "");
    }

    private Map<String, Object> complaint(UUID key) {
        return new HashMap<>(Map.of(
                "key",
                "" + key,
                "school",
                code,
                "matter",
                7,
                "text",
                "食堂饭菜多次出现异物，反映后没有改进。",
                "name",
                "张三丰",
                "contact",
                "13912345678"));
    }

    private static ValidatableResponse send(Map<String, ?> complaint) {
        return given().contentType(ContentType.JSON).body(complaint).post(OPEN).then();
    }

    private String sent(UUID key) {
        return send(complaint(key)).statusCode(201).extract().path("code");
    }

    private static ValidatableResponse lookUp(String code) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post(OPEN + "/lookup")
                .then();
    }

    private static ValidatableResponse picture(UUID key, byte[] bytes) {
        return given().contentType("application/octet-stream")
                .header("Complaint-Key", "" + key)
                .body(bytes)
                .post(OPEN + "/pictures")
                .then();
    }

    private String only() {
        return as(officer)
                .get(DESK)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    private ValidatableResponse step(String token, String id, String step, String text, String to) {
        Map<String, Object> body = new HashMap<>(Map.of("step", step, "text", text));
        if (to != null) {
            body.put("to", to);
        }
        return as(token)
                .header("If-Match", as(officer).get(DESK + "/" + id).header("ETag"))
                .body(body)
                .post(DESK + "/" + id + "/steps")
                .then();
    }

    private static UUID key() {
        return UUID.randomUUID();
    }

    @Test
    void a_complaint_goes_from_receipt_to_answer_and_whoever_holds_the_code_sees_state_and_answer_only() {
        String query = sent(key());
        assertTrue(query.matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}"), query);
        String id = only();
        step(officer, id, "ANSWER", "不能跳过核实", null).statusCode(409);
        step(officer, id, "VERIFY", "到校核实，情况属实", null).statusCode(200);
        step(officer, id, "PASS_ON", "涉及食品安全", null).statusCode(422).body("errors.field", hasItem("to"));
        step(officer, id, "PASS_ON", "涉及食品安全", "县市场监督管理局").statusCode(200);
        lookUp(query).body("state", equalTo("PASSED_ON")).body("passedTo", equalTo("县市场监督管理局"));
        step(officer, id, "ANSWER", "已责令更换供餐单位。", null)
                .statusCode(200)
                .body("complaint.state", equalTo("ANSWERED"))
                .body("steps.kind", contains("RECEIVED", "VERIFY", "PASS_ON", "ANSWER"))
                .body("next", hasSize(0));
        Map<String, Object> told = lookUp(query.toLowerCase().replace("-", " "))
                .statusCode(200)
                .body("answer", equalTo("已责令更换供餐单位。"))
                .extract()
                .path("");
        assertEquals(
                Set.of(
                        "schoolName",
                        "state",
                        "receivedOn",
                        "verifyBy",
                        "answerBy",
                        "overdue",
                        "passedTo",
                        "answer",
                        "rejectedFor",
                        "closedOn"),
                told.keySet());
        assertFalse(told.toString().contains("到校核实"));
        lookUp("0000-0000-0000-0000").statusCode(404).body("code", equalTo("zone.complaint.unknown"));
        lookUp(id).statusCode(404);
    }

    @Test
    void what_is_not_the_offices_is_rejected_with_a_reason_the_sender_reads() {
        String query = sent(key());
        step(officer, only(), "REJECT", " ", null).statusCode(422);
        step(officer, only(), "REJECT", "属于教师人事争议，请向人社部门反映。", null).statusCode(200);
        lookUp(query).body("state", equalTo("REJECTED")).body("rejectedFor", equalTo("属于教师人事争议，请向人社部门反映。"));
        step(officer, only(), "VERIFY", "不能再受理", null).statusCode(409);
    }

    @Test
    void sent_twice_or_twenty_times_at_once_it_is_one_with_one_code() {
        UUID key = key();
        List<String> told = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> sent(key))
                .distinct()
                .toList();
        assertEquals(1, told.size());
        only();
        Map<String, Object> other = complaint(key);
        other.put("text", "另一件事");
        send(other).statusCode(409);
    }

    @Test
    void the_trail_keeps_that_a_complaint_came_but_not_from_which_address() {
        UUID key = key();
        sent(key);
        picture(key, GivenFiles.aPhoto(40, 30)).statusCode(200);
        String id = only();
        assertEquals(
                0,
                addresses(
                        "action in ('complaint.received', 'file.attached') and region_code like :value", county + "%"));
        step(officer, id, "VERIFY", "属实", null).statusCode(200);
        assertEquals(1, addresses("action = 'complaint.stepTaken' and subject_id = :value", id));
    }

    @Transactional
    int addresses(String where, String value) {
        return jdbi.withHandle(h -> h.createQuery("select count(source) from kernel.audit where " + where)
                .bind("value", value)
                .mapTo(int.class)
                .one());
    }

    @Test
    void a_sender_is_masked_for_everybody_and_each_look_is_written_down() {
        sent(key());
        String id = only();
        as(officer)
                .get(DESK + "/" + id)
                .then()
                .body("senderName", equalTo("张**"))
                .body("senderContact", equalTo("139******78"));
        assertEquals(0, looks(id));
        as(officer)
                .post(DESK + "/" + id + "/sender")
                .then()
                .statusCode(200)
                .body("name", equalTo("张三丰"))
                .body("contact", equalTo("13912345678"));
        assertEquals(1, looks(id));
        byte[] sheet = as(officer)
                .get(DESK + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String cells = Workbooks.read(sheet).toString();
        assertTrue(cells.contains("食堂饭菜多次出现异物"), cells);
        assertFalse(cells.contains("张") || cells.contains("139"), cells);
    }

    @Transactional
    int looks(String id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select count(*) from kernel.audit where action = 'complaint.senderViewed' and subject_id = :id")
                .bind("id", id)
                .mapTo(int.class)
                .one());
    }

    @Test
    void inspectors_read_those_of_their_own_schools_and_schools_and_other_counties_none() {
        sent(key());
        String id = only();
        String inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        as(inspector).get(DESK).then().body("items", hasSize(0));
        as(inspector).get(DESK + "/" + id).then().statusCode(404);
        UUID person = zones.anInspector(county, "王建国", LocalDate.now(clock).minusDays(90));
        zones.signsIn(person, GivenZones.subjectOf(inspector));
        assigned(person);
        as(inspector).get(DESK).then().body("items.id", contains(id));
        as(inspector).get(DESK + "/" + id).then().statusCode(200).body("senderName", equalTo("张**"));
        as(inspector).post(DESK + "/" + id + "/sender").then().statusCode(403);
        step(inspector, id, "VERIFY", "督学不能办理", null).statusCode(403);
        String head = given.aToken(Roles.SCHOOL, county, null, school);
        as(head).get(DESK).then().statusCode(403);
        as(head).get(DESK + "/" + id).then().statusCode(403);
        String stranger = given.aToken(Roles.OFFICER, given.aCounty());
        as(stranger).get(DESK).then().body("items", hasSize(0));
        as(stranger).get(DESK + "/" + id).then().statusCode(404);
        as(stranger).post(DESK + "/" + id + "/sender").then().statusCode(404);
    }

    @Transactional
    void assigned(UUID inspector) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.assignment (id, school_id, inspector_id, from_day, origin, recorded_by, recorder_name, recorded_at)"
                        + " values (?, ?, ?, ?, 'HAND', 'test', 'test', now())",
                Ids.newId(),
                school,
                inspector,
                LocalDate.now(clock).minusDays(30)));
    }

    @Test
    void the_office_is_told_without_a_word_of_the_complaint_and_so_is_the_responsible_inspector() {
        String inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        UUID person = zones.anInspector(county, "王建国", LocalDate.now(clock).minusDays(90));
        zones.signsIn(person, GivenZones.subjectOf(inspector));
        assigned(person);
        sent(key());
        for (String told : List.of(officer, inspector)) {
            String messages = as(told).get("/api/v1/messages")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertEquals(told.equals(officer), messages.contains("zone.complaintReceived"), messages);
            assertEquals(told.equals(inspector), messages.contains("zone.complaintHeard"), messages);
            assertFalse(messages.contains("食堂") || messages.contains("张三丰"), messages);
        }
    }

    @Test
    void deadlines_follow_the_countys_own_number_of_working_days_where_it_set_one() {
        String director = given.aToken(Roles.DIRECTOR, county);
        Map<String, Object> rule =
                as(director).get("/api/v1/zone/parameters").path("find { it.code == 'COMPLAINT_VERIFY_DAYS' }");
        LocalDate today = LocalDate.now(clock);
        as(director)
                .header("If-Match", "\"" + rule.get("validFrom") + "/" + rule.get("value") + "\"")
                .body(Map.of("value", 2, "from", today.toString(), "source", "县督导室办理办法"))
                .put("/api/v1/zone/parameters/COMPLAINT_VERIFY_DAYS")
                .then()
                .statusCode(200);
        String sent = sent(key());
        lookUp(sent)
                .body("verifyBy", equalTo(rectification.afterWorkingDays(today, 2, county) + ""))
                .body("answerBy", equalTo(rectification.afterWorkingDays(today, 30, county) + ""));
    }

    @Test
    void what_is_late_is_shown_as_overdue_and_found() {
        String query = sent(key());
        as(officer).get(DESK + "?overdue=true").then().body("items", hasSize(0));
        late();
        as(officer).get(DESK + "?overdue=true").then().body("items.overdue", contains(true));
        lookUp(query).body("overdue", equalTo(true));
        step(officer, only(), "VERIFY", "属实", null).statusCode(200).body("row.overdue", equalTo(false));
    }

    @Transactional
    void late() {
        jdbi.useHandle(h -> h.execute(
                "update zone.complaint set received_on = current_date - 60, verify_by = current_date - 50 where school_id = ?",
                school));
    }

    @Test
    void a_finding_is_raised_once_it_was_verified_and_says_nothing_of_the_sender() {
        sent(key());
        String id = only();
        UUID finding = Ids.newId();
        Map<String, Object> body = Map.of("id", "" + finding, "description", "食堂留样制度未落实", "severity", "GENERAL");
        as(officer).body(body).post(DESK + "/" + id + "/findings").then().statusCode(409);
        step(officer, id, "VERIFY", "属实", null).statusCode(200);
        for (int i = 0; i < 2; i++) {
            as(officer)
                    .body(body)
                    .post(DESK + "/" + id + "/findings")
                    .then()
                    .statusCode(200)
                    .body("findings", contains("" + finding));
        }
        String found = as(officer)
                .get("/api/v1/rectification/findings/" + finding)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertFalse(found.contains("张") || found.contains("139") || found.contains("异物"), found);
    }

    @Test
    void pictures_are_drawn_anew_counted_and_refused_when_they_are_none_or_too_large() throws Exception {
        UUID key = key();
        picture(key, GivenFiles.aPhoto(40, 30)).statusCode(404);
        sent(key);
        byte[] photo = GivenFiles.aPhoto(400, 300);
        byte[] hidden = new byte[photo.length + 9];
        System.arraycopy(photo, 0, hidden, 0, photo.length);
        System.arraycopy("GPS 25,102".getBytes(), 0, hidden, photo.length, 9);
        picture(key, hidden).statusCode(200).body("pictures", equalTo(1));
        picture(key, hidden).statusCode(200).body("pictures", equalTo(1));
        picture(key, GivenFiles.aPdf()).statusCode(422);
        picture(key, "<svg onload=alert(1)>".getBytes()).statusCode(422);
        picture(key, new byte[0]).statusCode(422);
        picture(key, java.util.Arrays.copyOf(photo, photo.length / 2)).statusCode(422);
        picture(key, new byte[11 << 20]).statusCode(422).body("code", equalTo("zone.complaint.pictureTooLarge"));
        picture(key, GivenFiles.aPhoto(401, 300)).statusCode(200);
        picture(key, GivenFiles.aPhoto(402, 300)).statusCode(200).body("pictures", equalTo(3));
        picture(key, GivenFiles.aPhoto(403, 300)).statusCode(409);
        String id = only();
        List<String> files = as(officer).get(DESK + "/" + id).path("pictures");
        assertEquals(3, files.size());
        byte[] kept = as(officer)
                .get(GivenFiles.FILES + "/" + files.get(0) + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertFalse(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1).contains("GPS 25"));
        ImageMetadataReader.readMetadata(new ByteArrayInputStream(kept))
                .getDirectories()
                .forEach(d -> assertFalse(d.getName().contains("Exif"), d.getName()));
        String head = given.aToken(Roles.SCHOOL, county, null, school);
        as(head).get(GivenFiles.FILES + "/" + files.get(0) + "/content").then().statusCode(404);
        step(officer, id, "VERIFY", "属实", null).statusCode(200);
        picture(key, photo).statusCode(409);
    }

    @Test
    void odd_texts_are_cleaned_or_refused_and_none_is_a_500() {
        Map<String, Object> odd = complaint(key());
        odd.put("text", "食堂有\u202e问题\u200b\ud83d\ude21");
        odd.put("name", "  ");
        send(odd).statusCode(201);
        as(officer)
                .get(DESK + "/" + only())
                .then()
                .body("complaint.body", equalTo("食堂有问题\ud83d\ude21"))
                .body("senderName", nullValue());
        Map<String, Object> nul = complaint(key());
        nul.put("text", "食堂\u0000");
        send(nul).statusCode(400);
        for (String field : List.of("text", "school", "key", "matter")) {
            Map<String, Object> missing = complaint(key());
            missing.remove(field);
            send(missing).statusCode(422).body("errors.field", hasItem(field));
        }
        Map<String, Object> blank = complaint(key());
        blank.put("text", "\u200b\u200b");
        send(blank).statusCode(422);
        Map<String, Object> longer = complaint(key());
        longer.put("text", "字".repeat(2001));
        send(longer).statusCode(422);
        Map<String, Object> matter = complaint(key());
        matter.put("matter", 9);
        send(matter).statusCode(422);
        Map<String, Object> guessable = complaint(Ids.newId());
        send(guessable).statusCode(422).body("errors.field", hasItem("key"));
        Map<String, Object> nowhere = complaint(key());
        nowhere.put("school", "" + school);
        send(nowhere).statusCode(404);
    }

    @Test
    void two_desks_do_not_both_take_a_step() {
        sent(key());
        String id = only();
        String version = as(officer).get(DESK + "/" + id).header("ETag");
        Map<String, Object> body = Map.of("step", "VERIFY", "text", "属实");
        as(officer).body(body).post(DESK + "/" + id + "/steps").then().statusCode(428);
        as(officer)
                .header("If-Match", version)
                .body(body)
                .post(DESK + "/" + id + "/steps")
                .then()
                .statusCode(200);
        as(officer)
                .header("If-Match", version)
                .body(Map.of("step", "HANDLE", "text", "已办"))
                .post(DESK + "/" + id + "/steps")
                .then()
                .statusCode(412);
        as(officer).get(DESK + "?q=没有这样的字").then().body("items", hasSize(0));
        as(officer)
                .get(DESK + "?state=VERIFIED&matter=7&sort=-receivedOn")
                .then()
                .body("items.id", not(hasSize(0)));
    }
}
