package org.dudao.balance.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.balance.internal.PlanService;
import org.dudao.balance.internal.Run;
import org.dudao.balance.internal.RunSchool;
import org.dudao.balance.internal.RunService;
import org.dudao.balance.internal.engine.Explanation;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.export.ListTables;
import org.dudao.balance.internal.export.RunReport;
import org.dudao.balance.internal.export.RunTables;
import org.dudao.balance.internal.export.Words;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.CurrentUser;
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

/** Calculations of counties, kept as snapshots. */
@Path("/api/v1/balance/runs")
@RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
@Tag(name = "balance runs")
public class RunResource {
    private static final String PDF = "application/pdf";

    /** What to compute. */
    public record RunRequest(
            @NotNull UUID frameworkId, @NotBlank String regionCode, @NotNull @Min(1949) @Max(2200) Integer year) {}

    @Inject
    RunService service;

    @Inject
    PlanService plans;

    @Inject
    FactCatalogue catalogue;

    @Inject
    RunReport report;

    @Inject
    CurrentUser user;

    @POST
    @RolesAllowed({DIRECTOR, OFFICER, PROVINCE})
    @Operation(
            operationId = "startRun",
            summary = "Compute a county from the figures as they stand and keep the result")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunResponse.class)))
    public Response start(@Valid @NotNull RunRequest request) {
        Run run = service.start(request.frameworkId(), request.regionCode(), request.year(), user.account());
        return Response.created(URI.create("/api/v1/balance/runs/" + run.id()))
                .entity(RunResponse.from(run))
                .build();
    }

    @GET
    @Operation(operationId = "listRuns", summary = "Runs of a region, newest first, at most 200")
    public List<RunResponse> list(
            @QueryParam("region") String region,
            @QueryParam("year") @Min(1949) @Max(2200) Integer year,
            @QueryParam("framework") UUID framework,
            @QueryParam("frameworkCode") String frameworkCode) {
        return service.list(region, year, framework, frameworkCode, user.scope()).stream()
                .map(RunResponse::from)
                .toList();
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportRuns", summary = "The filtered list of runs as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(
            @QueryParam("region") String region,
            @QueryParam("year") @Min(1949) @Max(2200) Integer year,
            @QueryParam("framework") UUID framework,
            @QueryParam("frameworkCode") String frameworkCode,
            @Context HttpHeaders headers) {
        List<Run> runs = service.list(region, year, framework, frameworkCode, user.scope());
        Words words = words(headers);
        return Downloads.attachment(
                words.t("runs") + ".xlsx", Downloads.XLSX, out -> ListTables.runs(out, runs, words));
    }

    @GET
    @Path("/trend")
    @Operation(operationId = "getRunTrend", summary = "The newest run of every year of a county, side by side")
    public List<TrendResponse> trend(
            @QueryParam("region") @NotBlank String region,
            @QueryParam("frameworkCode") @NotBlank String frameworkCode) {
        return service.trend(region, frameworkCode, user.scope()).stream()
                .map(TrendResponse::from)
                .toList();
    }

    @GET
    @Path("/compare")
    @Operation(operationId = "compareRuns", summary = "What moved from one run to another, and which schools")
    public ComparisonResponse compare(@QueryParam("a") @NotNull UUID a, @QueryParam("b") @NotNull UUID b) {
        return ComparisonResponse.from(service.compare(a, b, user.scope()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRun", summary = "One run with the result of each stage")
    public RunResponse get(@PathParam("id") UUID id) {
        return RunResponse.from(service.get(id, user.scope()));
    }

    @GET
    @Path("/{id}/schools")
    @Operation(operationId = "listRunSchools", summary = "The rows of one stage of a run")
    public List<RunSchoolResponse> schools(@PathParam("id") UUID id, @QueryParam("stage") @NotNull Stage stage) {
        Run run = service.get(id, user.scope());
        Map<String, RunSchool> schools = new HashMap<>();
        run.schools().forEach(s -> schools.put(s.school().id(), s));
        return run.stage(judged(stage)).schools().stream()
                .map(s -> RunSchoolResponse.from(s, schools.get(s.id())))
                .toList();
    }

    @GET
    @Path("/{id}/explanation")
    @Operation(operationId = "explainRun", summary = "Formula, sums and rows behind one indicator of one stage")
    public ExplanationResponse explain(
            @PathParam("id") UUID id,
            @QueryParam("stage") @NotNull Stage stage,
            @QueryParam("indicator") @NotBlank String indicator,
            @QueryParam("school") String school) {
        Run run = service.get(id, user.scope());
        int index = -1;
        for (int i = 0; i < run.document().indicators().size(); i++) {
            index = run.document().indicators().get(i).code().equals(indicator) ? i : index;
        }
        if (index < 0) {
            throw Problem.notFound("balance.run.indicator", indicator);
        }
        ExplanationResponse response =
                ExplanationResponse.from(Explanation.of(run.rules(), judged(stage), run.inputs(), index), school);
        if (school != null && response.rows().isEmpty()) {
            throw Problem.notFound("balance.run.school", school);
        }
        return response;
    }

    @POST
    @Path("/{id}/verify")
    @Operation(operationId = "verifyRun", summary = "Compute a run again from what it kept; identical?")
    public RunService.Verification verify(@PathParam("id") UUID id) {
        return service.verify(id, user.scope());
    }

    @POST
    @Path("/{id}/proposal")
    @Operation(
            operationId = "proposePlan",
            summary = "The cheapest additions after which the county passes; not stored")
    public PlanResource.ProposalResponse propose(@PathParam("id") UUID id, PlanResource.ProposalRequest request) {
        PlanService.Proposed p = plans.propose(id, request == null ? null : request.costs(), user.scope());
        return new PlanResource.ProposalResponse(
                p.proposal().additions(),
                p.proposal().permitted(),
                p.proposal().summaries(),
                p.proposal().leftOut(),
                p.proposal().bill(),
                p.costs(),
                p.effects());
    }

    @POST
    @Path("/{id}/what-if")
    @Operation(operationId = "tryAdditions", summary = "What own additions would move; not stored")
    public PlanResource.WhatIfResponse whatIf(
            @PathParam("id") UUID id, @Valid @NotNull PlanResource.WhatIfRequest request) {
        PlanService.Tried tried = plans.whatIf(id, request.additions(), user.scope());
        return new PlanResource.WhatIfResponse(tried.effects(), tried.bill(), tried.costs());
    }

    @GET
    @Path("/{id}/tables")
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportRunTables", summary = "The run as official-style tables, xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response tables(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Run run = service.get(id, user.scope());
        Words words = words(headers);
        return Downloads.attachment(
                fileName(words, "tables", run) + ".xlsx", Downloads.XLSX, out -> RunTables.write(out, run, words));
    }

    @GET
    @Path("/{id}/report")
    @Produces(PDF)
    @Operation(operationId = "exportRunReport", summary = "The run as a printable A4 report, PDF")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response report(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Run run = service.get(id, user.scope());
        Words words = words(headers);
        return Downloads.attachment(fileName(words, "report", run) + ".pdf", PDF, out -> report.write(out, run, words));
    }

    private Words words(HttpHeaders headers) {
        return new Words(Messages.language(headers.getAcceptableLanguages()), catalogue);
    }

    private static String fileName(Words words, String kind, Run run) {
        return words.t(kind, run.regionName(), "" + run.year(), words.name(run.document()));
    }

    static Stage judged(Stage stage) {
        if (!Rules.STAGES.contains(stage)) {
            throw Problem.badRequest("balance.run.stage", "stage");
        }
        return stage;
    }
}
