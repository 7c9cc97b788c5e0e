package org.dudao.zone.internal.complaint.web;

import static org.dudao.kernel.security.Roles.DIRECTOR;
import static org.dudao.kernel.security.Roles.INSPECTOR;
import static org.dudao.kernel.security.Roles.OFFICER;

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
import java.util.UUID;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.Severity;
import org.dudao.zone.internal.complaint.Complaint;
import org.dudao.zone.internal.complaint.ComplaintFilter;
import org.dudao.zone.internal.complaint.ComplaintRow;
import org.dudao.zone.internal.complaint.ComplaintService;
import org.dudao.zone.internal.complaint.ComplaintSheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Complaints (投诉、举报) as the office works them; an inspector reads those of the schools they answer for. */
@Path("/api/v1/zone/complaints")
@Tag(name = "zone")
public class ComplaintResource {
    /**
     * A step.
     *
     * @param text what was found or done; for ANSWER and REJECT what the sender reads
     * @param to who it is passed on to, for PASS_ON; the sender reads it
     */
    public record ComplaintStepRequest(
            @NotNull Complaint.Step step, @Size(max = 2000) String text, @Size(max = 100) String to) {}

    /** A finding to be raised, under an id made by the caller. */
    public record ComplaintFindingRequest(
            @NotNull UUID id, @NotBlank @Size(max = 2000) String description, @NotNull Severity severity) {}

    @Inject
    ComplaintService service;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "listComplaints", summary = "Complaints in the caller's scope, filtered, sorted, paged")
    public Page<ComplaintRow> list(@BeanParam @Valid ComplaintFilter filter) {
        return service.list(filter, user.account());
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "exportComplaints", summary = "The filtered complaints as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid ComplaintFilter filter, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        var by = user.account();
        return Downloads.attachment(
                Messages.text(locale, "zone.complaints.name") + ".xlsx",
                Downloads.XLSX,
                out -> ComplaintSheet.write(out, locale, rows -> service.forEach(filter, by, rows)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "getComplaint", summary = "A complaint with what was done; its sender masked")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ComplaintService.Detail.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.detail(id, user.account()));
    }

    @POST
    @Path("/{id}/sender")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "viewComplaintSender", summary = "Who sent it, unmasked; the look is written down")
    public ComplaintService.Sender sender(@PathParam("id") UUID id) {
        return service.sender(id, user.account());
    }

    @POST
    @Path("/{id}/steps")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "takeComplaintStep", summary = "Verify, handle, pass on, answer or reject a complaint")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ComplaintService.Detail.class)))
    public Response step(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ComplaintStepRequest r) {
        return ok(service.step(id, ifMatch, r.step(), blankToNull(r.text()), blankToNull(r.to()), user.account()));
    }

    @POST
    @Path("/{id}/findings")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "raiseComplaintFinding", summary = "Raise a finding from a verified complaint")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ComplaintService.Detail.class)))
    public Response finding(@PathParam("id") UUID id, @Valid @NotNull ComplaintFindingRequest r) {
        return ok(service.raise(id, r.id(), r.description().strip(), r.severity(), user.account()));
    }

    private static Response ok(ComplaintService.Detail detail) {
        return ETags.ok(detail, detail.complaint().version());
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
