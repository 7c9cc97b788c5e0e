package org.dudao.zone.internal.draw.web;

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
import org.dudao.zone.internal.draw.DrawFilter;
import org.dudao.zone.internal.draw.DrawService;
import org.dudao.zone.internal.draw.DrawSheet;
import org.dudao.zone.internal.draw.RandomDraw;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Random draws of schools and inspectors (随机抽取). */
@Path("/api/v1/zone/draws")
@Tag(name = "draws")
public class DrawResource {
    /**
     * What is to be drawn; see {@link RandomDraw.Wish}.
     *
     * @param zones only schools of these zones; left out for all, as are kinds and townships
     */
    public record DrawRequest(
            @NotBlank @Size(max = 200) String title,
            @NotNull LocalDate day,
            @Min(0) @Max(300) int schools,
            @Min(0) @Max(200) int inspectors,
            @Min(1) @Max(10) int groupSize,
            @Size(max = 100) List<@NotNull UUID> zones,
            @Size(max = 50) List<@NotNull @Size(max = 10) String> kinds,
            @Size(max = 100) List<@NotNull @Size(max = 12) String> townships,
            boolean leaveOutOwn) {
        private RandomDraw.Wish wish() {
            return new RandomDraw.Wish(
                    title.strip(),
                    day,
                    schools,
                    inspectors,
                    groupSize,
                    orNone(zones),
                    orNone(kinds),
                    orNone(townships),
                    leaveOutOwn);
        }

        private static <T> List<T> orNone(List<T> given) {
            return given == null ? List.of() : given;
        }
    }

    /**
     * A pool that was looked at, to be drawn from.
     *
     * @param id made by the caller; the same twice is one draw
     */
    public record NewDrawRequest(
            @NotNull UUID id, @Valid @NotNull DrawRequest wish, @NotBlank @Size(max = 64) String checksum) {}

    /** Why a draw does not count. */
    public record DrawVoidRequest(@NotBlank @Size(max = 500) String reason) {}

    /**
     * The visits to plan from a draw.
     *
     * @param systemId checklist to use; left out leaves it open
     */
    public record DrawVisitsRequest(@NotNull LocalDate on, UUID systemId) {}

    @Inject
    DrawService service;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listDraws", summary = "Random draws of the caller's region, void ones included")
    public Page<RandomDraw.Row> list(@BeanParam @Valid DrawFilter filter) {
        return service.list(filter, user.account());
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportDraws", summary = "The filtered list of draws as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid DrawFilter filter, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        List<RandomDraw.Row> rows = service.all(filter, user.account());
        return Downloads.attachment(
                Messages.text(locale, "zone.draw.name") + ".xlsx",
                Downloads.XLSX,
                out -> DrawSheet.write(out, locale, rows));
    }

    @POST
    @Path("/preview")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "previewDraw",
            summary = "What would be drawn from, and who is left out and why; nothing is drawn")
    public RandomDraw.Preview preview(@Valid @NotNull DrawRequest r) {
        return service.preview(r.wish(), user.account());
    }

    @POST
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "draw", summary = "Draw, once, from the pool that was looked at")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RandomDraw.class)))
    public Response draw(@Valid @NotNull NewDrawRequest r) {
        RandomDraw draw = service.draw(r.id(), r.wish().wish(), r.checksum(), user.account());
        return ETags.created("/api/v1/zone/draws/" + draw.id(), draw, draw.version());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getDraw", summary = "A draw with its seed, its pool and what came out")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RandomDraw.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.get(id, user.account()));
    }

    @GET
    @Path("/{id}/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportDraw", summary = "What came out of a draw as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportOne(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        RandomDraw draw = service.get(id, user.account());
        return Downloads.attachment(
                Messages.text(locale, "zone.draw.outcome") + ".xlsx",
                Downloads.XLSX,
                out -> DrawSheet.write(out, locale, draw));
    }

    @GET
    @Path("/{id}/repeat")
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(operationId = "repeatDraw", summary = "Draw again from what was kept, to see that it comes out the same")
    public RandomDraw.Repeat repeat(@PathParam("id") UUID id) {
        return service.repeat(id, user.account());
    }

    @POST
    @Path("/{id}/void")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "voidDraw", summary = "Declare a draw void; it stays listed with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RandomDraw.class)))
    public Response declareVoid(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull DrawVoidRequest r) {
        return ok(service.declareVoid(id, ifMatch, r.reason().strip(), user.account()));
    }

    @POST
    @Path("/{id}/visits")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "planDrawVisits", summary = "Plan a visit to each school drawn, with those drawn for it")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RandomDraw.class)))
    public Response plan(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull DrawVisitsRequest r) {
        return ok(service.plan(id, ifMatch, r.on(), r.systemId(), user.account()));
    }

    private static Response ok(RandomDraw draw) {
        return ETags.ok(draw, draw.version());
    }
}
