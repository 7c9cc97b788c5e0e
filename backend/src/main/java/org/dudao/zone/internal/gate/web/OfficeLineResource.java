package org.dudao.zone.internal.gate.web;

import static org.dudao.kernel.security.Roles.DIRECTOR;
import static org.dudao.kernel.security.Roles.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.gate.OfficeLines;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The number the office is called at (监督电话). */
@Path("/api/v1/zone/office-line")
@Tag(name = "zone")
public class OfficeLineResource {
    /** A telephone number as it is to be printed. */
    public record OfficeLineRequest(
            @NotNull @Pattern(regexp = "[0-9+() -]{5,20}", message = "kernel.format.phone") String phone) {}

    @Inject
    OfficeLines lines;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "getOfficeLine", summary = "The office's number on the boards of its county")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OfficeLines.Line.class)))
    public Response get() {
        return ok(lines.of(user.scope().regionPrefix()));
    }

    @PUT
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "changeOfficeLine", summary = "Change the office's number on the boards")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OfficeLines.Line.class)))
    public Response change(@HeaderParam("If-Match") String ifMatch, @Valid @NotNull OfficeLineRequest r) {
        return ok(lines.change(r.phone().strip(), ifMatch, user.account()));
    }

    private static Response ok(OfficeLines.Line line) {
        return ETags.ok(line, line.version());
    }
}
