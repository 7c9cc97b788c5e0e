package org.dudao.zone.internal.plan.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.plan.KeyPoints;
import org.dudao.zone.internal.plan.KeyPointsService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The year's key points of work (工作要点). */
@Path("/api/v1/zone/key-points")
@Tag(name = "visit plans")
public class KeyPointsResource {
    /** A draft. */
    public record KeyPointsRequest(
            @NotBlank @Size(max = 100) String title,
            @Size(max = 4000) String preface,
            @NotEmpty @Size(max = 60) List<@NotBlank @Size(max = 1000) String> points) {}

    /** First day in force. */
    public record KeyPointsApproval(@NotNull LocalDate inForceFrom) {}

    /** Why approved points become a draft again. */
    public record KeyPointsReopening(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    KeyPointsService service;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listKeyPoints", summary = "Key points of every year, the latest first")
    public List<KeyPoints> list() {
        return service.list(user.account());
    }

    @PUT
    @Path("/{year}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "writeKeyPoints",
            summary = "Write the draft of a year; If-Match is 0 for a year without one")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KeyPoints.class)))
    public Response write(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull KeyPointsRequest r) {
        return ok(service.write(year, r.title(), r.preface(), r.points(), ifMatch, user.account()));
    }

    @POST
    @Path("/{year}/approve")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "approveKeyPoints", summary = "Approve the draft; it is in force from a day on")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KeyPoints.class)))
    public Response approve(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull KeyPointsApproval r) {
        return ok(service.approve(year, r.inForceFrom(), ifMatch, user.account()));
    }

    @POST
    @Path("/{year}/reopen")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "reopenKeyPoints", summary = "Take approved points back to a draft, with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KeyPoints.class)))
    public Response reopen(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull KeyPointsReopening r) {
        return ok(service.reopen(year, r.reason(), ifMatch, user.account()));
    }

    private static Response ok(KeyPoints points) {
        return ETags.ok(points, points.version());
    }
}
