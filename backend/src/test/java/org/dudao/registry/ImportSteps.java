package org.dudao.registry;

import static io.restassured.RestAssured.given;
import static org.dudao.support.Workbooks.workbook;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;
import org.awaitility.Awaitility;

/** The steps of an import as one officer takes them. */
record ImportSteps(String token) {
    RequestSpecification as() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    String upload(byte[] content, String name, String kind, Integer year) {
        RequestSpecification request = as().contentType("multipart/form-data")
                .multiPart("file", name, content)
                .multiPart("kind", kind);
        Response response = (year == null ? request : request.multiPart("year", "" + year)).post("/api/v1/imports");
        return response.then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse refused(String name, byte[] content, int status, String problem) {
        return as().contentType("multipart/form-data")
                .multiPart("file", name, content)
                .multiPart("kind", "FIGURES")
                .post("/api/v1/imports")
                .then()
                .statusCode(status)
                .body("code", equalTo(problem));
    }

    String checked(String id) {
        as().post("/api/v1/imports/" + id + "/check").then().statusCode(200);
        Awaitility.await().until(() -> state(id), is("CHECKED"));
        return id;
    }

    void committed(String id, String rows, boolean confirmed) {
        as().body(Map.of("rows", rows, "confirmed", confirmed))
                .post("/api/v1/imports/" + id + "/commit")
                .then()
                .statusCode(200);
        Awaitility.await().until(() -> state(id), is("COMMITTED"));
    }

    String state(String id) {
        return as().get("/api/v1/imports/" + id).path("state");
    }

    static byte[] figures(String code, String pupils) throws IOException {
        return workbook(sheet -> {
            sheet.row("code", "year", "PRIMARY.pupils");
            sheet.row(code, "2025", pupils);
        });
    }
}
