package org.dudao.registry.internal.web;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.internal.FigureService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The yearly figures of one school: what stands, where it came from, what stood before. */
@Path("/api/v1/schools/{id}/figures")
@Tag(name = "figures")
public class SchoolFigureResource {
    /**
     * Values typed in by a person.
     *
     * @param values by fact key; null withdraws the value
     * @param reason why, kept with each value
     * @param confirmed true when unusual jumps against last year were looked at
     */
    public record FiguresRequest(
            @NotEmpty Map<String, BigDecimal> values, @NotBlank @Size(max = 500) String reason, boolean confirmed) {}

    @Inject
    FigureService figures;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listFigureYears", summary = "The years a school has figures for, newest first")
    public List<Integer> years(@PathParam("id") UUID id) {
        return figures.years(id);
    }

    @GET
    @Path("/{year}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getFigures", summary = "A school's figures of a year and where each came from")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FigureService.Figures.class)))
    public Response get(@PathParam("id") UUID id, @PathParam("year") @Min(1949) @Max(2200) int year) {
        FigureService.Figures found = figures.get(id, year);
        return ETags.ok(found, found.version());
    }

    @PUT
    @Path("/{year}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "writeFigures", summary = "Write values by hand; earlier values are kept")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FigureService.Figures.class)))
    public Response write(
            @PathParam("id") UUID id,
            @PathParam("year") @Min(1949) @Max(2200) int year,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull FiguresRequest request) {
        figures.write(id, year, ifMatch, request.values(), request.reason(), request.confirmed());
        return get(id, year);
    }

    @GET
    @Path("/{year}/{key}/history")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listFigureHistory", summary = "Everything one value ever was, newest first")
    public List<FigureService.Value> history(
            @PathParam("id") UUID id, @PathParam("year") @Min(1949) @Max(2200) int year, @PathParam("key") String key) {
        return figures.history(id, year, key);
    }
}
