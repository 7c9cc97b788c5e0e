package org.dudao.publication;

import static org.dudao.publication.GivenDocuments.DOCUMENTS;
import static org.dudao.publication.GivenDocuments.as;
import static org.dudao.publication.GivenDocuments.of;
import static org.dudao.publication.GivenDocuments.ready;
import static org.dudao.publication.GivenDocuments.text;
import static org.dudao.rectification.GivenFindings.NOTICES;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.kernel.blob.BlobKeeper;
import org.dudao.kernel.security.Roles;
import org.dudao.rectification.GivenFindings;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.dudao.support.Workbooks;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class DocumentResourceTest {
    private static final String KIND = "RECTIFICATION_NOTICE";

    @Inject
    Given given;

    @Inject
    GivenFindings findings;

    @Inject
    Jdbi jdbi;

    @Inject
    @jakarta.enterprise.inject.Any
    jakarta.enterprise.inject.Instance<BlobKeeper> keepers;

    @Inject
    Clock clock;

    String county;
    String township;
    UUID schoolId;
    UUID zone;
    String officer;
    String director;
    String school;
    LocalDate today;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        township = given.aTownship(county, 1);
        zone = given.aZone(county);
        schoolId = given.aSchool(township, "211");
        given.inZone(schoolId, zone);
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
        school = given.aToken(Roles.SCHOOL, township, null, schoolId);
        today = LocalDate.now(clock);
    }

    private String notice() {
        String finding = findings.raise(officer, schoolId, "GENERAL", today.toString());
        return findings.approved(officer, director, 5, "WORKING", finding);
    }

    @Test
    void an_approved_notice_is_registered_with_its_number_and_its_files_say_what_it_says() {
        String notice = notice();
        Map<String, Object> document = of(officer, notice, KIND);
        String number = "教督整改〔" + today.getYear() + "〕1号";
        assertEquals(number, document.get("number"));
        assertEquals("测试director", document.get("approverName"));
        assertEquals(today.toString(), document.get("issuedOn"));
        assertNull(document.get("servedOn"));
        String pdf = text(officer, document.get("id"));
        String unit = as(officer).get(NOTICES + "/" + notice).path("notice.unitName");
        for (String said : List.of(number, unit, "东侧疏散通道堆放杂物", "立即清理并建立巡查制度", "收到之日起5个工作日内")) {
            assertTrue(
                    pdf.contains(java.text.Normalizer.normalize(said, java.text.Normalizer.Form.NFKC)),
                    said + " not in " + pdf);
        }
        byte[] docx = as(officer)
                .get(DOCUMENTS + "/" + document.get("id") + "/docx")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asByteArray();
        assertEquals('P', docx[0]);
        assertEquals(List.of("document.read", "file.downloaded"), jdbi.withHandle(h -> h.createQuery(
                        "select distinct action from kernel.audit where action in"
                                + " ('document.read', 'file.downloaded') and subject_id like '%' || :id || '%' order by 1")
                .bind("id", document.get("id"))
                .mapTo(String.class)
                .list()));
    }

    @Test
    void the_file_made_in_the_background_is_no_change_that_keeps_anybody_from_acting() {
        Object id = of(officer, notice(), KIND).get("id");
        GivenDocuments.ready(officer, id);
        as(officer).get(DOCUMENTS + "/" + id).then().header("ETag", equalTo("\"0\""));
    }

    @Test
    void the_receipt_and_the_withdrawal_of_a_notice_reach_the_register_and_its_number_stays() {
        String notice = notice();
        Object id = of(officer, notice, KIND).get("id");
        GivenFindings.post(school, NOTICES + "/" + notice + "/receipt", Map.of("name", "张校长"))
                .then()
                .statusCode(200);
        as(officer)
                .get(DOCUMENTS + "/" + id)
                .then()
                .body("servedOn", equalTo(today.toString()))
                .body("receiptName", equalTo("张校长"));
        GivenFindings.post(director, NOTICES + "/" + notice + "/withdraw", Map.of("reason", "事实有误"))
                .then()
                .statusCode(200);
        as(officer)
                .get(DOCUMENTS + "/" + id)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawnFor", equalTo("事实有误"))
                .body("number", equalTo("教督整改〔" + today.getYear() + "〕1号"));
        // it reached the school, which keeps seeing it, marked
        as(school).get(DOCUMENTS + "/" + id).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertEquals(
                "教督整改〔" + today.getYear() + "〕2号", of(officer, notice(), KIND).get("number"));
        String unserved = notice();
        Object third = of(officer, unserved, KIND).get("id");
        as(school).get(DOCUMENTS + "/" + third).then().statusCode(200);
        GivenFindings.post(director, NOTICES + "/" + unserved + "/withdraw", Map.of("reason", "重复"));
        as(school).get(DOCUMENTS + "/" + third).then().statusCode(404);
    }

    @Test
    void a_unit_sees_its_own_documents_and_nobody_anything_outside_their_scope() {
        Object id = of(officer, notice(), KIND).get("id");
        ready(officer, id);
        String otherSchool = given.aToken(Roles.SCHOOL, township, null, given.aSchool(township, "211"));
        String otherTownship = given.aToken(Roles.TOWNSHIP, given.aTownship(county, 2));
        String stranger = given.aToken(Roles.DIRECTOR, given.aCounty());
        String otherZone = given.aToken(Roles.INSPECTOR, county, given.aZone(county), null);
        as(school).get(DOCUMENTS).then().body("total", equalTo(1));
        as(given.aToken(Roles.INSPECTOR, county, zone, null))
                .get(DOCUMENTS)
                .then()
                .body("total", equalTo(1));
        for (String token : List.of(otherSchool, otherTownship, stranger, otherZone)) {
            as(token).get(DOCUMENTS).then().statusCode(200).body("total", equalTo(0));
            for (String path : List.of("", "/pdf", "/docx")) {
                as(token).get(DOCUMENTS + "/" + id + path).then().statusCode(404);
            }
            assertEquals(
                    1,
                    Workbooks.read(as(token).get(DOCUMENTS + "/export").asByteArray())
                            .size());
        }
        as(stranger)
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "x"))
                .post(DOCUMENTS + "/" + id + "/withdraw")
                .then()
                .statusCode(404);
    }

    @Test
    void a_township_sees_what_was_sent_to_its_schools_as_it_sees_the_notices_themselves() {
        String town = given.aToken(Roles.TOWNSHIP, township);
        String notice = notice();
        Object id = of(officer, notice, KIND).get("id");
        as(town).get(NOTICES + "/" + notice).then().statusCode(200);
        as(town).get(DOCUMENTS).then().body("total", equalTo(1)).body("items[0].id", equalTo(id));
        as(town).get(DOCUMENTS + "/" + id).then().statusCode(200);
        GivenFindings.post(director, NOTICES + "/" + notice + "/withdraw", Map.of("reason", "重复"));
        as(town).get(DOCUMENTS + "/" + id).then().statusCode(404);
    }

    @Test
    void the_register_is_narrowed_and_exported() {
        notice();
        String second = of(officer, notice(), KIND).get("number").toString();
        as(officer)
                .get(DOCUMENTS + "?q=" + second)
                .then()
                .body("items", hasSize(1))
                .body("items[0].number", equalTo(second));
        as(officer).get(DOCUMENTS + "?kind=CRITICISM").then().body("total", equalTo(0));
        as(officer).get(DOCUMENTS + "?year=" + (today.getYear() - 1)).then().body("total", equalTo(0));
        as(officer).get(DOCUMENTS + "?numbered=false").then().body("total", equalTo(0));
        as(officer).get(DOCUMENTS + "?sort=number").then().body("items[1].number", equalTo(second));
        List<List<String>> rows = Workbooks.read(
                as(officer).get(DOCUMENTS + "/export?sort=-number").asByteArray());
        assertEquals(3, rows.size());
        assertEquals(List.of("整改通知书", second), rows.get(1).subList(0, 2));
    }

    @Test
    void a_notice_is_served_and_withdrawn_where_it_is_kept() {
        Object id = of(officer, notice(), KIND).get("id");
        GivenDocuments.post(director, id, "withdraw", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("code", equalTo("publication.document.onNotice"));
        GivenDocuments.post(officer, id, "receipt", Map.of("on", today.toString(), "name", "张"))
                .then()
                .statusCode(409);
        ready(officer, id);
        GivenDocuments.post(officer, id, "render", null).then().statusCode(409);
    }

    @Test
    void what_was_registered_cannot_be_changed_or_removed_by_the_application() {
        Object id = of(officer, notice(), KIND).get("id");
        for (String sql : List.of(
                "update publication.document set number = 'x' where id = ?",
                "update publication.document set fields = '{}' where id = ?",
                "delete from publication.document where id = ?")) {
            Exception refused = assertThrows(
                    Exception.class, () -> jdbi.useHandle(h -> h.execute(sql, UUID.fromString(id.toString()))));
            assertTrue(refused.getMessage().contains("permission denied"), refused::getMessage);
        }
    }

    @Test
    void the_sweep_is_told_to_keep_the_files() {
        Object id = of(officer, notice(), KIND).get("id");
        ready(officer, id);
        String sha = jdbi.withHandle(h -> h.createQuery("select pdf_sha256 from publication.document where id = :id")
                .bind("id", UUID.fromString(id.toString()))
                .mapTo(String.class)
                .one());
        assertTrue(keepers.stream()
                .anyMatch(k -> k.needed(Set.of(sha, "0".repeat(64))).equals(Set.of(sha))));
    }

    @Test
    void a_document_to_a_county_that_never_named_its_office_bears_a_name_made_from_the_county() {
        as(director).get("/api/v1/publication/office").then().statusCode(200).body("own", equalTo(false));
        as(director)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "测试县教育督导委员会办公室"))
                .put("/api/v1/publication/office")
                .then()
                .statusCode(200);
        as(director)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "别的"))
                .put("/api/v1/publication/office")
                .then()
                .statusCode(412);
        as(director)
                .body(Map.of("name", "别的"))
                .put("/api/v1/publication/office")
                .then()
                .statusCode(428);
        String pdf = text(officer, of(officer, notice(), KIND).get("id"));
        assertTrue(pdf.contains("测试县教育督导委员会办公室文件"), pdf);
        as(officer).get(DOCUMENTS).then().body("items[0].findingId", nullValue());
    }

    @Test
    void a_character_that_cannot_be_printed_is_refused_before_a_number_is_given() {
        String finding = findings.raise(officer, schoolId, "GENERAL", today.toString());
        Map<String, Object> demand = Map.of("findingId", finding, "requirement", "清理楼道", "days", 5, "kind", "WORKING");
        String draft = as(officer)
                .body(Map.of("title", "关于消防问题的整改通知", "demands", List.of(demand)))
                .post(NOTICES)
                .path("notice.id");
        // as it may stand since before it was refused where it is typed
        jdbi.useHandle(h ->
                h.execute("update rectification.finding set requirement = ? where id = ?::uuid", "清理楼道😀", finding));
        GivenFindings.post(officer, NOTICES + "/" + draft + "/submit", null)
                .then()
                .statusCode(200);
        GivenFindings.post(director, NOTICES + "/" + draft + "/approve", null)
                .then()
                .statusCode(422)
                .body("code", equalTo("publication.document.undrawable"))
                .body("errors.field", equalTo(List.of("问题[0].要求")))
                .body("detail", containsString("“问题1：要求”中有打印不出的字：“😀”（U+1F600）"));
        assertEquals(0, GivenDocuments.list(officer, draft).getInt("items.size()"));
        Map<String, Object> next = of(officer, notice(), KIND);
        assertEquals("教督整改〔" + today.getYear() + "〕1号", next.get("number"));
    }
}
