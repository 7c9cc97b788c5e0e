package org.dudao.evidence.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dudao.evidence.internal.FileRow;
import org.dudao.evidence.internal.FileService;
import org.dudao.evidence.internal.catalogue.Ask;
import org.dudao.evidence.internal.catalogue.Catalogue;
import org.dudao.evidence.internal.catalogue.CatalogueDocument;
import org.dudao.evidence.internal.catalogue.CatalogueService;
import org.dudao.evidence.internal.catalogue.CatalogueZip;
import org.dudao.evidence.internal.catalogue.ShippedCatalogues;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Archive catalogues (档案目录): what must be there, what is missing, who was asked, all of it as a zip. */
@Path("/api/v1/evidence/catalogues")
@Tag(name = "evidence")
public class ArchiveResource {
    private static final String ZIP = "application/zip";

    /** Which catalogue, for where and when. */
    @Schema(name = "ArchiveOpenRequest")
    public record OpenRequest(
            @NotBlank @Size(max = 60) String template,
            @Pattern(regexp = "[0-9]{2,9}") String regionCode,
            @Min(1949) @Max(2200) int year) {}

    /** Files by id. */
    @Schema(name = "ArchiveFilesRequest")
    public record FilesRequest(@NotEmpty @Size(max = 100) List<@NotNull UUID> files) {}

    /** Why a file is taken out. */
    @Schema(name = "ArchiveTakeOutRequest")
    public record TakeOutRequest(@NotNull UUID file, @NotBlank @Size(max = 500) String reason) {}

    /** Who is asked: a school, a township, or a name. */
    @Schema(name = "ArchiveAskRequest")
    public record AskRequest(
            UUID schoolId,
            @Pattern(regexp = "[0-9]{2,9}") String regionCode,
            @Size(max = 60) String unitName,
            LocalDate dueOn,
            @Size(max = 500) String note) {}

    /** How an ask ends. */
    @Schema(name = "ArchiveAskEndRequest")
    public record EndRequest(@NotNull Ask.End end) {}

    @Inject
    CatalogueService service;

    @Inject
    ShippedCatalogues shipped;

    @Inject
    CatalogueZip zip;

    @Inject
    FileService files;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listArchives", summary = "Archive catalogues of the caller's region, newest year first")
    public List<ArchiveResponses.Summary> list() {
        return service.list(user.account()).stream()
                .map(ArchiveResponses.Summary::from)
                .toList();
    }

    @GET
    @Path("/templates")
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listArchiveTemplates", summary = "The shipped catalogues, with their sources")
    public List<CatalogueDocument> templates() {
        return shipped.all();
    }

    @POST
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "openArchive", summary = "Open a catalogue for a region and year")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ArchiveResponses.Detail.class)))
    public Response open(@Valid @NotNull OpenRequest r) {
        Catalogue c = service.open(r.template(), r.regionCode(), r.year(), user.account());
        return ETags.created("/api/v1/evidence/catalogues/" + c.id(), detail(c), c.version());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getArchive", summary = "A catalogue: what is there, what is missing, who was asked")
    public ArchiveResponses.Detail get(@PathParam("id") UUID id) {
        return detail(service.get(id, user.account()));
    }

    @POST
    @Path("/{id}/items/{item}/files")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "putIntoArchive", summary = "Put files into an item; those there already stay")
    public ArchiveResponses.Detail put(
            @PathParam("id") UUID id, @PathParam("item") String item, @Valid @NotNull FilesRequest r) {
        return detail(service.put(id, item, r.files(), user.account()));
    }

    @POST
    @Path("/{id}/items/{item}/take-out")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "takeOutOfArchive", summary = "Take a file out of an item, with the reason")
    public ArchiveResponses.Detail takeOut(
            @PathParam("id") UUID id, @PathParam("item") String item, @Valid @NotNull TakeOutRequest r) {
        return detail(service.takeOut(id, item, r.file(), r.reason(), user.account()));
    }

    @POST
    @Path("/{id}/items/{item}/asks")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "askForMaterial", summary = "Ask a unit for a material; it waits on the unit's desk")
    public ArchiveResponses.Detail ask(
            @PathParam("id") UUID id, @PathParam("item") String item, @Valid @NotNull AskRequest r) {
        service.ask(id, item, r.schoolId(), r.regionCode(), r.unitName(), r.dueOn(), r.note(), user.account());
        return get(id);
    }

    @POST
    @Path("/asks/{ask}/end")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "endAsk", summary = "What was asked is here, or is no longer wanted")
    public ArchiveResponses.AskState end(
            @PathParam("ask") UUID ask, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull EndRequest r) {
        return ArchiveResponses.AskState.from(
                service.end(ask, ifMatch, r.end(), user.account()), today(), service::reaches);
    }

    @GET
    @Path("/asked")
    @RolesAllowed({SCHOOL, TOWNSHIP})
    @Operation(operationId = "listAsked", summary = "What the caller's unit is asked for, by due date; open ones first")
    public List<ArchiveResponses.Asked> asked(@QueryParam("open") Boolean open) {
        return service.askedOf(user.account(), Boolean.TRUE.equals(open)).stream()
                .map(a -> ArchiveResponses.Asked.from(a, today(), this::file))
                .toList();
    }

    @POST
    @Path("/asks/{ask}/files")
    @RolesAllowed({SCHOOL, TOWNSHIP})
    @Operation(operationId = "answerAsk", summary = "Send what one was asked for")
    public ArchiveResponses.Asked answer(@PathParam("ask") UUID ask, @Valid @NotNull FilesRequest r) {
        return ArchiveResponses.Asked.from(service.answer(ask, r.files(), user.account()), today(), this::file);
    }

    @GET
    @Path("/{id}/zip")
    @Produces(ZIP)
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Transactional
    @Operation(operationId = "downloadArchive", summary = "A catalogue, or one category, as a zip with an index sheet")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(
            @PathParam("id") UUID id, @QueryParam("category") String category, @Context HttpHeaders headers) {
        Catalogue c = service.get(id, user.account());
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        boolean english = Locale.ENGLISH.equals(locale);
        CatalogueDocument d = c.document();
        CatalogueDocument.Category only = category == null
                ? null
                : d.categories().stream()
                        .filter(k -> k.code().equals(category))
                        .findFirst()
                        .orElseThrow(
                                () -> org.dudao.kernel.error.Problem.notFound("evidence.catalogue.item", category));
        String name = c.year() + " " + (english ? d.nameEn() : d.nameZh())
                + (only == null ? "" : " " + only.code() + " " + (english ? only.nameEn() : only.nameZh()));
        Map<String, List<FileRow>> contents = service.contents(c);
        audit.record(
                "catalogue.downloaded",
                "catalogue",
                id,
                c.regionCode(),
                Map.of("category", only == null ? "" : only.code()));
        return Downloads.attachment(name + ".zip", ZIP, out -> zip.write(out, c, contents, category, locale));
    }

    private ArchiveResponses.Detail detail(Catalogue c) {
        return ArchiveResponses.detail(
                service.standing(c), service.contents(c), service.asks(c), today(), service::reaches, this::file);
    }

    private FileResponse file(FileRow f) {
        return FileResponse.from(f, user.account().subject(), files.sweptOn(f));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
