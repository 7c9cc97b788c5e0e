package org.dudao.rectification;

import static org.dudao.rectification.GivenFindings.FINDINGS;
import static org.dudao.rectification.GivenFindings.as;
import static org.dudao.rectification.GivenFindings.finding;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.evidence.GivenFiles;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.Test;

/** The trail names what a file was attached to. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ProofTrailResourceTest {
    @Inject
    Given given;

    @Inject
    Clock clock;

    @Test
    void what_a_file_was_attached_to_is_named_and_ids_are_not_shown() {
        String county = given.aCounty();
        UUID school = given.aSchool(given.aTownship(county, 1), "211");
        String officer = given.aToken(Roles.OFFICER, county);
        UUID photo = GivenFiles.aFile(officer, "通道.jpg", GivenFiles.aPhoto(20, 20));
        Map<String, Object> body =
                finding(school, "GENERAL", LocalDate.now(clock).toString());
        body.put("evidence", List.of(photo));
        String unit = as(officer)
                .body(body)
                .post(FINDINGS)
                .then()
                .statusCode(201)
                .extract()
                .path("finding.unitName");
        as(given.aToken(Roles.DIRECTOR, county))
                .queryParam("action", "file.attached")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.subjectTitle", contains("通道.jpg"))
                .body("items[0].changes.find { it.code == 'subject' }.after", equalTo(unit + "：东侧疏散通道堆放杂物"))
                .body("items[0].changes.findAll { it.code == 'item' }.size()", equalTo(0));
    }
}
