package org.dudao.indexsystem.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.dudao.indexsystem.CountSource;
import org.dudao.indexsystem.Findings;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.internal.IndexSystemService;
import org.dudao.indexsystem.internal.Revisions;
import org.dudao.kernel.file.FileReferences;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.FactCatalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Index systems (指标体系): the shipped ones and the region's own. */
@Path("/api/v1/index-systems")
@Tag(name = "index systems")
public class IndexSystemResource {
    /** A copy under a code of its own; the code of an own system makes its next version. */
    public record IndexSystemCopyRequest(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{2,39}") String code,
            @NotBlank @Size(max = 100) String nameZh,
            @NotBlank @Size(max = 200) String nameEn) {}

    /**
     * What was found, to be scored.
     *
     * @param schoolId a school whose figures answer the items taken from the register; null for none
     * @param year school year of those figures; needed with a school
     */
    public record ScoreRequest(@NotNull Findings findings, UUID schoolId, Integer year) {}

    @Inject
    IndexSystemService service;

    @Inject
    RegisterFacts facts;

    @Inject
    FactCatalogue catalogue;

    @Inject
    FileReferences files;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listIndexSystems", summary = "Index systems the caller may work with or edit")
    public List<IndexSystemSummary> list(@BeanParam @Valid ListFilter filter) {
        return service.list(user.account()).stream()
                .filter(filter)
                .map(IndexSystemSummary::from)
                .toList();
    }

    @POST
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "createIndexSystem", summary = "A draft from a document of one's own")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndexSystemResponse.class)))
    public Response create(@Valid @NotNull IndexSystemDocument document) {
        return created(service.create(DocumentReading.whole(document), user.account()));
    }

    @GET
    @Path("/counts")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listIndexCounts", summary = "What other modules count, for items of the kind COUNT")
    public List<CountSource.Count> counts() {
        return facts.counts();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getIndexSystem", summary = "One version as a whole")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndexSystemResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.get(id, user.account()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "updateIndexSystem", summary = "Replace what a draft says; code and version stay")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndexSystemResponse.class)))
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull IndexSystemDocument document) {
        return ok(service.edit(id, DocumentReading.whole(document), ifMatch, user.account()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "deleteIndexSystemDraft", summary = "Throw a draft away")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.delete(id, ifMatch, user.account());
    }

    @POST
    @Path("/{id}/copy")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "copyIndexSystem", summary = "Make a draft from any version")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndexSystemResponse.class)))
    public Response copy(@PathParam("id") UUID id, @Valid @NotNull IndexSystemCopyRequest request) {
        return created(service.copy(id, request.code(), request.nameZh(), request.nameEn(), user.account()));
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "publishIndexSystem", summary = "Publish a draft; it never changes again")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndexSystemResponse.class)))
    public Response publish(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.publish(id, ifMatch, user.account()));
    }

    @POST
    @Path("/{id}/retire")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "retireIndexSystem", summary = "Take a published version out of use")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndexSystemResponse.class)))
    public Response retire(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.retire(id, ifMatch, user.account()));
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listIndexSystemChanges",
            summary = "What changed since the version it was made from, or against another")
    public List<Revisions.Change> changes(@PathParam("id") UUID id, @QueryParam("against") UUID against) {
        return service.diff(id, against, user.account());
    }

    @POST
    @Path("/{id}/score")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "scoreFindings", summary = "Score findings under a version without storing anything")
    public ScoreResponse score(
            @PathParam("id") UUID id, @Valid @NotNull ScoreRequest request, @Context HttpHeaders headers) {
        IndexSystem system = service.get(id, user.account());
        files.check(request.findings().files(), user.account(), "findings.evidence");
        Findings findings = facts.with(request.findings(), request.schoolId(), request.year(), user.scope());
        return ScoreResponse.from(
                service.score(system, findings),
                new FactWords(catalogue.all()),
                Messages.language(headers.getAcceptableLanguages()));
    }

    private Response ok(IndexSystem system) {
        return ETags.ok(response(system), system.lockVersion());
    }

    private Response created(IndexSystem system) {
        return ETags.created("/api/v1/index-systems/" + system.id(), response(system), system.lockVersion());
    }

    private IndexSystemResponse response(IndexSystem system) {
        return IndexSystemResponse.from(system, user.scope().coversRegion(system.regionCode()));
    }
}
