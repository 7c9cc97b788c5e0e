package org.dudao.kernel.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Completes the interface document: every answer has a description, every operation says how it fails, tags are listed. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class InterfaceDocument implements OASFilter {
    private static final Map<String, String> MEANING =
            Map.of("200", "Done", "201", "Created", "202", "Accepted", "204", "Done, nothing to return");
    private static final String PROBLEM = "Problem";
    private static final String PAGE = "Page";
    private static final String SCHEMAS = "#/components/schemas/";

    private final TreeSet<String> tags = new TreeSet<>();

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getTags() != null) {
            tags.addAll(operation.getTags());
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getDescription() == null || response.getDescription().isBlank()) {
                response.setDescription(MEANING.getOrDefault(status, "Answer " + status));
            }
        });
        APIResponse problem = OASFactory.createAPIResponse()
                .description("A problem (RFC 9457): 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429 or 500")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                mediaType(OASFactory.createSchema().ref(SCHEMAS + PROBLEM))));
        operation.getResponses().removeAPIResponse("401");
        operation.getResponses().removeAPIResponse("403");
        operation.getResponses().addAPIResponse("default", problem);
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        namePages(document);
        document.setTags(
                tags.stream().map(name -> OASFactory.createTag().name(name)).toList());
        Schema text = OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
        Schema field = OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .description("A field and what is wrong with it")
                .addProperty("field", text)
                .addProperty("code", text)
                .addProperty("message", text);
        field.setRequired(List.of("field", "code", "message"));
        Schema problem = OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .description("Why a call failed and what to do, in the caller's language (RFC 9457)")
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)))
                .addProperty("code", text)
                .addProperty("detail", text)
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .items(field));
        problem.setRequired(List.of("type", "title", "status", "code", "detail", "errors"));
        document.getComponents().addSchema(PROBLEM, problem);
    }

    /** A page is named after what is on it; two kinds of rows would else be told apart by a number. */
    private static void namePages(OpenAPI document) {
        Map<String, String> names = new HashMap<>();
        Map<String, Schema> schemas =
                new LinkedHashMap<>(document.getComponents().getSchemas());
        schemas.forEach((name, schema) -> {
            Schema items = name.startsWith(PAGE) ? schema.getProperties().get("items") : null;
            if (items != null && items.getItems() != null && items.getItems().getRef() != null) {
                String ref = items.getItems().getRef();
                String better = PAGE + ref.substring(ref.lastIndexOf('/') + 1);
                if (!better.equals(name)) {
                    names.put(SCHEMAS + name, SCHEMAS + better);
                    document.getComponents().removeSchema(name);
                    document.getComponents().addSchema(better, schema);
                }
            }
        });
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .filter(schema -> schema != null && names.containsKey(schema.getRef()))
                .forEach(schema -> schema.setRef(names.get(schema.getRef())));
    }

    private static MediaType mediaType(Schema schema) {
        return OASFactory.createMediaType().schema(schema);
    }
}
