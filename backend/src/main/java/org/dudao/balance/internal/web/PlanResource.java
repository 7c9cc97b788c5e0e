package org.dudao.balance.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.balance.internal.Addition;
import org.dudao.balance.internal.CostSheets;
import org.dudao.balance.internal.Effect;
import org.dudao.balance.internal.Plan;
import org.dudao.balance.internal.PlanService;
import org.dudao.balance.internal.Run;
import org.dudao.balance.internal.RunService;
import org.dudao.balance.internal.export.ListTables;
import org.dudao.balance.internal.export.PlanTable;
import org.dudao.balance.internal.export.Words;
import org.dudao.balance.internal.plan.Proposal;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.FactCatalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What would it take: proposals, own additions, saved plans, unit costs. */
@Path("/api/v1/balance")
@RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
@Tag(name = "balance plans")
public class PlanResource {
    private static final int MAX_ADDITIONS = 5000;

    /** 元 per unit by fact, over the region's costs; absent facts keep theirs. */
    public record ProposalRequest(Map<String, BigDecimal> costs) {}

    /**
     * @param bill 元
     * @param stages what the additions move
     */
    public record ProposalResponse(
            List<Proposal.ProposedAddition> additions,
            List<Proposal.Permitted> permitted,
            List<Proposal.Summary> summaries,
            List<Proposal.LeftOut> leftOut,
            BigDecimal bill,
            Map<String, BigDecimal> costs,
            List<Effect> stages) {}

    /** Own additions to try. */
    public record WhatIfRequest(@NotNull @Size(max = MAX_ADDITIONS) List<@Valid @NotNull Addition> additions) {}

    /** What they move, and what they cost. */
    public record WhatIfResponse(List<Effect> stages, BigDecimal bill, Map<String, BigDecimal> costs) {}

    /** A plan to keep. */
    public record PlanRequest(
            @NotNull UUID runId,
            @NotBlank @Size(max = 100) String name,
            @Size(max = 2000) String note,
            @NotNull @Size(max = MAX_ADDITIONS) List<@Valid @NotNull Addition> additions) {}

    /** What a kept plan shall be. */
    public record PlanChange(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 2000) String note,
            @NotNull @Size(max = MAX_ADDITIONS) List<@Valid @NotNull Addition> additions) {}

    /** 元 per unit by fact; facts not named fall back to the regions above and the frameworks. */
    public record CostRequest(@NotNull @Size(max = 200) Map<String, BigDecimal> costs) {}

    @Inject
    PlanService service;

    @Inject
    RunService runs;

    @Inject
    FactCatalogue catalogue;

    @Inject
    CostSheets costs;

    @Inject
    CurrentUser user;

    @GET
    @Path("/plans")
    @Operation(operationId = "listPlans", summary = "Saved plans of a region or a run, newest first, at most 200")
    public List<Plan> list(@QueryParam("region") String region, @QueryParam("run") UUID run) {
        return service.list(region, run, user.scope());
    }

    @GET
    @Path("/plans/export")
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportPlans", summary = "The filtered list of saved plans as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(
            @QueryParam("region") String region, @QueryParam("run") UUID run, @Context HttpHeaders headers) {
        List<Plan> plans = service.list(region, run, user.scope());
        Words words = new Words(Messages.language(headers.getAcceptableLanguages()), catalogue);
        return Downloads.attachment(
                words.t("plans") + ".xlsx", Downloads.XLSX, out -> ListTables.plans(out, plans, words));
    }

    @GET
    @Path("/plans/compare")
    @Operation(operationId = "comparePlans", summary = "Two saved plans side by side")
    public PlanService.Compared compare(@QueryParam("a") @NotNull UUID a, @QueryParam("b") @NotNull UUID b) {
        return service.compare(a, b, user.scope());
    }

    @GET
    @Path("/plans/{id}")
    @Operation(operationId = "getPlan", summary = "One saved plan")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Plan.class)))
    public Response get(@PathParam("id") UUID id) {
        Plan plan = service.get(id, user.scope());
        return ETags.ok(plan, plan.version());
    }

    @GET
    @Path("/plans/{id}/table")
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportPlan", summary = "A saved plan with its bill, xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response table(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Plan plan = service.get(id, user.scope());
        Run run = runs.get(plan.runId(), user.scope());
        Words words = new Words(Messages.language(headers.getAcceptableLanguages()), catalogue);
        return Downloads.attachment(
                words.t("planFile", run.regionName(), plan.name()) + ".xlsx",
                Downloads.XLSX,
                out -> PlanTable.write(out, plan, run, words));
    }

    @POST
    @Path("/plans")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "savePlan", summary = "Keep a plan with what it moves and costs")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Plan.class)))
    public Response create(@Valid @NotNull PlanRequest request) {
        Plan plan =
                service.create(request.runId(), request.name(), request.note(), request.additions(), user.account());
        return ETags.created("/api/v1/balance/plans/" + plan.id(), plan, plan.version());
    }

    @PUT
    @Path("/plans/{id}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "updatePlan", summary = "Replace a plan's name, note and additions")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Plan.class)))
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull PlanChange request) {
        Plan plan = service.change(id, request.name(), request.note(), request.additions(), ifMatch, user.account());
        return ETags.ok(plan, plan.version());
    }

    @DELETE
    @Path("/plans/{id}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "deletePlan", summary = "Throw a plan away")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.delete(id, ifMatch, user.account());
    }

    @GET
    @Path("/costs")
    @Operation(operationId = "getCosts", summary = "What a unit costs in a region")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CostSheets.CostSheet.class)))
    public Response costs(@QueryParam("region") String region) {
        CostSheets.CostSheet sheet = costs.get(region, user.scope());
        return ETags.ok(sheet, sheet.version());
    }

    @PUT
    @Path("/costs/{region}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "putCosts", summary = "Set what a unit costs in a region")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CostSheets.CostSheet.class)))
    public Response putCosts(
            @PathParam("region") String region,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull CostRequest request) {
        CostSheets.CostSheet sheet = costs.put(region, request.costs(), ifMatch, user.account());
        return ETags.ok(sheet, sheet.version());
    }
}
