package org.dudao.kernel;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.Roles;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.dudao.support.Operations;
import org.dudao.support.Operations.Operation;
import org.dudao.support.Operations.Parameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every operation of the interface document. Who may call what is written down in {@code
 * who-may-call.txt}; a new operation must be added there, an annotation changed by mistake fails here.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class EveryOperationResourceTest {
    private static final Path MATRIX = Path.of("src/test/resources/who-may-call.txt");
    private static final Map<String, Set<String>> ALLOWED = matrix();

    @Inject
    Given given;

    final Map<String, String> tokens = new HashMap<>();

    @BeforeEach
    void aTokenOfEveryRole() {
        String county = given.aCounty();
        UUID zone = given.aZone(county);
        UUID school = given.aSchool(county, "211");
        for (String role : Roles.ALL) {
            String region = Roles.TOWNSHIP.equals(role) ? given.aTownship(county, 1) : county;
            tokens.put(
                    role,
                    given.aToken(
                            role,
                            region,
                            Roles.INSPECTOR.equals(role) ? zone : null,
                            Roles.SCHOOL.equals(role) ? school : null));
        }
    }

    static Stream<Operation> operations() {
        return Operations.committed().all();
    }

    /** What is open to everybody, an account or not. */
    private static boolean open(Operation o) {
        return ALLOWED.getOrDefault(o.id(), Set.of()).contains("public");
    }

    static Stream<Operation> openOperations() {
        return operations().filter(EveryOperationResourceTest::open);
    }

    static Stream<Operation> closedOperations() {
        return operations().filter(o -> !open(o));
    }

    static Stream<Operation> operationsWithABody() {
        return operations().filter(o -> o.body() != null);
    }

    static Stream<Operation> operationsWithTypedParameters() {
        return operations().filter(o -> o.parameters().stream().anyMatch(EveryOperationResourceTest::typed));
    }

    static Stream<Operation> operationsThatSearch() {
        return operations().filter(o -> !o.path().endsWith("/export")).filter(o -> o.parameters().stream()
                .anyMatch(p -> "q".equals(p.name())));
    }

    @Test
    void the_matrix_names_every_operation_and_no_other() {
        assertEquals(operations().map(Operation::id).collect(Collectors.toCollection(TreeSet::new)), ALLOWED.keySet());
    }

    @ParameterizedTest
    @MethodSource("openOperations")
    void what_is_open_lies_below_public_and_answers_without_credentials(Operation o) {
        assertTrue(o.path().startsWith("/api/v1/public/"), o.path());
        o.request().request(o.method(), o.address()).then().statusCode(not(oneOf(401, 403, 500)));
    }

    @ParameterizedTest
    @MethodSource("closedOperations")
    void without_credentials_it_is_401(Operation o) {
        o.request()
                .request(o.method(), o.address())
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_role_the_matrix_does_not_name_is_403_and_one_it_names_is_not(Operation o) {
        for (String role : Roles.ALL) {
            boolean allowed = ALLOWED.get(o.id()).contains(role);
            o.request()
                    .auth()
                    .oauth2(tokens.get(role))
                    .request(o.method(), o.address())
                    .then()
                    .statusCode(allowed ? not(oneOf(401, 403, 500)) : is(403));
        }
    }

    @ParameterizedTest
    @MethodSource("operationsThatSearch")
    void a_search_text_that_is_too_long_is_400_on_every_list_alike(Operation o) {
        for (int length : List.of(PageRequest.MAX_SEARCH, PageRequest.MAX_SEARCH + 1)) {
            o.request()
                    .auth()
                    .oauth2(tokens.get(anyAllowed(o)))
                    .queryParam("q", "字".repeat(length))
                    .request(o.method(), o.address())
                    .then()
                    .body("errors.field", length > PageRequest.MAX_SEARCH ? hasItem("q") : not(hasItem("q")));
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void another_media_type_is_415(Operation o) {
        RestAssured.given()
                .auth()
                .oauth2(tokens.get(anyAllowed(o)))
                .contentType("application/xml")
                .body("<x/>")
                .request(o.method(), o.address())
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @MethodSource("operationsWithTypedParameters")
    void a_parameter_that_cannot_be_read_is_400_and_named(Operation o) {
        for (Parameter p : o.parameters()) {
            if (!typed(p)) {
                continue;
            }
            boolean path = "path".equals(p.in());
            var request = o.request().auth().oauth2(tokens.get(anyAllowed(o)));
            if (!path) {
                request.queryParam(p.name(), "x;drop");
            }
            request.request(o.method(), o.address(path ? p.name() : null, "nonsense"))
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.field", hasItem(p.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void a_field_the_operation_does_not_know_is_400_and_named(Operation o) {
        if (!"application/json".equals(o.body())) {
            return;
        }
        RestAssured.given()
                .auth()
                .oauth2(tokens.get(anyAllowed(o)))
                .contentType("application/json")
                .body("{\"noSuchField\": 1}")
                .request(o.method(), o.address())
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("noSuchField"));
    }

    private static boolean typed(Parameter p) {
        return !"header".equals(p.in()) && !"string".equals(p.type()) || "sort".equals(p.name());
    }

    private static String anyAllowed(Operation o) {
        return List.of(Roles.DIRECTOR, Roles.OFFICER, Roles.PROVINCE, Roles.SCHOOL, Roles.INSPECTOR).stream()
                .filter(ALLOWED.get(o.id())::contains)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Set<String>> matrix() {
        try {
            Map<String, Set<String>> allowed = new LinkedHashMap<>();
            for (String line : Files.readAllLines(MATRIX)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] words = line.strip().split("\\s+");
                    allowed.put(
                            words[0],
                            "any".equals(words[1])
                                    ? Roles.ALL
                                    : "public".equals(words[1])
                                            ? Stream.concat(Stream.of("public"), Roles.ALL.stream())
                                                    .collect(Collectors.toSet())
                                            : Stream.of(words).skip(1).collect(Collectors.toSet()));
                }
            }
            return allowed;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
