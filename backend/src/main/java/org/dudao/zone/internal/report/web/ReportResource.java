package org.dudao.zone.internal.report.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.plan.Progress;
import org.dudao.zone.internal.report.MonthlyReport;
import org.dudao.zone.internal.report.MonthlySheet;
import org.dudao.zone.internal.report.MonthlyTables;
import org.dudao.zone.internal.report.ReportService;
import org.dudao.zone.internal.report.VisitFindings;
import org.dudao.zone.internal.report.WorkEntries;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Monthly reports and tables, and the work log. */
@Path("/api/v1/zone")
@Tag(name = "visit records")
public class ReportResource {
    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    /**
     * An inspector's words.
     *
     * @param submit hands it in with the figures of today
     */
    public record MonthlyReportRequest(
            @NotBlank @Size(max = 4000) String work,
            @NotNull @Size(max = 4000) String problems,
            @NotNull @Size(max = 4000) String advice,
            @NotNull @Size(max = 4000) String next,
            boolean submit) {}

    /** @param returnedFor why it is given back; without it it is accepted */
    public record MonthlyReportDecision(
            @Size(max = 500) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "kernel.constraint.NotBlank")
                    String returnedFor) {}

    /** An entry of the work log. */
    public record WorkEntryRequest(
            @NotNull UUID id,
            @NotNull UUID inspectorId,
            @NotNull WorkEntries.Kind kind,
            @NotNull LocalDate onDay,
            @NotBlank @Size(max = 2000) String text,
            @DecimalMin("0.01") @DecimalMax("999999.99") @Digits(integer = 6, fraction = 2) BigDecimal amount,
            @Size(max = 20) List<@NotNull UUID> evidence) {}

    @Inject
    ReportService service;

    @Inject
    MonthlyTables tables;

    @Inject
    VisitFindings findings;

    @Inject
    WorkEntries entries;

    @Inject
    CurrentUser user;

    @GET
    @Path("/monthly-table")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "getMonthlyTable",
            summary = "Visits, findings, the eight matters, complaints and reports of a month by inspector or zone")
    public MonthlyReport.Table table(
            @QueryParam("month") @NotNull @Pattern(regexp = MONTH, message = "kernel.format.month") String month,
            @QueryParam("by") @NotNull Progress.By by) {
        return tables.table(month, by, user.account());
    }

    @GET
    @Path("/monthly-table/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportMonthlyTable", summary = "The same as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(
            @QueryParam("month") @NotNull @Pattern(regexp = MONTH, message = "kernel.format.month") String month,
            @QueryParam("by") @NotNull Progress.By by,
            @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        MonthlyReport.Table table = tables.table(month, by, user.account());
        return Downloads.attachment(
                Messages.text(locale, "zone.monthly.name") + month + ".xlsx",
                Downloads.XLSX,
                out -> MonthlySheet.write(out, locale, table));
    }

    @GET
    @Path("/visit-findings")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listVisitFindings",
            summary = "What was found on the visits of a month, or between two days, and what became of it")
    public List<VisitFindings.Row> findings(
            @QueryParam("month") @Pattern(regexp = MONTH, message = "kernel.format.month") String month,
            @QueryParam("from") LocalDate from,
            @QueryParam("until") LocalDate until,
            @QueryParam("inspector") @Parameter(description = "Only of visits this one went on") UUID inspector) {
        if (month != null) {
            YearMonth of = YearMonth.parse(month);
            return findings.between(of.atDay(1), of.atEndOfMonth(), inspector, user.account());
        }
        if (from == null || until == null) {
            throw Problem.badRequest("zone.findings.days", from == null ? "from" : "until");
        }
        return findings.between(from, until, inspector, user.account());
    }

    @GET
    @Path("/monthly-reports/{inspector}/{month}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "getMonthlyReport",
            summary = "An inspector's report of a month, or what the figures suggest")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MonthlyReport.class)))
    public Response get(
            @PathParam("inspector") UUID inspector,
            @PathParam("month") @Pattern(regexp = MONTH, message = "kernel.format.month") String month) {
        return ok(service.get(inspector, month, user.account()));
    }

    @PUT
    @Path("/monthly-reports/{inspector}/{month}")
    @RolesAllowed(INSPECTOR)
    @Operation(operationId = "writeMonthlyReport", summary = "Write one's report, as a draft or handed in")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MonthlyReport.class)))
    public Response write(
            @PathParam("inspector") UUID inspector,
            @PathParam("month") @Pattern(regexp = MONTH, message = "kernel.format.month") String month,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull MonthlyReportRequest r) {
        MonthlyReport.Text text = new MonthlyReport.Text(r.work(), r.problems(), r.advice(), r.next());
        return ok(service.write(inspector, month, text, r.submit(), ifMatch, user.account()));
    }

    @POST
    @Path("/monthly-reports/{inspector}/{month}/decide")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "decideMonthlyReport", summary = "Accept a report, or give it back with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MonthlyReport.class)))
    public Response decide(
            @PathParam("inspector") UUID inspector,
            @PathParam("month") @Pattern(regexp = MONTH, message = "kernel.format.month") String month,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull MonthlyReportDecision r) {
        return ok(service.decide(inspector, month, r.returnedFor(), ifMatch, user.account()));
    }

    @GET
    @Path("/work-entries")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "listWorkEntries", summary = "Work log and costs between two days, with sums")
    public WorkEntries.Listing entries(
            @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("until") @NotNull LocalDate until,
            @QueryParam("inspector") UUID inspector) {
        return entries.list(from, until, inspector, user.account());
    }

    @GET
    @Path("/work-entries/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "exportWorkEntries", summary = "The same as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportEntries(
            @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("until") @NotNull LocalDate until,
            @QueryParam("inspector") UUID inspector,
            @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        var listing = entries.list(from, until, inspector, user.account());
        return Downloads.attachment(
                Messages.text(locale, "zone.entries.name") + ".xlsx",
                Downloads.XLSX,
                out -> WorkEntries.write(out, locale, listing));
    }

    @POST
    @Path("/work-entries")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "addWorkEntry",
            summary = "Add an entry under an id made by the caller; an inspector their own")
    @APIResponse(responseCode = "204", description = "It is kept")
    public void add(@Valid @NotNull WorkEntryRequest r) {
        entries.add(
                r.id(),
                r.inspectorId(),
                r.kind(),
                r.onDay(),
                r.text(),
                r.amount(),
                r.evidence() == null ? List.of() : r.evidence(),
                user.account());
    }

    @DELETE
    @Path("/work-entries/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "removeWorkEntry", summary = "Take an entry out; an inspector their own")
    @APIResponse(responseCode = "204", description = "It is gone, the audit keeps it")
    public void remove(@PathParam("id") UUID id) {
        entries.remove(id, user.account());
    }

    private static Response ok(MonthlyReport report) {
        return ETags.ok(report, report.version());
    }
}
