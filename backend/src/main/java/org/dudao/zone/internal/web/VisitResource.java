package org.dudao.zone.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.Visit;
import org.dudao.zone.internal.VisitFilter;
import org.dudao.zone.internal.VisitPlanning;
import org.dudao.zone.internal.VisitRecord;
import org.dudao.zone.internal.VisitService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Visits to schools (督导). */
@Path("/api/v1/zone")
@Tag(name = "zone")
public class VisitResource {
    /**
     * Somebody who goes along.
     *
     * @param inspectorId of the register; its name there stands
     * @param name of a department or person not in the register
     */
    public record VisitParticipantRequest(UUID inspectorId, @NotBlank @Size(max = 60) String name) {}

    /**
     * A visit to be made.
     *
     * @param dayOff true says that the day is known to be a day off
     * @param systemId version of the checklist to use
     * @param inspectorId who is to go, if not who answers for the school
     * @param participants who else goes along on a joint visit
     */
    public record VisitPlanRequest(
            @NotNull UUID id,
            @NotNull UUID schoolId,
            @NotNull VisitRecord.Kind kind,
            @NotNull LocalDate on,
            boolean dayOff,
            UUID systemId,
            UUID inspectorId,
            @Size(max = 30) List<@Valid @NotNull VisitParticipantRequest> participants) {
        private VisitPlanning.NewVisit visit() {
            return new VisitPlanning.NewVisit(
                    id,
                    schoolId,
                    kind,
                    on,
                    systemId,
                    inspectorId,
                    participants == null
                            ? List.of()
                            : participants.stream()
                                    .map(p -> new Visit.Participant(p.inspectorId, p.name.strip()))
                                    .toList());
        }
    }

    /** Why a plan is dropped. */
    public record VisitCancelRequest(@NotBlank @Size(max = 500) String reason) {}

    /**
     * Another day for a plan.
     *
     * @param dayOff true says that it is known to be a day off
     */
    public record VisitMoveRequest(@NotNull LocalDate to, boolean dayOff, @NotBlank @Size(max = 500) String reason) {}

    /** Whose answer to an item stands. */
    public record VisitChoiceRequest(@NotBlank @Size(max = 100) String item, @NotNull UUID recordId) {}

    @Inject
    VisitService service;

    @Inject
    VisitPlanning planning;

    @Inject
    CurrentUser user;

    @GET
    @Path("/visits")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listVisits",
            summary =
                    "Visits in the caller's scope, filtered, sorted, paged; a school's own as far as it was told of them")
    public Page<Visit> list(@BeanParam @Valid VisitFilter filter) {
        return service.list(filter, user.account());
    }

    @POST
    @Path("/visits")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "planVisit", summary = "Plan a visit, under an id made by the caller")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitResponse.class)))
    public Response plan(@Valid @NotNull VisitPlanRequest r) {
        var detail = planning.byHand(r.visit(), r.dayOff(), user.account());
        return ETags.created(
                "/api/v1/zone/visits/" + r.id(),
                VisitResponse.from(detail),
                detail.visit().version());
    }

    @GET
    @Path("/visits/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getVisit", summary = "A visit with its records and what they say together")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.detail(id, user.account()));
    }

    @POST
    @Path("/visits/{id}/cancel")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "cancelVisit", summary = "Drop the plan of a visit, with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitResponse.class)))
    public Response cancel(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull VisitCancelRequest r) {
        return ok(planning.cancel(id, ifMatch, r.reason(), user.account()));
    }

    @POST
    @Path("/visits/{id}/move")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "moveVisit", summary = "Move the plan of a visit to another day, with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitResponse.class)))
    public Response move(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull VisitMoveRequest r) {
        return ok(planning.move(id, ifMatch, r.to(), r.dayOff(), r.reason(), user.account()));
    }

    @POST
    @Path("/visits/{id}/choices")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "chooseVisitAnswer",
            summary = "Choose whose answer stands where two records answer an item differently")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitResponse.class)))
    public Response choose(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull VisitChoiceRequest r) {
        return ok(service.choose(id, ifMatch, r.item(), r.recordId(), user.account()));
    }

    private static Response ok(VisitService.Detail detail) {
        return ETags.ok(VisitResponse.from(detail), detail.visit().version());
    }
}
