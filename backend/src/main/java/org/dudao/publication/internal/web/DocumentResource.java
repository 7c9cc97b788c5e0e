package org.dudao.publication.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.publication.internal.Document;
import org.dudao.publication.internal.DocumentFilter;
import org.dudao.publication.internal.DocumentService;
import org.dudao.publication.internal.DocumentService.Format;
import org.dudao.publication.internal.DocumentSheet;
import org.dudao.publication.internal.NoticePreview;
import org.dudao.publication.internal.docx.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of official documents (发文登记). */
@Path("/api/v1/publication")
@Tag(name = "publication")
public class DocumentResource {
    /** Who received it, and when. */
    public record DocumentReceiptRequest(@NotNull LocalDate on, @NotBlank @Size(max = 40) String name) {}

    /** Why it is taken back. */
    public record DocumentWithdrawRequest(@NotBlank @Size(max = 500) String reason) {}

    /** A kind of document. */
    @Schema(name = "DocumentKind")
    public record KindResponse(String code, String name, String nameEn, boolean numbered) {}

    @Inject
    DocumentService service;

    @Inject
    NoticePreview previews;

    @Inject
    CurrentUser user;

    @GET
    @Path("/kinds")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listDocumentKinds", summary = "Kinds of official documents")
    public List<KindResponse> kinds() {
        return Kind.all().stream()
                .map(k -> new KindResponse(k.code(), k.name(), k.nameEn(), k.numbered()))
                .toList();
    }

    @GET
    @Path("/documents")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listDocuments", summary = "The register in the caller's scope, filtered, sorted, paged")
    public Page<DocumentResponse> list(@BeanParam @Valid DocumentFilter filter) {
        Page<Document> page = service.page(filter, user.account());
        return new Page<>(
                page.items().stream().map(DocumentResponse::from).toList(), page.page(), page.size(), page.total());
    }

    @GET
    @Path("/documents/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportDocuments", summary = "The filtered register as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid DocumentFilter filter, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        var by = user.account();
        return Downloads.attachment(
                Messages.text(locale, "publication.sheet.name") + ".xlsx",
                Downloads.XLSX,
                out -> DocumentSheet.write(out, locale, rows -> service.forEach(filter, by, rows)));
    }

    @GET
    @Path("/documents/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getDocument", summary = "A document of the register")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DocumentResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.get(id, user.account()));
    }

    @GET
    @Path("/documents/{id}/pdf")
    @Produces(Files.PDF)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getDocumentPdf", summary = "The document as PDF, to be shown")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Files.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pdf(@PathParam("id") UUID id) {
        Document document = service.get(id, user.account());
        InputStream in = service.open(document, Format.PDF);
        return Files.inline(name(document) + ".pdf", in::transferTo, in);
    }

    @GET
    @Path("/documents/{id}/docx")
    @Produces(Files.DOCX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getDocumentDocx", summary = "The document as docx, to be kept")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Files.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response docx(@PathParam("id") UUID id) {
        Document document = service.get(id, user.account());
        InputStream in = service.open(document, Format.DOCX);
        return Files.attachment(name(document) + ".docx", in::transferTo, in);
    }

    @GET
    @Path("/notices/{id}/preview")
    @Produces(Files.PDF)
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "previewNotice", summary = "A notice of rectification as it would be issued today, as PDF")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Files.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response previewNotice(@PathParam("id") UUID id) {
        byte[] pdf = previews.pdf(id, user.account());
        return Files.inline(id + ".pdf", out -> out.write(pdf), () -> {});
    }

    @POST
    @Path("/documents/{id}/render")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "renderDocumentAgain", summary = "Make the file again after it failed")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DocumentResponse.class)))
    public Response render(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.renderAgain(id, ifMatch, user.account()));
    }

    @POST
    @Path("/documents/{id}/receipt")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "serveDocument",
            summary = "Note who received a document, other than a notice of rectification")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DocumentResponse.class)))
    public Response serve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull DocumentReceiptRequest r) {
        return ok(service.serve(id, ifMatch, r.on(), r.name(), user.account()));
    }

    @POST
    @Path("/documents/{id}/withdraw")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "withdrawDocument", summary = "Take a document back; it keeps its number")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DocumentResponse.class)))
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull DocumentWithdrawRequest r) {
        return ok(service.withdraw(id, ifMatch, r.reason(), user.account()));
    }

    @POST
    @Path("/documents/{id}/publish")
    @RolesAllowed(DIRECTOR)
    @Operation(
            operationId = "publishDocument",
            summary =
                    "Make a result known to everybody: number, title and day on the school's public page, not the file")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DocumentResponse.class)))
    public Response publish(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.publish(id, ifMatch, user.account()));
    }

    private static String name(Document d) {
        return d.number() == null ? d.title() + " " + d.unitName() : d.number() + " " + d.title();
    }

    private static Response ok(Document document) {
        return ETags.ok(DocumentResponse.from(document), document.version());
    }
}
