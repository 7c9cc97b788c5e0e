package org.dudao.rectification.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import org.dudao.rectification.internal.FindingService;
import org.dudao.rectification.internal.Notice;
import org.dudao.rectification.internal.NoticeFilter;
import org.dudao.rectification.internal.NoticeList;
import org.dudao.rectification.internal.NoticeService;
import org.dudao.rectification.internal.NoticeService.Demand;
import org.dudao.rectification.internal.NoticeSheet;
import org.dudao.rectification.internal.Term;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices of rectification (整改通知书): drafted, approved, received, withdrawn. */
@Path("/api/v1/rectification/notices")
@Tag(name = "rectification")
public class NoticeResource {
    /** What is demanded for one finding, and within how long of the receipt. */
    public record DemandRequest(
            @NotNull UUID findingId,
            @NotBlank @Size(max = 1000) String requirement,
            @NotNull @Min(1) @Max(365) Integer days,
            @NotNull Term kind) {}

    /**
     * A notice over findings of one unit.
     *
     * @param copies 抄送: to whom copies go, as printed; null for nobody
     */
    public record NoticeRequest(
            @NotBlank @Size(max = 100) String title,
            @Size(max = 200) String copies,
            @NotEmpty @Size(max = 50) List<@Valid @NotNull DemandRequest> demands) {
        private String copiesOrNull() {
            return copies == null || copies.isBlank() ? null : copies.strip();
        }

        private List<Demand> asked() {
            return demands.stream()
                    .map(d -> new Demand(d.findingId(), d.requirement(), d.days(), d.kind()))
                    .toList();
        }
    }

    /**
     * Who received it.
     *
     * @param mark the signature as drawn: an SVG path of move and line commands; null when only the name is given
     */
    public record ReceiptRequest(
            @NotBlank @Size(max = 40) String name,
            @Size(max = 60_000) @Pattern(regexp = "[MLml0-9 .,-]*") String mark) {}

    /** What must be changed before it can be approved. */
    public record NoticeReturnRequest(@NotBlank @Size(max = 500) String reason) {}

    /** Why it is taken back. */
    public record WithdrawRequest(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    NoticeService service;

    @Inject
    NoticeList notices;

    @Inject
    FindingService findings;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listNotices", summary = "Notices in the caller's scope, filtered, sorted, paged")
    public Page<Notice> list(@BeanParam @Valid NoticeFilter filter) {
        return notices.page(filter, user.account());
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportNotices", summary = "The filtered notices as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid NoticeFilter filter, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        var by = user.account();
        return Downloads.attachment(
                Messages.text(locale, "rectification.notices.sheet.name") + ".xlsx",
                Downloads.XLSX,
                out -> NoticeSheet.write(out, locale, rows -> notices.forEach(filter, by, rows)));
    }

    @POST
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "draftNotice", summary = "Draft a notice over findings of one unit")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeResponse.class)))
    public Response draft(@Valid @NotNull NoticeRequest r) {
        Notice notice = service.draft(r.title(), r.copiesOrNull(), r.asked(), user.account());
        return ETags.created("/api/v1/rectification/notices/" + notice.id(), response(notice), notice.version());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getNotice", summary = "A notice with its findings")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.get(id, user.account()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "editNotice", summary = "Change a draft: its title, copies, findings and demands")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeResponse.class)))
    public Response edit(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull NoticeRequest r) {
        return ok(service.edit(id, ifMatch, r.title(), r.copiesOrNull(), r.asked(), user.account()));
    }

    @POST
    @Path("/{id}/return")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "returnNotice", summary = "Give a notice back to be changed, with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeResponse.class)))
    public Response giveBack(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull NoticeReturnRequest r) {
        return ok(service.giveBack(id, ifMatch, r.reason(), user.account()));
    }

    @POST
    @Path("/{id}/submit")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "submitNotice", summary = "Put a draft before the director")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeResponse.class)))
    public Response submit(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.submit(id, ifMatch, user.account()));
    }

    @POST
    @Path("/{id}/recall")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "recallNotice", summary = "Take a notice back to a draft before the director has decided")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeResponse.class)))
    public Response recall(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.recall(id, ifMatch, user.account()));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "approveNotice", summary = "Approve and number a notice; the unit sees it from now on")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeResponse.class)))
    public Response approve(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.approve(id, ifMatch, user.account()));
    }

    @POST
    @Path("/{id}/receipt")
    @RolesAllowed({SCHOOL, TOWNSHIP, OFFICER})
    @Operation(operationId = "receiveNotice", summary = "Sign for a notice; an officer may enter a receipt on paper")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeResponse.class)))
    public Response receive(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ReceiptRequest r) {
        return ok(service.receive(id, ifMatch, r.name(), r.mark(), user.account()));
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "withdrawNotice", summary = "Take an approved notice back; it keeps its number")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeResponse.class)))
    public Response withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull WithdrawRequest r) {
        return ok(service.withdraw(id, ifMatch, r.reason(), user.account()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "deleteNoticeDraft", summary = "Throw a draft away; its findings are free again")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.delete(id, ifMatch, user.account());
    }

    private Response ok(Notice notice) {
        return ETags.ok(response(notice), notice.version());
    }

    private NoticeResponse response(Notice notice) {
        return NoticeResponse.from(notice, service.findings(notice), findings.today());
    }
}
