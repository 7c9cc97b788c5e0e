package org.dudao.zone.internal.innovation.web;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.innovation.InnovationCheck;
import org.dudao.zone.internal.innovation.InnovationMeasure;
import org.dudao.zone.internal.innovation.InnovationRow;
import org.dudao.zone.internal.innovation.InnovationService;
import org.dudao.zone.internal.innovation.InnovationSheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The self-check of an innovation county (挂牌督导创新县自查). */
@Path("/api/v1/zone/innovation-checks")
@Tag(name = "innovation county")
public class InnovationResource {
    /** Which check is meant. */
    public static class Which {
        @PathParam("year")
        @Min(2000)
        @Max(2100)
        public int year;

        @QueryParam("region")
        @Pattern(regexp = "\\d{6}")
        @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
                description = "The county; the caller's own when left out")
        public String region;

        @QueryParam("edition")
        @Min(1)
        @org.eclipse.microprofile.openapi.annotations.parameters.Parameter(
                description = "The newest the caller may see when left out")
        public Integer edition;
    }

    /** @param met null takes the answer back */
    public record InnovationAnswerRequest(
            Boolean met, @Size(max = 2000) String note, @Size(max = 20) List<@NotNull UUID> evidence) {}

    /** What the director says of it. */
    public record InnovationAdoption(@Size(max = 2000) String opinion) {}

    /** Why another edition is begun. */
    public record InnovationReopening(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    InnovationService service;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listInnovationChecks",
            summary = "Self-checks adopted in the caller's region, latest first")
    public List<InnovationCheck.Row> list() {
        return service.adopted(user.account());
    }

    @GET
    @Path("/{year}")
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "getInnovationCheck",
            summary = "The self-check of a year: a draft counted now, or as it was adopted")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = InnovationCheck.class)))
    public Response get(@Valid @BeanParam Which which) {
        return ok(service.get(which.year, which.region, which.edition, user.account()));
    }

    @GET
    @Path("/{year}/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportInnovationCheck", summary = "The same as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@Valid @BeanParam Which which, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        InnovationCheck check = service.get(which.year, which.region, which.edition, user.account());
        return Downloads.attachment(
                Messages.text(locale, "zone.innovation.name") + which.year + ".xlsx",
                Downloads.XLSX,
                out -> InnovationSheet.write(out, locale, check));
    }

    @GET
    @Path("/{year}/rows")
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listInnovationRows",
            summary = "The things behind a number of the self-check, those not in order first")
    public List<InnovationRow> rows(
            @Valid @BeanParam Which which, @QueryParam("measure") @NotNull InnovationMeasure measure) {
        return service.rows(which.year, which.region, which.edition, measure, user.account());
    }

    @GET
    @Path("/{year}/rows/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportInnovationRows", summary = "The same as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportRows(
            @Valid @BeanParam Which which,
            @QueryParam("measure") @NotNull InnovationMeasure measure,
            @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        List<InnovationRow> rows = service.rows(which.year, which.region, which.edition, measure, user.account());
        return Downloads.attachment(
                Messages.text(locale, "zone.innovation.rows") + which.year + ".xlsx",
                Downloads.XLSX,
                out -> InnovationSheet.write(out, locale, rows));
    }

    @PUT
    @Path("/{year}/answers/{item}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "answerInnovationItem",
            summary = "Answer an item by hand; If-Match is 0 for a year nothing was written of yet")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = InnovationCheck.class)))
    public Response answer(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @PathParam("item") @Size(max = 40) String item,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull InnovationAnswerRequest r) {
        List<UUID> files = r.evidence() == null ? List.of() : r.evidence();
        return ok(service.answer(year, item, r.met(), r.note(), files, ifMatch, user.account()));
    }

    @POST
    @Path("/{year}/adopt")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "adoptInnovationCheck", summary = "Adopt the draft: what it says today is kept")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = InnovationCheck.class)))
    public Response adopt(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull InnovationAdoption r) {
        return ok(service.adopt(year, r.opinion(), ifMatch, user.account()));
    }

    @POST
    @Path("/{year}/reopen")
    @RolesAllowed(DIRECTOR)
    @Operation(
            operationId = "reopenInnovationCheck",
            summary = "Begin another edition with the answers of the adopted one, which stays")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = InnovationCheck.class)))
    public Response reopen(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull InnovationReopening r) {
        return ok(service.reopen(year, r.reason(), ifMatch, user.account()));
    }

    private static Response ok(InnovationCheck check) {
        return ETags.ok(check, check.version());
    }
}
