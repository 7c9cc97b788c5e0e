package org.dudao.rectification;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.id.Ids;
import org.dudao.rectification.internal.Escalations;
import org.jdbi.v3.core.Jdbi;

/** Takes the steps of rectification by call, as people would. */
@ApplicationScoped
public class GivenFindings {
    public static final String FINDINGS = "/api/v1/rectification/findings";
    public static final String NOTICES = "/api/v1/rectification/notices";

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A request body of a finding; more may be put into it. */
    static Map<String, Object> finding(UUID school, String severity, String on) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", Ids.newId());
        body.put("schoolId", school);
        body.put("rule", "消防通道应保持畅通");
        body.put("ruleCode", "FIRE_ROUTE");
        body.put("description", "东侧疏散通道堆放杂物");
        body.put("severity", severity);
        body.put("foundOn", on);
        return body;
    }

    public String raise(String token, UUID school, String severity, String on) {
        return as(token)
                .body(finding(school, severity, on))
                .post(FINDINGS)
                .then()
                .statusCode(201)
                .extract()
                .path("finding.id");
    }

    /** A notice over findings, drafted, submitted and approved; returns its id. */
    public String approved(String officer, String director, int days, String kind, String... findings) {
        List<Map<String, Object>> demands = new ArrayList<>();
        for (String id : findings) {
            demands.add(Map.of("findingId", id, "requirement", "立即清理并建立巡查制度", "days", days, "kind", kind));
        }
        Response draft = as(officer)
                .body(Map.of("title", "关于消防安全问题的整改通知", "demands", demands))
                .post(NOTICES);
        String id = draft.then().statusCode(201).extract().path("notice.id");
        post(officer, NOTICES + "/" + id + "/submit", null).then().statusCode(200);
        post(director, NOTICES + "/" + id + "/approve", null).then().statusCode(200);
        return id;
    }

    /** The same, and the unit has signed for it today. */
    public void served(String officer, String director, String school, int days, String... findings) {
        String notice = approved(officer, director, days, "CALENDAR", findings);
        post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长"))
                .then()
                .statusCode(200);
    }

    /** Posts a step with the version now stored. */
    public static Response post(String token, String path, Object body) {
        String resource = path.substring(0, path.lastIndexOf('/'));
        RequestSpecification request =
                as(token).header("If-Match", as(token).get(resource).header("ETag"));
        return body == null ? request.post(path) : request.body(body).post(path);
    }

    public static Response step(String token, String finding, String step, Object body) {
        return post(token, FINDINGS + "/" + finding + "/" + step, body);
    }

    /** The ladder, for tests of other modules. */
    @ApplicationScoped
    public static class Ladder {
        @Inject
        Escalations escalations;

        @Inject
        Jdbi jdbi;

        public void raiseDue(LocalDate day) {
            escalations.raiseDue(day);
        }

        public void takenBy(String step, String... roles) {
            jdbi.useHandle(
                    h -> h.createUpdate("update rectification.ladder_step set taken_by = :roles where code = :step")
                            .bindArray("roles", String.class, (Object[]) roles)
                            .bind("step", step)
                            .execute());
        }
    }
}
