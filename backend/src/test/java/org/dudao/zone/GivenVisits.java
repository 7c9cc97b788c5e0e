package org.dudao.zone;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.security.Scope;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;

/** A school of a zone with its two inspectors and the office, and records as phones send them. */
abstract class GivenVisits {
    static final String VISITS = "/api/v1/zone/visits";
    static final String RECORDS = "/api/v1/zone/visit-records";
    static final String CHECKLIST = "VISIT_EIGHT_MATTERS";

    @Inject
    Given given;

    @Inject
    IndexSystems systems;

    @Inject
    Clock clock;

    UUID school;
    String officer;
    String inspector;
    String colleague;
    IndexSystem checklist;
    List<String> items;

    @BeforeEach
    void anInspectorOfAZone() {
        String county = given.aCounty();
        UUID zone = given.aZone(county);
        school = given.aSchool(given.aTownship(county, 1), "211");
        given.inZone(school, zone);
        officer = given.aToken(Roles.OFFICER, county);
        inspector = given.aToken(Roles.INSPECTOR, county, zone, null);
        colleague = given.aToken(Roles.INSPECTOR, county, zone, null);
        checklist = systems.current(CHECKLIST, new Scope(county, null, null)).orElseThrow();
        items = new ArrayList<>();
        checklist.document().nodes().forEach(this::collect);
    }

    private void collect(IndexNode node) {
        if (node.leaf()) {
            items.add(node.code());
        } else {
            node.children().forEach(this::collect);
        }
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    Map<String, Object> record(UUID visit, Object... choices) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int i = 0; i < choices.length; i += 2) {
            answers.add(Map.of("item", choices[i], "notApplicable", false, "choice", choices[i + 1]));
        }
        Instant now = clock.instant();
        return new HashMap<>(Map.of(
                "id",
                Ids.newId(),
                "visitId",
                visit,
                "schoolId",
                school,
                "kind",
                "ROUTINE",
                "systemId",
                checklist.id(),
                "startedAt",
                now.minusSeconds(3600).toString(),
                "finishedAt",
                now.minusSeconds(60).toString(),
                "sentAt",
                now.toString(),
                "positionNote",
                "室内没有信号",
                "answers",
                answers));
    }

    UUID planned() {
        UUID visit = Ids.newId();
        as(officer)
                .body(Map.of(
                        "id",
                        visit,
                        "schoolId",
                        school,
                        "kind",
                        "ROUTINE",
                        "on",
                        LocalDate.now(clock).toString(),
                        "dayOff",
                        true))
                .post(VISITS)
                .then()
                .statusCode(201);
        return visit;
    }

    static Response send(String token, Map<String, Object> record) {
        return as(token).body(record).post(RECORDS);
    }
}
