package org.dudao.support;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** Every operation of the committed interface document, with parameters that fit their types. */
public record Operations(Map<String, Object> document) {
    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");
    private static final String SOME_ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    /**
     * @param body media type of the body it takes, null when it takes none
     */
    public record Operation(String id, String method, String path, List<Parameter> parameters, String body) {
        /** The address with every path parameter filled in, {@code changed} with the given value. */
        public String address(String changed, String value) {
            String address = path;
            for (Parameter p : parameters) {
                if ("path".equals(p.in())) {
                    address = address.replace("{" + p.name() + "}", p.name().equals(changed) ? value : p.sample());
                }
            }
            return address;
        }

        public String address() {
            return address(null, null);
        }

        /** A request with an empty body of the kind the operation takes. */
        public RequestSpecification request() {
            RequestSpecification request = RestAssured.given().urlEncodingEnabled(true);
            if ("multipart/form-data".equals(body)) {
                return request.multiPart("nothing", "");
            }
            return body == null ? request : request.contentType(body).body("{}".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** @param type {@code string}, {@code integer}, {@code boolean}, {@code uuid}, {@code date} or {@code choice} */
    public record Parameter(String name, String in, String type) {
        String sample() {
            return switch (type) {
                case "uuid" -> SOME_ID;
                case "integer" -> "2025";
                default -> "none";
            };
        }
    }

    public static Operations committed() {
        try {
            return new Operations(new Yaml().load(Files.readString(Path.of("..", "openapi", "dudao.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Stream<Operation> all() {
        List<Operation> found = new ArrayList<>();
        map(document.get("paths")).forEach((path, methods) -> map(methods).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                found.add(read(path, method, map(operation)));
            }
        }));
        return found.stream();
    }

    private Operation read(String path, String method, Map<String, Object> operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (Object p : (List<?>) operation.getOrDefault("parameters", List.of())) {
            Map<String, Object> parameter = map(p);
            parameters.add(new Parameter(
                    (String) parameter.get("name"), (String) parameter.get("in"), type(map(parameter.get("schema")))));
        }
        String body = null;
        if (operation.get("requestBody") != null) {
            body = map(map(operation.get("requestBody")).get("content"))
                    .keySet()
                    .iterator()
                    .next();
        }
        return new Operation((String) operation.get("operationId"), method, path, parameters, body);
    }

    private String type(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String ref) {
            Map<String, Object> schemas = map(map(document.get("components")).get("schemas"));
            return type(map(schemas.get(ref.substring(ref.lastIndexOf('/') + 1))));
        }
        for (String several : List.of("allOf", "anyOf", "oneOf")) {
            if (schema.get(several) instanceof List<?> parts) {
                return type(map(parts.get(0)));
            }
        }
        if (schema.containsKey("enum")) {
            return "choice";
        }
        if (schema.get("format") instanceof String format
                && List.of("uuid", "date").contains(format)) {
            return format;
        }
        Object type = schema.get("type");
        return type instanceof List<?> types
                ? types.stream()
                        .map(String::valueOf)
                        .filter(t -> !"null".equals(t))
                        .findFirst()
                        .orElse("string")
                : String.valueOf(type);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? new TreeMap<>() : (Map<String, Object>) value;
    }
}
