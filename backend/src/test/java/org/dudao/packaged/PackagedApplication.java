package org.dudao.packaged;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged application as a process of its own, on the embedded database, trusting tokens of this test. */
final class PackagedApplication implements AutoCloseable {
    private static final KeyPair KEYS = keys();
    private static final String DEMO_DIRECTOR = "00000000-0000-7000-8000-000000000001";

    private final int port = freePort();
    private final int managementPort = freePort();
    private final Path data;
    private Process process;

    PackagedApplication(Path data) {
        this.data = data;
    }

    PackagedApplication start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        Map<String, String> env = builder.environment();
        env.put("DUDAO_MODE", "embedded");
        env.put("DUDAO_DATA", data.toString());
        env.put("DUDAO_PORT", "" + port);
        env.put("DUDAO_MANAGEMENT_PORT", "" + managementPort);
        env.put("QUARKUS_OIDC_APPLICATION_TYPE", "service");
        env.put(
                "QUARKUS_OIDC_PUBLIC_KEY",
                Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
        env.put("QUARKUS_OIDC_TOKEN_AUDIENCE", "any");
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("app.log").toFile()))
                .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> RestAssured.given()
                                .get("http://127.0.0.1:" + managementPort + "/health/ready")
                                .statusCode()
                        == 200);
        return this;
    }

    /** {@code kill -9}: no chance to clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    RequestSpecification asDirector() {
        String token = Jwt.claims()
                .subject(DEMO_DIRECTOR)
                .upn("director")
                .claim("preferred_username", "director")
                .audience("any")
                .issuer("https://test.dudao.example")
                .sign(KEYS.getPrivate());
        return RestAssured.given().baseUri("http://127.0.0.1:" + port).auth().oauth2(token);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
