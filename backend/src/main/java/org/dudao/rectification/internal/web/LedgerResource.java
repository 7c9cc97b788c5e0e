package org.dudao.rectification.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.internal.Escalations;
import org.dudao.rectification.internal.FindingService;
import org.dudao.rectification.internal.LedgerQuery;
import org.dudao.rectification.internal.RecordQuery;
import org.dudao.rectification.internal.Terms;
import org.dudao.rectification.internal.WaitingQuery;
import org.dudao.rectification.internal.WorkingDayCalendar;
import org.dudao.rectification.internal.WorkingDayCalendar.SpecialDay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The ledger of any day, the ladder, the calendar of working days. */
@Path("/api/v1/rectification")
@Tag(name = "rectification")
public class LedgerResource {
    /** A day that differs from the week. */
    public record SpecialDayRequest(
            @NotNull LocalDate day,
            boolean working,
            @NotBlank @Size(max = 40) String name,
            @NotBlank @Size(max = 100) String source) {}

    /** The special days of a year, all of them. */
    public record CalendarRequest(@NotNull @Size(max = 120) List<@Valid @NotNull SpecialDayRequest> days) {}

    /** New days by the code of the step or term, and why. */
    public record TermsRequest(
            @NotNull Map<String, @NotNull @Min(-60) @Max(365) Integer> ladder,
            @NotNull Map<String, @NotNull @Min(1) @Max(365) Integer> limits,
            @NotBlank @Size(max = 200) String reason) {}

    @Inject
    LedgerQuery query;

    @Inject
    RecordQuery records;

    @Inject
    Terms terms;

    @Inject
    Escalations escalations;

    @Inject
    WaitingQuery waiting;

    @Inject
    WorkingDayCalendar calendar;

    @Inject
    FindingService findings;

    @Inject
    CurrentUser user;

    @GET
    @Path("/ledger")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "countLedger",
            summary = "found = closed + open + overdue on any day, by unit, origin, severity, zone or region")
    public List<LedgerQuery.Row> ledger(
            @QueryParam("on") LocalDate on, @QueryParam("by") @DefaultValue("TOTAL") LedgerQuery.Grouping by) {
        return query.ledger(user.account(), day(on), by);
    }

    @GET
    @Path("/ageing")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "countAgeing", summary = "Findings not closed on a day, by their age")
    public List<LedgerQuery.Age> ageing(@QueryParam("on") LocalDate on) {
        return query.ageing(user.account(), day(on));
    }

    @GET
    @Path("/ladder")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listLadder", summary = "The escalation ladder")
    public List<Escalations.LadderStep> ladder() {
        return escalations.ladder(region());
    }

    @GET
    @Path("/escalations")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "listWaitingEscalations", summary = "Steps of the ladder that wait for the caller")
    public List<Escalations.Escalation> steps() {
        return escalations.waiting(user.account());
    }

    @GET
    @Path("/waiting")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listRectificationWaiting", summary = "What waits for the caller, by due date")
    public List<WaitingQuery.Waiting> waitingForMe() {
        return waiting.of(user.account());
    }

    @GET
    @Path("/calendar/{year}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "getCalendar",
            summary = "Holidays and worked weekends of a year, and where they come from")
    public RestResponse<WorkingDayCalendar.Year> calendar(@PathParam("year") @Min(2000) @Max(2200) int year) {
        return tagged(calendar.ofYear(year, region()));
    }

    @PUT
    @Path("/calendar/{year}")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "replaceCalendar", summary = "Set the holidays and worked weekends of a year")
    public RestResponse<WorkingDayCalendar.Year> replace(
            @PathParam("year") @Min(2000) @Max(2200) int year,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull CalendarRequest request) {
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < request.days().size(); i++) {
            LocalDate day = request.days().get(i).day();
            if (day.getYear() != year || !seen.add(day)) {
                throw Problem.unprocessable("rectification.calendar.day", "days[" + i + "].day", day, year);
            }
        }
        return tagged(calendar.replace(
                year,
                request.days().stream()
                        .map(d -> new SpecialDay(d.day(), d.working(), d.name(), d.source()))
                        .toList(),
                ifMatch,
                user.scope().regionPrefix()));
    }

    @GET
    @Path("/terms")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listTerms", summary = "Terms the office sets itself")
    public RestResponse<List<Terms.TimeLimit>> terms() {
        return ETags.tagged(terms.limits(region()), terms.version(region()));
    }

    @PUT
    @Path("/terms")
    @RolesAllowed(DIRECTOR)
    @Operation(
            operationId = "changeTerms",
            summary = "Set the days of the ladder and the office's terms, with the reason")
    public RestResponse<List<Terms.TimeLimit>> changeTerms(
            @HeaderParam("If-Match") String ifMatch, @Valid @NotNull TermsRequest request) {
        terms.change(new Terms.Change(request.ladder(), request.limits(), request.reason()), ifMatch, user.account());
        return terms();
    }

    @GET
    @Path("/records")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listRectificationRecords", summary = "The yearly record of schools and their heads")
    public List<RecordQuery.Row> records(
            @QueryParam("year") @NotNull @Min(2000) @Max(2200) Integer year, @QueryParam("school") UUID school) {
        return records.of(user.account(), year, school);
    }

    @GET
    @Path("/records/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportRectificationRecords", summary = "The yearly record as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response exportRecords(
            @QueryParam("year") @NotNull @Min(2000) @Max(2200) Integer year,
            @QueryParam("school") UUID school,
            @Context HttpHeaders headers) {
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        List<RecordQuery.Row> rows = records.of(user.account(), year, school);
        return Downloads.attachment(
                Messages.text(locale, "rectification.record.name") + year + ".xlsx",
                Downloads.XLSX,
                out -> records.export(out, locale, rows));
    }

    private static RestResponse<WorkingDayCalendar.Year> tagged(WorkingDayCalendar.Year year) {
        return ETags.tagged(year, year.version());
    }

    private LocalDate day(LocalDate on) {
        return on == null ? findings.today() : on;
    }

    private String region() {
        return user.account().scope().regionPrefix();
    }
}
