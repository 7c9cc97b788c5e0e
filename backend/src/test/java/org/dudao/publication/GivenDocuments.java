package org.dudao.publication;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Documents by call, as people would handle them. */
final class GivenDocuments {
    static final String DOCUMENTS = "/api/v1/publication/documents";
    static final String TEMPLATES = "/api/v1/publication/templates";

    private GivenDocuments() {}

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** The only document of a notice or finding and kind. */
    static Map<String, Object> of(String token, String subject, String kind) {
        return list(token, subject).get("items.find { it.kind == '" + kind + "' }");
    }

    static JsonPath list(String token, String subject) {
        return as(token)
                .get(DOCUMENTS + "?subject=" + subject)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits until a document's file is made. */
    static void ready(String token, Object id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        as(token).get(DOCUMENTS + "/" + id).path("fileState").equals("READY"));
    }

    /** What a document's PDF says, without blanks. */
    static String text(String token, Object id) {
        ready(token, id);
        Response file = as(token).get(DOCUMENTS + "/" + id + "/pdf");
        file.then().statusCode(200).contentType("application/pdf");
        return text(file.asByteArray());
    }

    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC)
                    .replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads a template with the version now stored. */
    static Response replace(String token, String kind, String name, byte[] file) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", as(token).get(TEMPLATES + "/" + kind).header("ETag"))
                .multiPart("file", name, file, "application/octet-stream")
                .post(TEMPLATES + "/" + kind + "/versions");
    }

    /** Posts a step with the version now stored. */
    static Response post(String token, Object id, String step, Map<String, ?> body) {
        RequestSpecification request =
                as(token).header("If-Match", as(token).get(DOCUMENTS + "/" + id).header("ETag"));
        return (body == null ? request : request.body(body)).post(DOCUMENTS + "/" + id + "/" + step);
    }
}
