package org.dudao.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dudao.support.DatabaseResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * The committed interface document is what the build emits. To accept a change, run with {@code -Dopenapi.update=true}
 * ({@code ./dudao openapi}) and commit the file with the code.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class OpenApiSnapshotTest {
    private static final Path COMMITTED = Path.of("..", "openapi", "dudao.yaml");

    @Test
    void committed_document_is_current() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        String emitted = RestAssured.given()
                .get(managementUrl(port) + "/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, emitted);
        }
        assertEquals(
                Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "",
                emitted,
                "openapi/dudao.yaml is not what the code says: run ./dudao openapi and commit the file");
    }

    private static String managementUrl(int port) {
        return "http://127.0.0.1:" + port;
    }
}
