package org.dudao.zone.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.Assignment;
import org.dudao.zone.internal.AssignmentService;
import org.dudao.zone.internal.AssignmentSheet;
import org.dudao.zone.internal.ResponsibleFilter;
import org.dudao.zone.internal.ResponsibleRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who answers for which school (责任督学挂牌): now, on any day, and how that changes. */
@Path("/api/v1/zone")
@Tag(name = "zone")
public class AssignmentResource {
    /** One school's change; no inspector means that nobody answers for it any longer. */
    public record MoveRequest(@NotNull UUID schoolId, UUID inspectorId) {}

    /**
     * Changes that are made together or not at all.
     *
     * @param from first day they hold
     */
    public record AssignRequest(
            @NotNull LocalDate from,
            @NotNull Assignment.Origin origin,
            @NotEmpty @Size(max = 1000) List<@NotNull @Valid MoveRequest> moves) {}

    @Inject
    AssignmentService service;

    @Inject
    CurrentUser user;

    @POST
    @Path("/assignments")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "assignSchools",
            summary =
                    "Let inspectors answer for schools from a day on: one, many, or a proposal accepted; all or nothing")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AssignmentService.Done.class)))
    public Response assign(@HeaderParam("If-Match") String ifMatch, @Valid @NotNull AssignRequest r) {
        var done = service.assign(
                r.from(),
                r.origin(),
                r.moves().stream()
                        .map(m -> new AssignmentService.Move(m.schoolId(), m.inspectorId()))
                        .toList(),
                ifMatch,
                user.account());
        return ETags.ok(done, done.version());
    }

    @GET
    @Path("/assignments")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listAssignments", summary = "Who answers for which school on a day")
    public Page<ResponsibleRow> list(@BeanParam @Valid ResponsibleFilter filter) {
        return service.onDay(filter, user.account());
    }

    @GET
    @Path("/assignments/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "exportAssignments",
            summary = "The table of responsible inspectors (责任督学挂牌一览表) on a day as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid ResponsibleFilter filter, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        var by = user.account();
        return Downloads.attachment(
                Messages.text(locale, "zone.assignments.name") + ".xlsx",
                Downloads.XLSX,
                out -> AssignmentSheet.write(out, locale, rows -> service.forEach(filter, by, rows)));
    }

    @GET
    @Path("/schools/{id}/assignments")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listSchoolAssignments",
            summary = "Everybody who ever answered for a school, newest first")
    public List<Assignment> history(@PathParam("id") UUID id) {
        return service.history(id, user.account());
    }
}
