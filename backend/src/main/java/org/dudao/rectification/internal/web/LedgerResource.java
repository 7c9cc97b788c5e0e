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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.rectification.internal.Escalations;
import org.dudao.rectification.internal.FindingService;
import org.dudao.rectification.internal.LedgerQuery;
import org.dudao.rectification.internal.WaitingQuery;
import org.dudao.rectification.internal.WorkingDayCalendar;
import org.dudao.rectification.internal.WorkingDayCalendar.SpecialDay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

    @Inject
    LedgerQuery query;

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
        return escalations.ladder();
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
    @Operation(operationId = "getCalendar", summary = "Holidays and worked weekends of a year")
    public List<SpecialDay> calendar(@PathParam("year") @Min(2000) @Max(2200) int year) {
        return calendar.ofYear(year);
    }

    @PUT
    @Path("/calendar/{year}")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "replaceCalendar", summary = "Set the holidays and worked weekends of a year")
    public List<SpecialDay> replace(
            @PathParam("year") @Min(2000) @Max(2200) int year, @Valid @NotNull CalendarRequest request) {
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < request.days().size(); i++) {
            LocalDate day = request.days().get(i).day();
            if (day.getYear() != year || !seen.add(day)) {
                throw Problem.unprocessable("rectification.calendar.day", "days[" + i + "].day", day, year);
            }
        }
        return calendar.replace(
                year,
                request.days().stream()
                        .map(d -> new SpecialDay(d.day(), d.working(), d.name(), d.source()))
                        .toList(),
                user.scope().regionPrefix());
    }

    private LocalDate day(LocalDate on) {
        return on == null ? findings.today() : on;
    }
}
