package org.dudao.zone.internal.plan.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.plan.Parameters;
import org.dudao.zone.internal.plan.PlanDays;
import org.dudao.zone.internal.plan.PlanService;
import org.dudao.zone.internal.plan.Semester;
import org.dudao.zone.internal.plan.Semesters;
import org.dudao.zone.internal.plan.VisitPlan;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Terms of the school year, plans of visits, and the numbers they follow. */
@Path("/api/v1/zone")
@Tag(name = "visit plans")
public class PlanResource {
    /** First and last day of a term. */
    public record SemesterRequest(@NotNull LocalDate from, @NotNull LocalDate until) {}

    /**
     * What is to be planned.
     *
     * @param inspectorId only this inspector's schools
     * @param seed of the draw; without one a new one is drawn
     * @param announced whether schools are told the days beforehand
     */
    public record VisitPlanWish(
            @Min(2000) @Max(2100) int year,
            @NotNull Semester.Half half,
            @NotNull VisitPlan.Kind kind,
            UUID inspectorId,
            @Min(1) @Max(9_007_199_254_740_991L) Long seed,
            boolean announced) {
        private VisitPlan.Wish wish() {
            return new VisitPlan.Wish(year, half, kind, inspectorId, seed, announced);
        }
    }

    /**
     * A preview that was looked at, to become the plan.
     *
     * @param id made by the caller; the same twice is one plan
     */
    public record VisitPlanAdoption(
            @NotNull UUID id, @Valid @NotNull VisitPlanWish wish, @NotBlank @Size(max = 64) String checksum) {}

    /** Why what lies ahead of a plan is dropped. */
    public record VisitPlanWithdrawal(@NotBlank @Size(max = 500) String reason) {}

    /** A county's own number from a day on, and its ground. */
    public record ZoneParameterRequest(int value, @NotNull LocalDate from, @NotBlank @Size(max = 200) String source) {}

    @Inject
    PlanService service;

    @Inject
    Semesters semesters;

    @Inject
    Parameters parameters;

    @Inject
    PlanDays days;

    @Inject
    CurrentUser user;

    @GET
    @Path("/semesters")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listSemesters",
            summary = "The terms of the school year of the caller's county, the latest first")
    public List<Semester> semesters() {
        return semesters.of(user.scope().regionPrefix());
    }

    @PUT
    @Path("/semesters/{year}/{half}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "setSemester", summary = "Enter a term's first and last day, or change them")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Semester.class)))
    public Response setSemester(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @PathParam("half") Semester.Half half,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull SemesterRequest r) {
        Semester set = semesters.set(year, half, r.from(), r.until(), ifMatch, user.account());
        return ETags.ok(set, set.version());
    }

    @GET
    @Path("/days-off")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listDaysOff", summary = "Days on which nobody works, from a day until a day")
    public List<PlanDays.DayOff> daysOff(
            @QueryParam("from") @NotNull LocalDate from, @QueryParam("until") @NotNull LocalDate until) {
        return days.off(from, until, user.account());
    }

    @GET
    @Path("/parameters")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listZoneParameters",
            summary = "The numbers in force today that a county may set for itself")
    public List<Parameters.Parameter> parameters() {
        return days.parameters(user.account());
    }

    @GET
    @Path("/parameters/history")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listZoneParameterHistory",
            summary = "Every such number there was or will be, general and the county's own, the latest first")
    public List<Parameters.Parameter> parameterHistory() {
        return days.everyParameter(user.account());
    }

    @PUT
    @Path("/parameters/{code}")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "setZoneParameter", summary = "Set a number for the county from a day on")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Parameters.Parameter.class)))
    public Response setParameter(
            @PathParam("code") @Size(max = 40) String code,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull ZoneParameterRequest r) {
        return Response.ok(parameters.set(code, r.value(), r.from(), r.source(), ifMatch, user.account()))
                .build();
    }

    @POST
    @Path("/visit-plans/preview")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "previewVisitPlan", summary = "Draw a term's visits and look at them; nothing is changed")
    public VisitPlan.Preview preview(@Valid @NotNull VisitPlanWish r) {
        return service.preview(r.wish(), user.account());
    }

    @POST
    @Path("/visit-plans")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "adoptVisitPlan", summary = "Make a draw the plan: its visits are planned")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitPlan.class)))
    public Response adopt(@Valid @NotNull VisitPlanAdoption r) {
        VisitPlan plan = service.adopt(r.id(), r.wish().wish(), r.checksum(), user.account());
        return ETags.created("/api/v1/zone/visit-plans/" + plan.id(), plan, plan.version());
    }

    @GET
    @Path("/visit-plans")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listVisitPlans", summary = "Plans adopted in the caller's region, the latest first")
    public List<VisitPlan> list() {
        return service.list(user.account());
    }

    @GET
    @Path("/visit-plans/{id}/repeat")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "repeatVisitPlan",
            summary = "Draw an adopted plan again from what was kept, to see that it comes out the same")
    public VisitPlan.Repeat repeat(@PathParam("id") UUID id) {
        return service.repeat(id, user.account());
    }

    @POST
    @Path("/visit-plans/{id}/withdraw")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "withdrawVisitPlan", summary = "Drop what of a plan lies ahead and is not made")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitPlan.class)))
    public Response withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull VisitPlanWithdrawal r) {
        VisitPlan plan = service.withdraw(id, ifMatch, r.reason(), user.account());
        return ETags.ok(plan, plan.version());
    }
}
