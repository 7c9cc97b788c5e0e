package org.dudao.kernel.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.dudao.kernel.audit.ChainReport.Fault;
import org.dudao.kernel.audit.ChainReport.Kind;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class AuditResourceTest {
    private static final String AUDIT = "/api/v1/audit";

    @Inject
    Given given;

    @Inject
    AuditChain chain;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.liquibase.username")
    String owner;

    @ConfigProperty(name = "quarkus.liquibase.password")
    String ownerPassword;

    String county;
    String director;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        director = given.aToken(Roles.DIRECTOR, county);
    }

    @Test
    void a_change_is_found_with_who_where_from_what_before_and_after() {
        String township = given.aTownship(county, 1);
        rename(township, "新名");
        as(director)
                .queryParam("action", "region.renamed")
                .get(AUDIT)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].actionName", equalTo("地区更名"))
                .body("items[0].subjectName", equalTo("地区"))
                .body("items[0].actorName", equalTo("测试director"))
                .body("items[0].actorRole", equalTo("director"))
                .body("items[0].source", equalTo("127.0.0.1"))
                .body("items[0].changes[0].name", equalTo("名称"))
                .body("items[0].changes[0].before", notNullValue())
                .body("items[0].changes[0].after", equalTo("新名"));
        as(director)
                .header("Accept-Language", "en")
                .queryParam("q", "新名")
                .get(AUDIT)
                .then()
                .body("items.actionName", contains("Region renamed"));
    }

    @Test
    void nobody_reads_the_trail_of_another_county_and_no_other_role_reads_any() {
        rename(given.aTownship(county, 1), "新名");
        String elsewhere = given.aToken(Roles.DIRECTOR, given.aCounty());
        as(elsewhere).queryParam("q", "新名").get(AUDIT).then().statusCode(200).body("items", empty());
        String officer = given.aToken(Roles.OFFICER, county);
        as(officer).get(AUDIT).then().statusCode(403);
        as(officer).post(AUDIT + "/check").then().statusCode(403);
        given().get(AUDIT).then().statusCode(401);
    }

    @Test
    void a_file_that_leaves_is_recorded_with_the_filter_it_was_made_with() {
        as(director)
                .queryParam("q", "abc")
                .get("/api/v1/accounts/export")
                .then()
                .statusCode(200);
        as(director)
                .queryParam("action", "list.exported")
                .get(AUDIT)
                .then()
                .body("items.subjectId", contains("/api/v1/accounts/export"))
                .body("items[0].actionName", equalTo("导出清单"))
                .body("items[0].subjectTitle", endsWith(".xlsx"))
                .body("items[0].changes[0].after", equalTo("q=abc"));
        assertEquals(
                'P',
                as(director)
                        .get(AUDIT + "/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray()[0]);
        as(director).queryParam("subjectType", "download").get(AUDIT).then().body("total", equalTo(2));
    }

    @Test
    void what_was_there_before_is_downloaded_and_not_exported() {
        as(director).get("/api/v1/imports/template?kind=SCHOOLS").then().statusCode(200);
        as(director)
                .queryParam("subjectType", "download")
                .get(AUDIT)
                .then()
                .body("items.action", contains("file.downloaded"));
    }

    @Test
    void a_thing_is_called_what_it_was_called_then_and_an_older_record_says_that_the_name_is_todays() {
        String township = given.aTownship(county, 1);
        rename(township, "旧名镇");
        rename(township, 1, "新名镇");
        jdbi.useHandle(h -> h.execute(
                "with r as (insert into kernel.audit (id, at, actor, action, subject_type, subject_id, region_code, detail)"
                        + " values (?, now() - interval '1 day', 'x', 'region.added', 'region', ?, ?, '{}') returning id)"
                        + " insert into kernel.audit_pending (audit_id) select id from r",
                UUID.randomUUID(),
                township,
                township));
        as(director)
                .queryParam("subjectType", "region")
                .queryParam("subjectId", township)
                .get(AUDIT)
                .then()
                .body("items.subjectTitle[0]", equalTo("旧名镇"))
                .body("items.subjectTitle[2]", equalTo("新名镇"))
                .body("items.titleOfToday", contains(false, false, true));
        as(director).queryParam("q", "旧名镇").get(AUDIT).then().body("total", equalTo(2));
    }

    @Test
    void codes_are_shown_by_their_names_in_the_readers_language() {
        jdbi.useHandle(h -> h.execute(
                "with r as (insert into kernel.audit (id, at, actor, action, subject_type, subject_id, region_code, detail)"
                        + " values (?, now(), 'x', 'finding.replied', 'finding', 'x', ?, ?::jsonb) returning id)"
                        + " insert into kernel.audit_pending (audit_id) select id from r",
                UUID.randomUUID(),
                county,
                "{\"state\": {\"before\": \"RECTIFYING\", \"after\": \"REPLIED\"}, \"severity\": [\"SERIOUS\","
                        + " \"GENERAL\"], \"reason\": \"见 RECTIFYING 说明\"}"));
        as(director)
                .queryParam("action", "finding.replied")
                .get(AUDIT)
                .then()
                .body("items[0].changes.find { it.code == 'state' }.before", equalTo("整改中"))
                .body("items[0].changes.find { it.code == 'state' }.after", equalTo("待核查"))
                .body("items[0].changes.find { it.code == 'severity' }.after", equalTo("重大、一般"))
                .body("items[0].changes.find { it.code == 'reason' }.after", equalTo("见 RECTIFYING 说明"));
        as(director)
                .header("Accept-Language", "en")
                .queryParam("action", "finding.replied")
                .get(AUDIT)
                .then()
                .body("items[0].changes.find { it.code == 'state' }.before", equalTo("Being rectified"));
    }

    @Test
    void days_and_subjects_narrow_the_trail() {
        rename(given.aTownship(county, 1), "甲");
        rename(given.aTownship(county, 2), "乙");
        as(director)
                .queryParam("subjectType", "region")
                .queryParam("subjectId", county + "102")
                .get(AUDIT)
                .then()
                .body("items.subjectId", everyItem(equalTo(county + "102")))
                .body("total", equalTo(1));
        as(director)
                .queryParam("from", "2001-01-01")
                .queryParam("until", "2001-12-31")
                .get(AUDIT)
                .then()
                .body("items", empty());
        as(director).queryParam("from", "yesterday").get(AUDIT).then().statusCode(400);
        as(director)
                .get(AUDIT + "/vocabulary")
                .then()
                .body("actions.name", hasItem("销号"))
                .body("subjects.code", hasItem("finding"));
    }

    @Test
    void the_chain_holds_and_every_record_is_in_it() {
        rename(given.aTownship(county, 1), "新名");
        linkAll();
        Response report = as(director).post(AUDIT + "/check");
        report.then().statusCode(200).body("faults", empty()).body("days[0].head.length()", equalTo(64));
        assertTrue(report.jsonPath().getLong("records") > 0);
        as(director)
                .queryParam("action", "region.renamed")
                .get(AUDIT)
                .then()
                .body("items[0].seq", notNullValue())
                .body("items[0].day", notNullValue());
        as(director).queryParam("action", "audit.checked").get(AUDIT).then().body("total", equalTo(1));
    }

    @Test
    void an_altered_removed_or_added_record_is_named() {
        IntStream.rangeClosed(1, 4).forEach(i -> rename(given.aTownship(county, i), "新名" + i));
        linkAll();
        List<UUID> ids = jdbi.withHandle(
                h -> h.createQuery("select audit_id from kernel.audit_link order by day desc, seq desc limit 4")
                        .mapTo(UUID.class)
                        .list());
        UUID inside = ids.get(2);
        assertEquals(List.of(), tampered(h -> {}));
        assertEquals(
                List.of(Kind.CHANGED),
                tampered(h -> h.execute("update kernel.audit set detail = '{\"name\":1}' where id = ?", inside)));
        assertEquals(
                List.of(Kind.CHANGED),
                tampered(h ->
                        h.execute("update kernel.audit set at = at + interval '1 microsecond' where id = ?", inside)));
        assertEquals(List.of(Kind.MISSING), tampered(h -> h.execute("delete from kernel.audit where id = ?", inside)));
        assertEquals(
                List.of(Kind.BROKEN, Kind.UNLINKED),
                tampered(h -> h.execute("delete from kernel.audit_link where audit_id = ?", inside)));
        assertEquals(
                List.of(Kind.UNLINKED),
                tampered(h -> h.execute(
                        "insert into kernel.audit (id, at, actor, action, subject_type, subject_id, detail)"
                                + " values (?, now(), 'x', 'x', 'x', 'x', '{}')",
                        UUID.randomUUID())));
    }

    @Test
    void the_application_itself_cannot_change_or_remove_a_record() {
        for (String sql : List.of(
                "update kernel.audit set actor = 'x'",
                "delete from kernel.audit",
                "truncate kernel.audit",
                "update kernel.audit_link set seq = seq + 1",
                "delete from kernel.audit_link")) {
            Exception refused = assertThrows(RuntimeException.class, () -> jdbi.useHandle(h -> h.execute(sql)), sql);
            assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
        }
    }

    @Test
    void nodes_that_link_at_once_make_one_chain() throws Exception {
        IntStream.rangeClosed(1, 8).forEach(i -> rename(given.aTownship(county, i), "新名" + i));
        try (var pool = new Pool()) {
            Callable<Integer> link = chain::link;
            for (var done : pool.executor.invokeAll(List.of(link, link, link, link))) {
                done.get();
            }
        }
        linkAll();
        assertEquals(List.of(), chain.check().faults());
    }

    private record Pool(java.util.concurrent.ExecutorService executor) implements AutoCloseable {
        Pool() {
            this(Executors.newFixedThreadPool(4));
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }

    private interface Tampering {
        void on(Handle handle);
    }

    /** The faults a check names after the owner of the database laid hands on it; everything is put back. */
    private List<Kind> tampered(Tampering tampering) {
        try (Handle h = Jdbi.create(url, owner, ownerPassword)
                .installPlugin(new PostgresPlugin())
                .open()) {
            h.begin();
            tampering.on(h);
            List<Kind> kinds =
                    ChainCheck.of(h).faults().stream().map(Fault::kind).toList();
            h.rollback();
            return kinds;
        }
    }

    private void linkAll() {
        int linked;
        do {
            linked = chain.link();
        } while (linked > 0);
    }

    private void rename(String region, String name) {
        rename(region, 0, name);
    }

    private void rename(String region, int version, String name) {
        as(director)
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("name", name))
                .put("/api/v1/regions/" + region)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
