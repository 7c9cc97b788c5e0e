package org.dudao.registry.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.internal.FigureRules.Severity;
import org.dudao.registry.internal.imports.ColumnMapping;
import org.dudao.registry.internal.imports.ImportDownloads;
import org.dudao.registry.internal.imports.ImportKind;
import org.dudao.registry.internal.imports.ImportService;
import org.dudao.registry.internal.imports.ImportTarget;
import org.dudao.registry.internal.imports.ImportTargets;
import org.dudao.registry.internal.imports.ImportTemplate;
import org.dudao.registry.internal.imports.ImportView;
import org.dudao.registry.internal.imports.ProblemQuery;
import org.dudao.registry.internal.imports.ProblemView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Excel and CSV in: upload, mapping, dry run, marked workbook, commit. */
@Path("/api/v1/imports")
@RolesAllowed({DIRECTOR, OFFICER})
@Tag(name = "imports")
public class ImportResource {
    /** Where each target's value comes from; {@code saveAs} keeps it under a name for the next file of the kind. */
    public record MappingRequest(
            @NotEmpty @Size(max = 200) List<@Valid ColumnMapping> columns, @Size(max = 60) String saveAs) {}

    /** Which rows a commit takes. */
    public enum Rows {
        /** All; refused while any row has an error. */
        ALL,
        /** Those without errors. */
        CLEAN
    }

    /** @param confirmed whether unusual values were looked at; without it rows that need it are left out */
    public record CommitRequest(@NotNull Rows rows, boolean confirmed) {}

    @Inject
    ImportService service;

    @Inject
    ImportTargets targets;

    @Inject
    ImportTemplate template;

    @Inject
    ImportDownloads downloads;

    @Inject
    ProblemQuery problems;

    @Inject
    CurrentUser user;

    @GET
    @Operation(operationId = "listImports", summary = "Imports of the caller's region, newest first")
    public Page<ImportView> list(@BeanParam @Valid PageRequest page) {
        return service.page(page);
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportImports", summary = "The list of imports as xlsx, in the order asked for")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        Scope scope = user.scope();
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        return Downloads.attachment(
                Messages.text(locale, "registry.export.imports") + ".xlsx",
                Downloads.XLSX,
                out -> downloads.list(scope, page, locale, out));
    }

    @GET
    @Path("/targets")
    @Operation(operationId = "listImportTargets", summary = "What the columns of a file can be")
    public List<ImportTarget> targets(@QueryParam("kind") @NotNull ImportKind kind) {
        return targets.of(kind);
    }

    @GET
    @Path("/template")
    @Produces(Downloads.XLSX)
    @Operation(operationId = "getImportTemplate", summary = "An empty workbook to fill in, with a guide")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response template(
            @QueryParam("kind") @NotNull ImportKind kind,
            @QueryParam("year") @Min(1949) @Max(2200) Integer year,
            @Context HttpHeaders headers) {
        if (kind == ImportKind.FIGURES && year == null) {
            throw Problem.badRequest("kernel.constraint.NotNull", "year");
        }
        Scope scope = user.scope();
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        String name = Messages.text(
                locale, kind == ImportKind.SCHOOLS ? "registry.template.schools" : "registry.template.figures", year);
        return Downloads.attachment(
                name + ".xlsx", Downloads.XLSX, out -> template.write(out, kind, year, scope, locale));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadImport",
            summary = "Upload a workbook or CSV file; nothing is stored in the register yet")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportView.class)))
    public Response upload(
            @RestForm("file") FileUpload file,
            @RestForm("kind") ImportKind kind,
            @RestForm("year") Integer year,
            @RestForm("mappingId") UUID mappingId)
            throws IOException {
        if (file == null || kind == null) {
            throw Problem.unprocessable("kernel.required", file == null ? "file" : "kind");
        }
        if (year != null && (year < 1949 || year > 2200)) {
            throw Problem.unprocessable("registry.import.year", "year");
        }
        UUID id = service.upload(file.uploadedFile(), file.fileName(), kind, year, mappingId);
        return Response.created(URI.create("/api/v1/imports/" + id))
                .entity(service.get(id))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getImport", summary = "Where an import stands")
    public ImportView get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    @PUT
    @Path("/{id}/mapping")
    @Operation(operationId = "mapImport", summary = "Say where each target's value comes from")
    public ImportView map(@PathParam("id") UUID id, @Valid @NotNull MappingRequest request) {
        service.map(id, request.columns(), request.saveAs());
        return service.get(id);
    }

    @POST
    @Path("/{id}/check")
    @Operation(operationId = "checkImport", summary = "Start the dry run")
    public ImportView check(@PathParam("id") UUID id) {
        service.check(id);
        return service.get(id);
    }

    @GET
    @Path("/{id}/problems")
    @Operation(
            operationId = "listImportProblems",
            summary = "Every problem the dry run found, in the order of the file")
    public Page<ProblemView> problems(
            @PathParam("id") UUID id,
            @QueryParam("severity") Severity severity,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return problems.page(id, severity, page, Messages.language(headers.getAcceptableLanguages()));
    }

    @GET
    @Path("/{id}/marked")
    @Produces(Downloads.XLSX)
    @Operation(
            operationId = "getMarkedWorkbook",
            summary = "The user's own workbook with bad cells marked and a reason column")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response marked(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        ImportView view = service.get(id);
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        String base = view.fileName().replaceAll("\\.[A-Za-z]{3,4}$", "");
        return Downloads.attachment(
                base + Messages.text(locale, "registry.import.markedSuffix") + ".xlsx",
                Downloads.XLSX,
                out -> downloads.marked(view, locale, out));
    }

    @POST
    @Path("/{id}/commit")
    @Operation(
            operationId = "commitImport",
            summary = "Write the checked rows into the register, all or nothing of them")
    public ImportView commit(@PathParam("id") UUID id, @Valid @NotNull CommitRequest request) {
        service.commit(id, request.rows() == Rows.CLEAN, request.confirmed());
        return service.get(id);
    }

    @POST
    @Path("/{id}/discard")
    @Operation(operationId = "discardImport", summary = "Give an import up; nothing of it is stored")
    public ImportView discard(@PathParam("id") UUID id) {
        service.discard(id);
        return service.get(id);
    }
}
