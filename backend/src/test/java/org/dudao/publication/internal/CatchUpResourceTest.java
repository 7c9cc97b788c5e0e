package org.dudao.publication.internal;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class CatchUpResourceTest {
    @Inject
    Given given;

    @Inject
    CatchUp catchUp;

    @Inject
    Jdbi jdbi;

    /** As the version before the register left it: a notice with a number and no document. */
    private UUID approvedEarlier(String county, UUID school, int no, boolean withdrawn) {
        UUID notice = Ids.newId();
        jdbi.useHandle(h -> {
            h.execute(
                    "insert into rectification.notice (id, region_code, school_id, unit_name, title, state, document_year,"
                            + " document_no, number, drafted_by, drafter_name, drafted_at, approver_name, approved_at, issued_on,"
                            + " receipt_name, served_on, withdrawn_for) values (?, ?, ?, '旧学校', '旧通知', ?, 2025, ?, ?, 'x', '张',"
                            + " now(), '王主任', now(), '2025-03-01', '李校长', '2025-03-02', ?)",
                    notice,
                    county,
                    school,
                    withdrawn ? "WITHDRAWN" : "SERVED",
                    no,
                    "教督整改〔2025〕" + no + "号",
                    withdrawn ? "有误" : null);
            if (!withdrawn) {
                h.execute(
                        "insert into rectification.finding (id, region_code, school_id, unit_name, origin, rule, description,"
                                + " severity, found_on, found_by, finder_name, recorded_at, state, notice_id, requirement, term_days,"
                                + " term_kind) values (?, ?, ?, '旧学校', 'office', '规则', '旧问题', 'GENERAL', '2025-02-20', 'x', '张',"
                                + " now(), 'RECTIFYING', ?, '整改', 10, 'CALENDAR')",
                        Ids.newId(),
                        county,
                        school,
                        notice);
            }
        });
        return notice;
    }

    @Test
    void notices_approved_before_the_register_are_entered_once() {
        String county = given.aCounty();
        UUID school = given.aSchool(county, "211");
        UUID served = approvedEarlier(county, school, 1, false);
        UUID withdrawn = approvedEarlier(county, school, 2, true);
        catchUp.run();
        assertEquals(0, catchUp.run());
        String officer = given.aToken(Roles.OFFICER, county);
        document(officer, served)
                .body("items[0].number", equalTo("教督整改〔2025〕1号"))
                .body("items[0].servedOn", equalTo("2025-03-02"))
                .body("items[0].receiptName", equalTo("李校长"));
        // its findings went elsewhere: there is nothing a file could say
        document(officer, withdrawn)
                .body("items[0].state", equalTo("WITHDRAWN"))
                .body("items[0].withdrawnFor", equalTo("有误"))
                .body("items[0].fileState", equalTo("NONE"));
    }

    private static io.restassured.response.ValidatableResponse document(String token, UUID notice) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/api/v1/publication/documents?subject=" + notice)
                .then()
                .body("total", equalTo(1));
    }
}
