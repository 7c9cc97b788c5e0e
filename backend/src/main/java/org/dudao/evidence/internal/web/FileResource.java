package org.dudao.evidence.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dudao.evidence.internal.FileFilter;
import org.dudao.evidence.internal.FileRow;
import org.dudao.evidence.internal.FileService;
import org.dudao.evidence.internal.FileService.Form;
import org.dudao.evidence.internal.FileSheet;
import org.dudao.evidence.internal.ProofService;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.CleanText;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files: found, described, downloaded. Whoever may see something a file proves may see the file. */
@Path("/api/v1/evidence/files")
@RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
@Tag(name = "evidence")
public class FileResource {
    /** What its sender may mend. */
    @Schema(name = "EvidenceFileRequest")
    public record FileRequest(
            @NotBlank @Size(max = 200) String name, LocalDate factOn, @Size(max = 1000) String note) {}

    /**
     * A file with where it is used.
     *
     * @param uses newest first; only what the caller may see
     */
    @Schema(name = "EvidenceFileDetail")
    public record FileDetail(FileResponse file, List<ProofService.Use> uses) {}

    @Inject
    FileService service;

    @Inject
    ProofService proofs;

    @Inject
    Blobs blobs;

    @Inject
    CurrentUser user;

    @GET
    @Operation(operationId = "listFiles", summary = "Files the caller sent or that prove what he may see")
    public Page<FileResponse> list(@BeanParam @Valid FileFilter filter) {
        return service.list(filter, user.account()).map(this::response);
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportFiles", summary = "The filtered list of files as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid FileFilter filter, @Context HttpHeaders headers) {
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        Account by = user.account();
        return Downloads.attachment(
                Messages.text(locale, "evidence.sheet.name") + ".xlsx",
                Downloads.XLSX,
                out -> FileSheet.write(out, locale, rows -> service.forEach(filter, by, rows)));
    }

    @GET
    @Path("/some")
    @Operation(
            operationId = "getFiles",
            summary = "Several files by id, in that order; those out of sight are left out")
    public List<FileResponse> some(@QueryParam("id") @NotEmpty @Size(max = 100) List<@NotNull UUID> ids) {
        return service.some(ids, user.account()).stream().map(this::response).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getFile", summary = "One file and where it is used")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FileDetail.class)))
    public Response get(@PathParam("id") UUID id) {
        return detail(service.get(id, user.account()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP})
    @Operation(operationId = "describeFile", summary = "Mend name, day or note of a file one sent")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FileDetail.class)))
    public Response describe(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull FileRequest r) {
        return detail(
                service.describe(id, ifMatch, CleanText.fileName(r.name(), 200), r.factOn(), r.note(), user.account()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP})
    @Operation(operationId = "deleteFile", summary = "Delete a file one sent that never proved anything")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.delete(id, ifMatch, user.account());
    }

    @GET
    @Path("/{id}/content")
    @Operation(operationId = "downloadFile", summary = "The original, whole or one range; each download is recorded")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(
            @PathParam("id") UUID id,
            @QueryParam("save") Boolean save,
            @HeaderParam("Range") String range,
            @HeaderParam("If-None-Match") String ifNoneMatch)
            throws IOException {
        FileService.Given g = service.give(id, Form.ORIGINAL, user.account());
        return ContentAnswer.of(
                blobs, g.sha256(), g.mediaType(), g.name(), !Boolean.FALSE.equals(save), range, ifNoneMatch);
    }

    @GET
    @Path("/{id}/thumbnail")
    @Operation(operationId = "getThumbnail", summary = "A small upright picture")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response thumbnail(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch)
            throws IOException {
        FileService.Given g = service.give(id, Form.THUMBNAIL, user.account());
        return ContentAnswer.of(blobs, g.sha256(), g.mediaType(), "", false, null, ifNoneMatch);
    }

    @GET
    @Path("/{id}/published")
    @Operation(
            operationId = "downloadPublishedPicture",
            summary = "The picture without what the camera wrote beside it")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response published(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch)
            throws IOException {
        FileService.Given g = service.give(id, Form.PUBLISHED, user.account());
        return ContentAnswer.of(blobs, g.sha256(), g.mediaType(), g.name(), true, null, ifNoneMatch);
    }

    private FileResponse response(FileRow f) {
        return FileResponse.from(f, user.account().subject(), service.sweptOn(f));
    }

    private Response detail(FileRow f) {
        return ETags.ok(new FileDetail(response(f), proofs.uses(f.id(), user.account())), f.version());
    }
}
