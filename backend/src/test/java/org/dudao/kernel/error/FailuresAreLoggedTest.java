package org.dudao.kernel.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reports a failure has its reference; the log must have it too, whatever way the failure came. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class FailuresAreLoggedTest {
    private static final HttpHeaders HEADERS = (HttpHeaders) Proxy.newProxyInstance(
            HttpHeaders.class.getClassLoader(),
            new Class<?>[] {HttpHeaders.class},
            (proxy, method, args) -> method.getName().equals("getAcceptableLanguages") ? List.of(Locale.CHINA) : null);

    @Inject
    Given given;

    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public synchronized void publish(LogRecord line) {
            lines.add(String.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing to close
        }
    };

    /** A route outside the resources that fails. */
    void route(@Observes Router router) {
        router.get("/failing").order(-100_000).handler(c -> {
            throw new IllegalStateException("as planned");
        });
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(handler);
    }

    private void logged(Response answer, int status) {
        ProblemBody body = (ProblemBody) answer.getEntity();
        assertEquals(status, body.status());
        String reference = body.instance().substring("urn:uuid:".length());
        assertTrue(lines.stream().anyMatch(l -> l.contains(reference)), lines::toString);
    }

    @Test
    void however_a_failure_is_thrown_its_reference_is_in_the_log() {
        ProblemMappers mappers = new ProblemMappers();
        logged(mappers.problem(new Problem(500, "evidence.upload.refused.500", List.of()), HEADERS), 500);
        logged(mappers.problem(new Problem(507, "evidence.upload.diskFull", List.of()), HEADERS), 507);
        logged(mappers.web(new InternalServerErrorException(), HEADERS), 500);
        logged(mappers.unexpected(new IllegalStateException("as planned"), HEADERS), 500);
    }

    @Test
    void what_a_caller_can_mend_has_no_reference() {
        Response answer = new ProblemMappers().problem(Problem.conflict("kernel.conflict.exists"), HEADERS);
        assertNull(((ProblemBody) answer.getEntity()).instance());
    }

    @Test
    void a_failure_outside_the_resources_is_logged_too() {
        RestAssured.given()
                .auth()
                .oauth2(given.aToken("officer", given.aCounty()))
                .get("/failing")
                .then()
                .statusCode(500);
        assertTrue(lines.stream().anyMatch(l -> l.contains("/failing")), lines::toString);
    }
}
