package org.dudao.kernel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.dudao.support.DatabaseResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that names the files of one release must not outlive it in a browser. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class CachingResourceTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/balance/runs", "/imports/0197-a", "/assets/../index.html"})
    void the_page_is_asked_for_again_under_every_address(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Cache-Control", equalTo("no-cache"));
    }

    @Test
    void a_file_named_by_its_content_is_kept() {
        given().get("/assets/planted-1a2b3c4d.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, immutable, max-age=31536000"));
        given().get("/assets/gone-00000000.js")
                .then()
                .statusCode(404)
                .header("Cache-Control", not(containsString("immutable")));
    }

    @Test
    void answers_of_the_interface_are_not_stored() {
        given().get("/api/v1/schools").then().statusCode(401).header("Cache-Control", equalTo("no-store"));
    }
}
