package org.dudao.registry.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.internal.SchoolDetails;
import org.dudao.registry.internal.SchoolExport;
import org.dudao.registry.internal.SchoolFilter;
import org.dudao.registry.internal.SchoolHistory;
import org.dudao.registry.internal.SchoolQuery;
import org.dudao.registry.internal.SchoolRow;
import org.dudao.registry.internal.SchoolService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of schools. */
@Path("/api/v1/schools")
@Tag(name = "schools")
public class SchoolResource {
    /** A new school. The code can never be changed or used again. */
    public record SchoolRequest(
            @NotBlank @Pattern(regexp = "[0-9]{10}") String code,
            @NotBlank @Size(max = 100) String name,
            @Valid @NotNull SchoolDetails details) {}

    /** A new name, from a day on. */
    public record RenameRequest(@NotBlank @Size(max = 100) String name, @NotNull LocalDate onDate) {}

    /** Closure at the start of a school year. */
    public record CloseRequest(@NotNull @Min(1949) @Max(2200) Integer year, @NotBlank @Size(max = 500) String reason) {}

    /** Merger into another open school at the start of a school year. */
    public record MergeRequest(@NotNull UUID intoSchoolId, @NotNull @Min(1949) @Max(2200) Integer year) {}

    /** Why a closure or merger is undone. */
    public record ReopenRequest(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    SchoolService service;

    @Inject
    SchoolQuery query;

    @Inject
    SchoolHistory history;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listSchools", summary = "Schools in the caller's scope, filtered, sorted, paged")
    public Page<SchoolRow> list(@BeanParam @Valid SchoolFilter filter) {
        return query.page(scope(filter), filter);
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportSchools", summary = "The filtered list as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = Downloads.XLSX,
                            schema =
                                    @Schema(
                                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                            format = "binary")))
    public Response export(@BeanParam @Valid SchoolFilter filter, @Context HttpHeaders headers) {
        Scope scope = scope(filter);
        var locale = Messages.language(headers.getAcceptableLanguages());
        return Downloads.attachment(
                Messages.text(locale, "registry.export.schools") + ".xlsx",
                Downloads.XLSX,
                out -> SchoolExport.write(out, locale, rows -> query.forEach(scope, filter, rows)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getSchool", summary = "One school")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchoolRow.class)))
    public Response get(@PathParam("id") UUID id) {
        SchoolRow row = query.get(user.scope(), id);
        return ETags.ok(row, row.version());
    }

    @GET
    @Path("/{id}/teaching-points")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listTeachingPoints", summary = "The teaching points of a school")
    public List<SchoolRow> points(@PathParam("id") UUID id) {
        query.get(user.scope(), id);
        return query.pointsOf(user.scope(), id);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listSchoolHistory", summary = "What happened to a school, newest first")
    public List<SchoolHistory.Event> history(@PathParam("id") UUID id) {
        query.get(user.scope(), id);
        return history.of(id);
    }

    @POST
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "registerSchool", summary = "Register a school")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchoolRow.class)))
    public Response register(@Valid @NotNull SchoolRequest request) {
        UUID id = service.register(request.code(), request.name(), request.details());
        SchoolRow row = query.get(user.scope(), id);
        return ETags.created("/api/v1/schools/" + id, row, row.version());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "updateSchool", summary = "Replace a school's attributes")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchoolRow.class)))
    public Response describe(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull SchoolDetails details) {
        service.describe(id, ifMatch, details);
        return get(id);
    }

    @POST
    @Path("/{id}/rename")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "renameSchool", summary = "Give a school a new name; its code stays")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchoolRow.class)))
    public Response rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull RenameRequest request) {
        service.rename(id, ifMatch, request.name(), request.onDate());
        return get(id);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "closeSchool", summary = "Close a school; it stays in the register")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchoolRow.class)))
    public Response close(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull CloseRequest request) {
        service.close(id, ifMatch, request.year(), request.reason());
        return get(id);
    }

    @POST
    @Path("/{id}/merge")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "mergeSchool", summary = "Merge a school into another; both keep the history")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchoolRow.class)))
    public Response merge(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull MergeRequest request) {
        service.merge(id, ifMatch, request.intoSchoolId(), request.year());
        return get(id);
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "reopenSchool", summary = "Undo a closure or merger entered by mistake")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchoolRow.class)))
    public Response reopen(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ReopenRequest request) {
        service.reopen(id, ifMatch, request.reason());
        return get(id);
    }

    private Scope scope(SchoolFilter filter) {
        filter.region = user.scope().requireRegion(filter.region);
        return user.scope();
    }
}
