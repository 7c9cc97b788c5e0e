package org.dudao.kernel.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
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
                                mediaType(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
        operation.getResponses().removeAPIResponse("401");
        operation.getResponses().removeAPIResponse("403");
        operation.getResponses().addAPIResponse("default", problem);
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
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

    private static MediaType mediaType(Schema schema) {
        return OASFactory.createMediaType().schema(schema);
    }
}
