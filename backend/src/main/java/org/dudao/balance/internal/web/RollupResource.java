package org.dudao.balance.internal.web;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.balance.internal.Rollup;
import org.dudao.balance.internal.RollupCounty;
import org.dudao.balance.internal.RollupService;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.balance.internal.export.RollupTable;
import org.dudao.balance.internal.export.Words;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.FactCatalogue;
import org.dudao.registry.Stage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same calculation for every county of a province or prefecture. */
@Path("/api/v1/balance/rollups")
@RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
@Tag(name = "balance rollups")
public class RollupResource {
    /** What to compute; the region is a province (2 digits) or prefecture (4 digits). */
    public record RollupRequest(
            @NotNull UUID frameworkId, @NotBlank String regionCode, @NotNull @Min(1949) @Max(2200) Integer year) {}

    /** @param verdicts counties by stage and verdict */
    public record RollupResponse(Rollup rollup, Map<String, Map<String, Integer>> verdicts) {}

    @Inject
    RollupService service;

    @Inject
    FactCatalogue catalogue;

    @Inject
    CurrentUser user;

    @POST
    @RolesAllowed({DIRECTOR, OFFICER, PROVINCE})
    @Operation(operationId = "startRollup", summary = "Compute every county under a region; a job with progress")
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Rollup.class)))
    public Response start(@Valid @NotNull RollupRequest request) {
        Rollup rollup = service.start(request.frameworkId(), request.regionCode(), request.year(), user.account());
        return Response.accepted(rollup)
                .location(URI.create("/api/v1/balance/rollups/" + rollup.id()))
                .build();
    }

    @GET
    @Operation(operationId = "listRollups", summary = "Roll-ups of a region, newest first, at most 100")
    public List<Rollup> list(
            @QueryParam("region") String region, @QueryParam("year") @Min(1949) @Max(2200) Integer year) {
        return service.list(region, year, user.scope());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRollup", summary = "One roll-up with its counties counted by verdict")
    public RollupResponse get(@PathParam("id") UUID id) {
        RollupService.Counted counted = service.get(id, user.scope());
        return new RollupResponse(counted.rollup(), counted.verdicts());
    }

    @GET
    @Path("/{id}/table")
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportRollup", summary = "Every county of a roll-up with its coefficients, xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response table(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Scope scope = user.scope();
        Rollup rollup = service.get(id, scope).rollup();
        FrameworkDocument framework = service.framework(rollup);
        Words words = new Words(Messages.language(headers.getAcceptableLanguages()), catalogue);
        return Downloads.attachment(
                words.t("rollupFile", rollup.regionCode(), "" + rollup.year(), words.name(framework)) + ".xlsx",
                Downloads.XLSX,
                out -> RollupTable.write(out, framework, words, rows -> service.forEachCounty(id, scope, rows)));
    }

    @GET
    @Path("/{id}/counties")
    @Operation(
            operationId = "listRollupCounties",
            summary = "The counties of one stage, ranked by distance from passing")
    public Page<RollupCounty> counties(
            @PathParam("id") UUID id,
            @QueryParam("stage") @NotNull Stage stage,
            @QueryParam("verdict") Verdict verdict,
            @QueryParam("q") @Size(max = PageRequest.MAX_SEARCH) String q,
            @BeanParam @Valid PageRequest page) {
        return service.counties(
                id, RunResource.judged(stage), verdict == null ? null : verdict.name(), q, page, user.scope());
    }
}
