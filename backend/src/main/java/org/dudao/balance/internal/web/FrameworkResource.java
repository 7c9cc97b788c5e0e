package org.dudao.balance.internal.web;

import static org.dudao.kernel.security.Roles.*;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.dudao.balance.internal.FrameworkService;
import org.dudao.balance.internal.StoredFramework;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.export.ListTables;
import org.dudao.balance.internal.export.Words;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.FactCatalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The frameworks: national ones and the variants made from them. */
@Path("/api/v1/balance/frameworks")
@Tag(name = "balance frameworks")
public class FrameworkResource {
    /** A copy under a code of its own; the code of an own framework makes its next version. */
    public record CopyRequest(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{2,39}") String code,
            @NotBlank @Size(max = 100) String nameZh,
            @NotBlank @Size(max = 200) String nameEn) {}

    /** What a draft shall say; code and version stay. */
    public record FrameworkRequest(
            @NotBlank @Size(max = 100) String nameZh,
            @NotBlank @Size(max = 200) String nameEn,
            @NotBlank @Size(max = 200) String source,
            @NotNull FrameworkDocument.Decision decision,
            @NotEmpty @Size(max = 20) List<FrameworkDocument.@NotNull Indicator> indicators,
            @NotEmpty @Size(max = 300) List<FrameworkDocument.@NotNull Parameter> parameters) {}

    @Inject
    FrameworkService service;

    @Inject
    CurrentUser user;

    @Inject
    Caller caller;

    @Inject
    FactCatalogue catalogue;

    @GET
    @Authenticated
    @Operation(
            operationId = "listFrameworks",
            summary = "Frameworks the caller may compute with or edit, with the codes of their facts")
    public List<FrameworkResponse> list() {
        return service.list(caller.scopeOrNull()).stream()
                .map(FrameworkResponse::from)
                .toList();
    }

    @GET
    @Path("/export")
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportFrameworks", summary = "The list of frameworks as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@Context HttpHeaders headers) {
        List<StoredFramework> frameworks = service.list(user.scope());
        Words words = new Words(Messages.language(headers.getAcceptableLanguages()), catalogue);
        return Downloads.attachment(
                words.t("frameworks") + ".xlsx", Downloads.XLSX, out -> ListTables.frameworks(out, frameworks, words));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getFramework", summary = "One framework")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FrameworkResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.get(id, user.scope()));
    }

    @POST
    @Path("/{id}/copy")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "copyFramework", summary = "Make a draft from any version")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FrameworkResponse.class)))
    public Response copy(@PathParam("id") UUID id, @Valid @NotNull CopyRequest request) {
        StoredFramework draft = service.copy(id, request.code(), request.nameZh(), request.nameEn(), user.account());
        return ETags.created(
                "/api/v1/balance/frameworks/" + draft.id(), FrameworkResponse.from(draft), draft.lockVersion());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "updateFramework", summary = "Replace what a draft says")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FrameworkResponse.class)))
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull FrameworkRequest request) {
        FrameworkDocument changed = new FrameworkDocument(
                null,
                0,
                request.nameZh(),
                request.nameEn(),
                request.source(),
                request.decision(),
                request.indicators(),
                request.parameters());
        return ok(service.edit(id, changed, ifMatch, user.account()));
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "publishFramework", summary = "Publish a draft; it never changes again")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FrameworkResponse.class)))
    public Response publish(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.publish(id, ifMatch, user.account()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "deleteFrameworkDraft", summary = "Throw a draft away")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.delete(id, ifMatch, user.account());
    }

    private static Response ok(StoredFramework framework) {
        return ETags.ok(FrameworkResponse.from(framework), framework.lockVersion());
    }
}
