package org.dudao.publication.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.text.CleanText;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.publication.internal.Offices;
import org.dudao.publication.internal.TemplateService;
import org.dudao.publication.internal.TemplateService.Templates;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Templates of official documents, which the office replaces itself, and the office's name. */
@Path("/api/v1/publication")
@RolesAllowed({DIRECTOR, OFFICER})
@Tag(name = "publication")
public class TemplateResource {
    private static final int LONGEST_NAME = 200;

    /** @param version which to use; 0 is the shipped one */
    public record UseRequest(@NotNull @Min(0) @Max(1_000_000) Integer version) {}

    /** How the office calls itself on documents. */
    public record OfficeRequest(@NotBlank @Size(max = 60) String name) {}

    @Inject
    TemplateService service;

    @Inject
    Offices offices;

    @Inject
    CurrentUser user;

    @Context
    HttpHeaders headers;

    @GET
    @Path("/templates")
    @Operation(operationId = "listTemplates", summary = "Every kind of document with the template in use")
    public List<TemplateResponse> list() {
        Locale locale = locale();
        return service.list(user.account()).stream()
                .map(t -> TemplateResponse.from(t, locale))
                .toList();
    }

    @GET
    @Path("/templates/{kind}")
    @Operation(operationId = "getTemplates", summary = "A kind of document, its fields and its templates")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TemplateResponse.class)))
    public Response get(@PathParam("kind") String kind) {
        return ok(service.get(kind, user.account()));
    }

    @GET
    @Path("/templates/{kind}/file")
    @Produces(Files.DOCX)
    @Operation(operationId = "downloadTemplate", summary = "A template as docx, to be changed in Word")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Files.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response file(
            @PathParam("kind") String kind, @QueryParam("version") @Min(0) @Max(1_000_000) Integer version) {
        Templates of = service.get(kind, user.account());
        byte[] file = service.file(kind, version, user.account());
        return Files.attachment(
                of.kind().name() + "模板" + (version == null ? "" : " " + version) + ".docx",
                out -> out.write(file),
                () -> {});
    }

    @GET
    @Path("/templates/{kind}/preview")
    @Produces(Files.PDF)
    @Operation(operationId = "previewTemplate", summary = "A template filled with sample data, as PDF")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Files.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response preview(
            @PathParam("kind") String kind, @QueryParam("version") @Min(0) @Max(1_000_000) Integer version) {
        byte[] pdf = service.preview(kind, version, user.account());
        return Files.inline(kind + ".pdf", out -> out.write(pdf), () -> {});
    }

    @POST
    @Path("/templates/{kind}/versions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "replaceTemplate", summary = "Upload a docx and use it for the documents to come")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TemplateResponse.class)))
    public Response replace(
            @PathParam("kind") String kind, @HeaderParam("If-Match") String ifMatch, @RestForm("file") FileUpload file)
            throws IOException {
        if (file == null) {
            throw Problem.unprocessable("kernel.required", "file");
        }
        byte[] bytes;
        try (InputStream in = java.nio.file.Files.newInputStream(file.uploadedFile())) {
            bytes = in.readNBytes(TemplateService.MOST_BYTES + 1);
        }
        String name = file.fileName() == null ? "" : CleanText.fileName(file.fileName(), LONGEST_NAME);
        return ok(service.replace(kind, name.isEmpty() ? kind : name, bytes, ifMatch, user.account()));
    }

    @POST
    @Path("/templates/{kind}/use")
    @Operation(operationId = "useTemplate", summary = "Use an earlier template again, or the shipped one")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TemplateResponse.class)))
    public Response use(
            @PathParam("kind") String kind, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UseRequest r) {
        return ok(service.use(kind, r.version(), ifMatch, user.account()));
    }

    @GET
    @Path("/office")
    @Operation(operationId = "getOffice", summary = "The office that issues documents")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Offices.Office.class)))
    public Response office() {
        Offices.Office office = offices.of(user.scope().regionPrefix());
        return ETags.ok(office, office.version());
    }

    @PUT
    @Path("/office")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "renameOffice", summary = "How the office calls itself on documents to come")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Offices.Office.class)))
    public Response rename(@HeaderParam("If-Match") String ifMatch, @Valid @NotNull OfficeRequest r) {
        Offices.Office office = offices.rename(r.name().strip(), ifMatch, user.account());
        return ETags.ok(office, office.version());
    }

    private Response ok(Templates t) {
        return ETags.ok(TemplateResponse.from(t, locale()), t.version());
    }

    private Locale locale() {
        return Messages.language(headers.getAcceptableLanguages());
    }
}
