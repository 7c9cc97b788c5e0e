package org.dudao.publication;

import static org.dudao.publication.GivenDocuments.DOCUMENTS;
import static org.dudao.publication.GivenDocuments.TEMPLATES;
import static org.dudao.publication.GivenDocuments.as;
import static org.dudao.publication.GivenDocuments.of;
import static org.dudao.publication.GivenDocuments.ready;
import static org.dudao.publication.GivenDocuments.replace;
import static org.dudao.publication.GivenDocuments.text;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.security.Roles;
import org.dudao.publication.internal.docx.Altered;
import org.dudao.rectification.GivenFindings;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class TemplateResourceTest {
    private static final String KIND = "RECTIFICATION_NOTICE";
    private static final String BODY = "word/document.xml";

    @Inject
    Given given;

    @Inject
    GivenFindings findings;

    @Inject
    Clock clock;

    String county;
    UUID schoolId;
    String officer;
    String director;

    @BeforeEach
    void aCounty() {
        county = given.aCounty();
        schoolId = given.aSchool(given.aTownship(county, 1), "211");
        officer = given.aToken(Roles.OFFICER, county);
        director = given.aToken(Roles.DIRECTOR, county);
    }

    private byte[] shipped() {
        return as(officer)
                .get(TEMPLATES + "/" + KIND + "/file?version=0")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static void assertSays(String expected, String text) {
        assertTrue(text.contains(expected), () -> expected + " not in " + text);
    }

    private Object notice() {
        String finding = findings.raise(
                officer, schoolId, "GENERAL", LocalDate.now(clock).toString());
        String notice = findings.approved(officer, director, 5, "WORKING", finding);
        Object id = of(officer, notice, KIND).get("id");
        ready(officer, id);
        return id;
    }

    @Test
    void the_office_replaces_a_template_the_next_document_uses_it_and_the_last_one_stays_as_it_was()
            throws IOException {
        Object before = notice();
        byte[] issued = as(officer).get(DOCUMENTS + "/" + before + "/docx").asByteArray();
        replace(officer, KIND, "notice-2026.docx", Altered.part(shipped(), BODY, "三、报告整改情况", "三、按时报告结果"))
                .then()
                .statusCode(200)
                .body("inUse", equalTo(1))
                .body("versions[0].fileName", equalTo("notice-2026.docx"))
                .body("deviations", empty());
        Object after = notice();
        assertSays("三、按时报告结果", text(officer, after));
        assertSays("三、报告整改情况", text(officer, before));
        assertArrayEquals(
                issued, as(officer).get(DOCUMENTS + "/" + before + "/docx").asByteArray());
        as(officer).get(DOCUMENTS + "/" + after).then().body("ownTemplate", equalTo(true));
        as(officer)
                .header("If-Match", as(officer).get(TEMPLATES + "/" + KIND).header("ETag"))
                .body(Map.of("version", 0))
                .post(TEMPLATES + "/" + KIND + "/use")
                .then()
                .statusCode(200)
                .body("inUse", equalTo(0))
                .body("versions", hasSize(1));
        assertSays("三、报告整改情况", text(officer, notice()));
        String elsewhere = given.aToken(Roles.OFFICER, given.aCounty());
        as(elsewhere)
                .get(TEMPLATES + "/" + KIND)
                .then()
                .body("inUse", equalTo(0))
                .body("versions", empty());
        as(elsewhere).get(TEMPLATES + "/" + KIND + "/file?version=1").then().statusCode(404);
    }

    @Test
    void a_template_that_cannot_be_filled_is_refused_with_every_reason() throws IOException {
        byte[] wrong = Altered.part(Altered.part(shipped(), BODY, "{{文号}}", "文号"), BODY, "{{问题数}}", "{{问题总数}}");
        replace(officer, KIND, "错.docx", wrong)
                .then()
                .statusCode(422)
                .body("errors.field", everyItem(equalTo("file")))
                .body("errors.code", hasItem("publication.layout.fieldMissing"))
                .body("errors.code", hasItem("publication.layout.fieldUnknown"))
                .body("errors.message", hasItem("缺少必填字段“文号”"));
        replace(officer, KIND, "假.docx", "不是文档".getBytes())
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("publication.template.notDocx"));
        replace(officer, KIND, "宏.docm", Altered.with(shipped(), "word/vbaProject.bin", new byte[] {1}))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("publication.template.macros"));
        replace(officer, KIND, "弹.docx", Altered.with(shipped(), "word/media/x.png", new byte[60 * 1024 * 1024]))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("publication.template.tooLarge"));
        as(officer).get(TEMPLATES + "/" + KIND).then().body("inUse", equalTo(0)).body("versions", empty());
    }

    @Test
    void what_departs_from_the_standard_is_taken_and_told_with_its_remedy() throws IOException {
        replace(officer, KIND, "宽边.docx", Altered.part(shipped(), BODY, "w:top=\"2098\"", "w:top=\"1440\""))
                .then()
                .statusCode(200)
                .body("deviations.text", hasItem("天头（上白边）为25.4 mm，应为37 mm±1 mm"))
                .body("deviations.remedy", hasItem(startsWith("在“页面设置")));
        as(officer)
                .header("Accept-Language", "en")
                .get(TEMPLATES + "/" + KIND)
                .then()
                .body("deviations.text", hasItem("The top margin is 25.4 mm, not 37 mm ± 1 mm"));
    }

    @Test
    void a_preview_shows_sample_data_and_two_people_do_not_overwrite_each_other() throws IOException {
        String preview = text(as(officer)
                .get(TEMPLATES + "/" + KIND + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertTrue(preview.contains("教督整改〔2026〕5号") && preview.contains("云溪县第一小学"), preview);
        replace(officer, KIND, "../../一\u202E.docx", Altered.part(shipped(), BODY, "三、报告整改情况", "三、一"))
                .then()
                .statusCode(200);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(director)
                .header("If-Match", "\"0\"")
                .multiPart("file", "二.docx", shipped(), "application/octet-stream")
                .post(TEMPLATES + "/" + KIND + "/versions")
                .then()
                .statusCode(412);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(director)
                .multiPart("file", "二.docx", shipped(), "application/octet-stream")
                .post(TEMPLATES + "/" + KIND + "/versions")
                .then()
                .statusCode(428);
        assertTrue(text(as(officer).get(TEMPLATES + "/" + KIND + "/preview").asByteArray())
                .contains("三、一"));
        assertTrue(text(as(officer)
                        .get(TEMPLATES + "/" + KIND + "/preview?version=0")
                        .asByteArray())
                .contains("三、报告整改情况"));
        as(officer).get(TEMPLATES + "/" + KIND + "/preview?version=9").then().statusCode(404);
        as(officer).get(TEMPLATES + "/NOTHING").then().statusCode(404);
    }

    @Test
    void a_county_without_a_choice_of_its_own_uses_that_of_the_prefecture() throws IOException {
        String above = given.aToken(Roles.OFFICER, county.substring(0, 4));
        replace(above, KIND, "州.docx", Altered.part(shipped(), BODY, "三、报告整改情况", "三、报州督导室"))
                .then()
                .statusCode(200);
        as(officer).get(TEMPLATES + "/" + KIND).then().body("inUse", nullValue());
        assertSays("三、报州督导室", text(officer, notice()));
        as(officer)
                .header("If-Match", "\"0\"")
                .body(Map.of("version", 0))
                .post(TEMPLATES + "/" + KIND + "/use")
                .then()
                .statusCode(200)
                .body("inUse", equalTo(0));
        assertSays("三、报告整改情况", text(officer, notice()));
        // other counties of the tests are in the same prefecture
        as(above)
                .header("If-Match", "\"1\"")
                .body(Map.of("version", 0))
                .post(TEMPLATES + "/" + KIND + "/use")
                .then()
                .statusCode(200);
    }
}
