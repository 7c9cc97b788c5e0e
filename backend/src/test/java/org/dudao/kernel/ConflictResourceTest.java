package org.dudao.kernel;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A double click, or two people at once: one of them creates it, the other is told so. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ConflictResourceTest {
    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 3;
    private static final Set<Integer> TOLD = Set.of(409, 412);

    @Inject
    Given given;

    String county;
    String officer;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        officer = given.aToken(Roles.OFFICER, county);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** Sends the same request many times at once, and expects exactly one to create. */
    private static void oneCreates(Supplier<Response> request) throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Response>> answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return request.get();
                    }))
                    .toList();
            int created = 0;
            for (Future<Response> each : answers) {
                Response answer = each.get();
                created += answer.statusCode() == 201 ? 1 : 0;
                assertTrue(
                        answer.statusCode() == 201 || TOLD.contains(answer.statusCode()),
                        answer.statusCode() + " " + answer.asString());
                assertFalse(answer.asString().contains("constraint"), answer.asString());
            }
            assertEquals(1, created);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void regions_and_zones() throws Exception {
        String director = given.aToken(Roles.DIRECTOR, county);
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, String> township = Map.of("code", county + (200 + i), "name", "某乡");
            oneCreates(() -> as(director).body(township).post("/api/v1/regions"));
            Map<String, String> zone = Map.of("regionCode", county, "name", "第" + i + "责任区");
            oneCreates(() -> as(officer).body(zone).post("/api/v1/zones"));
        }
    }

    @Test
    void schools() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, Object> school = Map.of(
                    "code",
                    "21" + county.substring(0, 2) + (910000 + i),
                    "name",
                    "并行小学",
                    "details",
                    Map.of(
                            "kind",
                            "211",
                            "regionCode",
                            county,
                            "urbanRural",
                            "121",
                            "privateSchool",
                            false,
                            "runBy",
                            "COUNTY"));
            oneCreates(() -> as(officer).body(school).post("/api/v1/schools"));
        }
    }

    @Test
    void copies_of_frameworks_and_index_systems() throws Exception {
        for (String path : List.of("/api/v1/balance/frameworks", "/api/v1/index-systems")) {
            String shipped = as(officer).get(path).path("[0].id");
            for (int i = 0; i < ROUNDS; i++) {
                Map<String, String> copy =
                        Map.of("code", "PARALLEL_" + county + "_" + i, "nameZh", "本县方案", "nameEn", "Ours");
                oneCreates(() -> as(officer).body(copy).post(path + "/" + shipped + "/copy"));
            }
        }
    }

    @Test
    void draft_notices_over_one_finding() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            UUID school = given.aSchool(county, "211");
            Map<String, Object> finding = new HashMap<>();
            finding.put("id", Ids.newId());
            finding.put("schoolId", school);
            finding.put("rule", "消防通道应保持畅通");
            finding.put("ruleCode", "FIRE_ROUTE");
            finding.put("description", "东侧疏散通道堆放杂物");
            finding.put("severity", "GENERAL");
            finding.put("foundOn", "2026-03-02");
            as(officer)
                    .body(finding)
                    .post("/api/v1/rectification/findings")
                    .then()
                    .statusCode(201);
            Map<String, Object> notice = Map.of(
                    "title",
                    "关于消防安全问题的整改通知",
                    "demands",
                    List.of(Map.of(
                            "findingId", finding.get("id"), "requirement", "立即清理", "days", 5, "kind", "WORKING")));
            oneCreates(() -> as(officer).body(notice).post("/api/v1/rectification/notices"));
        }
    }
}
