package org.dudao.indexsystem.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.internal.IndexSystemService;
import org.dudao.indexsystem.internal.Shape;
import org.dudao.indexsystem.internal.sheet.Layout;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Index systems as files: the office's workbook both ways, JSON to keep, the list as xlsx. */
@Path("/api/v1/index-systems")
@Tag(name = "index systems")
public class IndexSystemFiles {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    @Inject
    IndexSystemService service;

    @Inject
    CurrentUser user;

    @GET
    @Path("/export")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportIndexSystems", summary = "The list of index systems as filtered, as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid ListFilter filter, @Context HttpHeaders headers) {
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        List<IndexSystem> systems =
                service.list(user.account()).stream().filter(filter).toList();
        return Downloads.attachment(
                Messages.text(locale, "indexsystem.list.name") + ".xlsx",
                Downloads.XLSX,
                out -> list(out, systems, locale));
    }

    private static void list(java.io.OutputStream out, List<IndexSystem> systems, Locale locale) throws IOException {
        List<String> head =
                List.of(Messages.text(locale, "indexsystem.list.head").split(","));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "indexsystem.list.name"), head)) {
            for (IndexSystem s : systems) {
                IndexSystemDocument d = s.document();
                sheet.row(Arrays.asList(
                        d.code(),
                        name(d, locale),
                        d.version(),
                        Messages.text(locale, "indexsystem.subject." + d.subject()),
                        Messages.text(locale, "indexsystem.state." + s.state()),
                        s.regionCode(),
                        Shape.items(d).size(),
                        Shape.full(d),
                        d.source().title(),
                        String.join("\n", d.source().unverified()),
                        s.publishedBy(),
                        s.publishedAt() == null ? null : TIME.format(s.publishedAt())));
            }
        }
    }

    @GET
    @Path("/{id}/sheet")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Produces(Downloads.XLSX)
    @Operation(operationId = "downloadIndexSystemSheet", summary = "The indicators as the office's workbook")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response sheet(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        IndexSystemDocument document = service.get(id, user.account()).document();
        return Downloads.attachment(
                name(document, locale) + ".xlsx", Downloads.XLSX, out -> Layout.write(out, document, locale));
    }

    @PUT
    @Path("/{id}/sheet")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "uploadIndexSystemSheet",
            summary = "Replace a draft's indicators by those of a workbook; all or nothing")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndexSystemResponse.class)))
    public Response sheet(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @RestForm("file") FileUpload file)
            throws IOException {
        if (file == null) {
            throw Problem.unprocessable("kernel.required", "file");
        }
        IndexSystem system = service.editBySheet(id, file.uploadedFile(), ifMatch, user.account());
        return ETags.ok(IndexSystemResponse.from(system, true), system.lockVersion());
    }

    @GET
    @Path("/{id}/json")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "downloadIndexSystemJson", summary = "The document as a JSON file, to keep or hand on")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndexSystemDocument.class)))
    public Response json(@PathParam("id") UUID id) {
        IndexSystemDocument document = service.get(id, user.account()).document();
        byte[] body = Documents.write(document).getBytes(StandardCharsets.UTF_8);
        return Downloads.attachment(
                document.code() + "-" + document.version() + ".json",
                MediaType.APPLICATION_JSON,
                out -> out.write(body));
    }

    private static String name(IndexSystemDocument document, Locale locale) {
        return "en".equals(locale.getLanguage()) ? document.nameEn() : document.nameZh();
    }
}
