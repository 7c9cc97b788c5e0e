package org.dudao.registry.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.RegionLevel;
import org.dudao.registry.internal.RegionService;
import org.dudao.registry.internal.RegionService.RegionRow;
import org.dudao.registry.internal.RegionService.ZoneRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Regions by national code, and the responsibility zones in them. */
@Path("/api/v1")
@Tag(name = "regions")
public class RegionResource {
    /** A new region; its parent follows from the code and must exist. */
    public record RegionRequest(
            @NotBlank @Pattern(regexp = "[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}") String code,
            @NotBlank @Size(max = 60) String name,
            @Size(max = 100) String nameEn) {}

    /** A region's names. */
    public record RegionNameRequest(@NotBlank @Size(max = 60) String name, @Size(max = 100) String nameEn) {}

    /** A new responsibility zone. */
    public record ZoneRequest(
            @NotBlank @Pattern(regexp = "[0-9]{6}|[0-9]{9}") String regionCode,
            @NotBlank @Size(max = 60) String name) {}

    @Inject
    RegionService service;

    @Inject
    CurrentUser user;

    @GET
    @Path("/regions")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listRegions", summary = "Regions in the caller's scope, by code")
    public List<RegionRow> list(@QueryParam("parent") String parent, @QueryParam("level") RegionLevel level) {
        return service.list(user.scope(), parent, level);
    }

    @POST
    @Path("/regions")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "addRegion", summary = "Add a region")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RegionRow.class)))
    public Response add(@Valid @NotNull RegionRequest request) {
        service.add(request.code(), request.name(), request.nameEn());
        RegionRow row = service.get(user.scope(), request.code());
        return ETags.created("/api/v1/regions?parent=" + row.parentCode(), row, row.version());
    }

    @PUT
    @Path("/regions/{code}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "renameRegion", summary = "Rename a region")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RegionRow.class)))
    public Response rename(
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull RegionNameRequest request) {
        service.rename(code, ifMatch, request.name(), request.nameEn());
        RegionRow row = service.get(user.scope(), code);
        return ETags.ok(row, row.version());
    }

    @GET
    @Path("/zones")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listZones", summary = "Responsibility zones in the caller's scope")
    public List<ZoneRow> zones() {
        return service.zones(user.scope());
    }

    @POST
    @Path("/zones")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "addZone", summary = "Add a responsibility zone")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ZoneRow.class)))
    public Response addZone(@Valid @NotNull ZoneRequest request) {
        ZoneRow zone = service.addZone(request.regionCode(), request.name());
        return ETags.created("/api/v1/zones", zone, zone.version());
    }
}
