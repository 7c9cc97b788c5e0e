package org.dudao.indexsystem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.dudao.support.Workbooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class IndexSystemSheetResourceTest {
    private static final String BASE = "/api/v1/index-systems";
    private static final List<String> HEAD = List.of("一级指标", "二级指标", "三级指标", "评估要点", "分值", "评分办法");

    @Inject
    Given given;

    String officer;

    @BeforeEach
    void aCounty() {
        officer = given.aToken(Roles.OFFICER, given.aCounty());
    }

    private RequestSpecification as() {
        return given().auth().oauth2(officer);
    }

    private Response draftOf(String code) {
        String id = as().get(BASE).path("find { it.code == '" + code + "' }.id");
        return as().contentType(ContentType.JSON)
                .body(Map.of("code", "OWN_" + code, "nameZh", "本县", "nameEn", "Ours"))
                .post(BASE + "/" + id + "/copy");
    }

    private Response upload(Response draft, byte[] file) {
        return as().header("If-Match", draft.header("ETag"))
                .multiPart("file", "指标.xlsx", file)
                .put(BASE + "/" + draft.path("id") + "/sheet");
    }

    @Test
    void a_system_written_as_a_workbook_and_read_back_is_the_same() {
        for (String code : List.of("SCHOOL_EVALUATION", "COUNTY_GOVERNMENT", "CANTEEN_SAFETY", "SCHOOL_PE")) {
            Response draft = draftOf(code);
            byte[] file = as().get(BASE + "/" + draft.path("id") + "/sheet").asByteArray();
            upload(draft, file).then().statusCode(200);
            as().get(BASE + "/" + draft.path("id") + "/changes").then().body("findAll { it.code != '' }", empty());
        }
    }

    @Test
    void an_offices_own_workbook_with_merged_cells_becomes_a_tree() {
        byte[] file = Workbooks.xlsx(
                List.of("学校督导评估指标"),
                HEAD,
                List.of("办学方向", "党建", "组织建设", "支部健全", "5", ""),
                List.of("", "", "", "活动经常", "5", ""),
                List.of("", "德育", "", "有方案", "10", "缺一项扣2分"),
                List.of("管理", "安全", "", "制度健全", "80", "每发现一处隐患扣1分"));
        Response draft = draftOf("SCHOOL_EVALUATION");
        upload(draft, file)
                .then()
                .statusCode(200)
                .body("document.nodes.nameZh", contains("办学方向", "管理"))
                .body("document.nodes.points", contains(20, 80))
                .body("document.nodes[0].children[0].children[0].children.nameZh", contains("支部健全", "活动经常"))
                .body("document.nodes[0].children[1].item.kind", equalTo("DEDUCTIONS"))
                .body("document.nodes[0].children[0].children[0].children[0].item.kind", equalTo("POINTS"))
                .body("full", equalTo(100));
    }

    @Test
    void what_cannot_be_read_is_named_by_row_and_column_and_nothing_changes() {
        Response draft = draftOf("SCHOOL_HEALTH");
        byte[] file =
                Workbooks.xlsx(HEAD, List.of("", "", "", "没有指标", "5", ""), List.of("组织", "机构", "", "有机构", "五分", ""));
        upload(draft, file).then().statusCode(422).body("errors.field", hasItems("rows[2].一级指标", "rows[3].分值"));
        upload(draft, Workbooks.xlsx(List.of("学校", "人数"), List.of("甲", "5")))
                .then()
                .statusCode(422)
                .body("code", equalTo("indexsystem.sheet.headers"));
        as().get(BASE + "/" + draft.path("id") + "/changes").then().body("findAll { it.code != '' }", empty());
    }

    @Test
    void the_json_file_of_a_system_makes_a_draft_elsewhere() {
        Response draft = draftOf("INNOVATION_COUNTY");
        String json = as().get(BASE + "/" + draft.path("id") + "/json").asString();
        String other = given.aToken(Roles.OFFICER, given.aCounty());
        Response made = given().auth()
                .oauth2(other)
                .contentType(ContentType.JSON)
                .body(json)
                .post(BASE);
        made.then().statusCode(201).body("document.code", equalTo("OWN_INNOVATION_COUNTY"));
        assertEquals((Object) draft.path("document.nodes"), (Object) made.path("document.nodes"));
    }

    @Test
    void the_list_exports_what_is_seen() {
        byte[] file = as().get(BASE + "/export").asByteArray();
        List<List<String>> rows = Workbooks.read(file);
        assertEquals("代码", rows.get(0).get(0));
        org.hamcrest.MatcherAssert.assertThat(rows.stream().map(r -> r.get(0)).toList(), hasItem("FUND_INSPECTION"));
    }

    @Test
    void the_list_exports_only_what_is_filtered() {
        byte[] file = as().get(BASE + "/export?subject=COUNTY&state=PUBLISHED&origin=shipped&q=modernis")
                .asByteArray();
        List<String> codes = Workbooks.read(file).stream().map(r -> r.get(0)).toList();
        assertEquals(List.of("代码", "EDUCATION_MODERNISATION"), codes);
    }
}
