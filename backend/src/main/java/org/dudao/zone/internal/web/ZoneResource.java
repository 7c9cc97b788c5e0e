package org.dudao.zone.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.ZoneService;
import org.dudao.zone.internal.ZoneService.Board;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Responsibility zones (督学责任区): their inspectors, leaders and schools. Every change is made at the version of the
 * county's arrangement.
 */
@Path("/api/v1/zone/zones")
@Tag(name = "zone")
public class ZoneResource {
    /** How an inspector belongs to a zone. */
    public record MemberRequest(boolean leader) {}

    /** Schools that come into a zone. */
    public record SchoolsRequest(@NotEmpty @Size(max = 200) List<@NotNull UUID> schoolIds) {}

    @Inject
    ZoneService service;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listResponsibilityZones",
            summary = "Zones in the caller's scope with their load and what breaks a rule")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ZonesResponse.class)))
    public Response list() {
        var by = user.account();
        long version = service.version(by);
        return ETags.ok(ZonesResponse.from(service.roster(by), service.rules(), version), version);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getResponsibilityZone", summary = "A zone with its inspectors and schools")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ZoneResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.board(id, user.account()));
    }

    @PUT
    @Path("/{id}/inspectors/{inspector}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "putInspectorIntoZone", summary = "Put an inspector into a zone, as its leader or not")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ZoneResponse.class)))
    public Response join(
            @PathParam("id") UUID id,
            @PathParam("inspector") UUID inspector,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull MemberRequest r) {
        return ok(service.join(id, inspector, r.leader(), ifMatch, user.account()));
    }

    @DELETE
    @Path("/{id}/inspectors/{inspector}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "takeInspectorOutOfZone", summary = "Take an inspector out of a zone")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ZoneResponse.class)))
    public Response leave(
            @PathParam("id") UUID id, @PathParam("inspector") UUID inspector, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.leave(id, inspector, ifMatch, user.account()));
    }

    @POST
    @Path("/{id}/schools")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "putSchoolsIntoZone", summary = "Put schools into a zone, as of today")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ZoneResponse.class)))
    public Response takeIn(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull SchoolsRequest r) {
        return ok(service.takeIn(id, r.schoolIds(), ifMatch, user.account()));
    }

    private static Response ok(Board board) {
        return ETags.ok(ZoneResponse.from(board), board.version());
    }
}
