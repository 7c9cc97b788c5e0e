package org.dudao.zone.internal.appraisal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.appraisal.Appraisal;
import org.dudao.zone.internal.appraisal.AppraisalFilter;
import org.dudao.zone.internal.appraisal.AppraisalGrade;
import org.dudao.zone.internal.appraisal.AppraisalService;
import org.dudao.zone.internal.appraisal.AppraisalSheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The yearly appraisal of inspectors (督学年度考核). */
@Path("/api/v1/zone")
@Tag(name = "appraisals")
public class AppraisalResource {
    /**
     * The office's part.
     *
     * @param mark 0 to 100
     * @param submit lays it before the director
     */
    public record AppraisalRequest(@Min(0) @Max(100) Integer mark, @Size(max = 2000) String comment, boolean submit) {}

    /**
     * The director's decision.
     *
     * @param reason why the grade is not the suggested one
     * @param checksum of what was looked at
     */
    public record AppraisalConfirmation(
            @NotNull AppraisalGrade grade, @Size(max = 500) String reason, @NotBlank @Size(max = 64) String checksum) {}

    /** Why it is given back. */
    public record AppraisalReturn(@NotBlank @Size(max = 500) String reason) {}

    /** What the inspector says to it; may be left out. */
    public record AppraisalReceipt(@Size(max = 1000) String remark) {}

    @Inject
    AppraisalService service;

    @Inject
    CurrentUser user;

    @GET
    @Path("/appraisals")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "listAppraisals",
            summary = "Appraisals of a year, one for everybody in office in it; an inspector's own once confirmed")
    public Page<Appraisal.Row> list(@BeanParam @Valid AppraisalFilter filter) {
        return service.list(filter, user.account());
    }

    @GET
    @Path("/appraisals/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "exportAppraisals", summary = "The filtered appraisals of a year as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid AppraisalFilter filter, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        List<Appraisal.Row> rows = service.rows(filter, user.account());
        return Downloads.attachment(
                Messages.text(locale, "zone.appraisal.name") + filter.year + ".xlsx",
                Downloads.XLSX,
                out -> AppraisalSheet.write(out, locale, rows));
    }

    @GET
    @Path("/inspector-appraisals/{inspector}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "listInspectorAppraisals",
            summary = "The years of one inspector; for the inspector those confirmed")
    public List<Appraisal.Row> of(@PathParam("inspector") UUID inspector) {
        return service.of(inspector, user.account());
    }

    @GET
    @Path("/appraisals/{year}/{inspector}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "getAppraisal",
            summary =
                    "An inspector's appraisal of a year with figures, rules and mark; the inspector's own once confirmed")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Appraisal.class)))
    public Response get(@PathParam("year") @Min(2000) @Max(2100) int year, @PathParam("inspector") UUID inspector) {
        return ok(service.get(inspector, year, user.account()));
    }

    @PUT
    @Path("/appraisals/{year}/{inspector}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "writeAppraisal", summary = "The office's mark and comment, as a draft or submitted")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Appraisal.class)))
    public Response write(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @PathParam("inspector") UUID inspector,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull AppraisalRequest r) {
        return ok(service.write(
                inspector, year, r.mark(), blankToNull(r.comment()), r.submit(), ifMatch, user.account()));
    }

    @POST
    @Path("/appraisals/{year}/{inspector}/confirm")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "confirmAppraisal", summary = "Confirm it with a grade; its figures are fixed for good")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Appraisal.class)))
    public Response confirm(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @PathParam("inspector") UUID inspector,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull AppraisalConfirmation r) {
        return ok(service.confirm(
                inspector, year, r.grade(), blankToNull(r.reason()), r.checksum(), ifMatch, user.account()));
    }

    @POST
    @Path("/appraisals/{year}/{inspector}/return")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "returnAppraisal", summary = "Give it back to the office with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Appraisal.class)))
    public Response giveBack(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @PathParam("inspector") UUID inspector,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull AppraisalReturn r) {
        return ok(service.giveBack(inspector, year, r.reason().strip(), ifMatch, user.account()));
    }

    @POST
    @Path("/appraisals/{year}/{inspector}/acknowledge")
    @RolesAllowed(INSPECTOR)
    @Operation(operationId = "acknowledgeAppraisal", summary = "The inspector has read it (已阅), once")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Appraisal.class)))
    public Response acknowledge(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @PathParam("inspector") UUID inspector,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull AppraisalReceipt r) {
        return ok(service.acknowledge(inspector, year, blankToNull(r.remark()), ifMatch, user.account()));
    }

    private static Response ok(Appraisal appraisal) {
        return ETags.ok(appraisal, appraisal.version());
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
