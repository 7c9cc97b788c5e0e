package org.dudao.zone.internal.web;

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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.Appointment;
import org.dudao.zone.internal.AppointmentService;
import org.dudao.zone.internal.Conflict;
import org.dudao.zone.internal.Inspector;
import org.dudao.zone.internal.InspectorFilter;
import org.dudao.zone.internal.InspectorRow;
import org.dudao.zone.internal.InspectorService;
import org.dudao.zone.internal.InspectorSheet;
import org.dudao.zone.internal.Training;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of inspectors (督学): person, terms of office, training, conflicts of interest. */
@Path("/api/v1/zone/inspectors")
@Tag(name = "zone")
public class InspectorResource {
    /** A Chinese mobile number, or a land line with its area code and, if any, its extension. */
    private static final String PHONE =
            "(\\+86[ -]?)?1[3-9][0-9]{9}|(0[0-9]{2,3}[ -]?|[(]0[0-9]{2,3}[)] ?)[1-9][0-9]{6,7}([ -][0-9]{1,6})?";

    /** A person, as entered. */
    public record InspectorRequest(
            @NotBlank @Size(max = 40) String name,
            @NotNull Inspector.Kind kind,
            @Size(max = 100) String employer,
            @Size(max = 60) String post,
            Inspector.Degree degree,
            LocalDate worksSince,
            @Size(max = 10) List<@NotBlank @Size(max = 40) String> subjects,
            @Size(max = 20) @Pattern(regexp = PHONE, message = "zone.inspector.phone") String phone,
            UUID photo,
            @Size(max = 100) String account) {
        private Inspector of(UUID id) {
            return new Inspector(
                    id,
                    null,
                    name.strip(),
                    kind,
                    blankToNull(employer),
                    blankToNull(post),
                    degree,
                    worksSince,
                    subjects == null ? List.of() : subjects,
                    blankToNull(phone),
                    photo,
                    blankToNull(account),
                    0);
        }
    }

    /** A person under an id made by the caller; the same id twice is one person. */
    public record NewInspectorRequest(@NotNull UUID id, @NotNull @Valid InspectorRequest person) {}

    /**
     * A step of an appointment.
     *
     * @param on day of the paper
     * @param until last day of the public notice, for ANNOUNCED
     * @param startsOn first day in office, for APPOINTED
     * @param text opinion or number of the paper; grounds for REFUSED and DISMISSED
     */
    public record AppointmentStepRequest(
            @NotNull Appointment.State kind,
            @NotNull LocalDate on,
            LocalDate until,
            LocalDate startsOn,
            @Size(max = 1000) String text,
            @Size(max = 20) List<@NotNull UUID> evidence) {}

    /** A training. */
    public record TrainingRequest(
            @NotNull UUID id,
            @NotNull LocalDate fromDay,
            @NotNull LocalDate untilDay,
            @NotNull @DecimalMin("0.5") @DecimalMax("2000") @Digits(integer = 4, fraction = 1) BigDecimal hours,
            @NotBlank @Size(max = 200) String topic,
            @NotBlank @Size(max = 100) String organiser,
            @Size(max = 20) List<@NotNull UUID> evidence) {}

    /** What keeps the person from a school. */
    public record ConflictRequest(
            @NotNull UUID schoolId, @NotNull Conflict.Kind kind, @NotBlank @Size(max = 500) String note) {}

    @Inject
    InspectorService service;

    @Inject
    AppointmentService appointments;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listInspectors", summary = "Inspectors in the caller's scope, filtered, sorted, paged")
    public Page<InspectorRow> list(@BeanParam @Valid InspectorFilter filter) {
        return service.list(filter, user.account());
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportInspectors", summary = "The filtered register of inspectors as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid InspectorFilter filter, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        var by = user.account();
        return Downloads.attachment(
                Messages.text(locale, "zone.sheet.name") + ".xlsx",
                Downloads.XLSX,
                out -> InspectorSheet.write(out, locale, rows -> service.forEach(filter, by, rows)));
    }

    @POST
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "registerInspector", summary = "Enter an inspector")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InspectorResponse.class)))
    public Response register(@Valid @NotNull NewInspectorRequest r) {
        var detail = service.register(r.person().of(r.id()), user.account());
        return ETags.created(
                "/api/v1/zone/inspectors/" + r.id(),
                InspectorResponse.from(detail),
                detail.inspector().version());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getInspector", summary = "An inspector with terms, training and conflicts")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InspectorResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.detail(id, user.account()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "changeInspector", summary = "Change what is known of an inspector")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InspectorResponse.class)))
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull InspectorRequest r) {
        return ok(service.change(id, ifMatch, r.of(id), user.account()));
    }

    @POST
    @Path("/{id}/steps")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "takeAppointmentStep",
            summary = "Recommend, review, approve, announce, appoint, refuse or dismiss, with the papers")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InspectorResponse.class)))
    public Response step(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull AppointmentStepRequest r) {
        return ok(appointments.step(
                id,
                ifMatch,
                new AppointmentService.Asked(
                        r.kind(), r.on(), r.until(), r.startsOn(), blankToNull(r.text()), files(r.evidence())),
                user.account()));
    }

    @POST
    @Path("/{id}/trainings")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "recordTraining", summary = "Record a training with its certificates")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InspectorResponse.class)))
    public Response train(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull TrainingRequest r) {
        return ok(service.train(
                id,
                ifMatch,
                new Training(
                        r.id(), r.fromDay(), r.untilDay(), r.hours(), r.topic(), r.organiser(), files(r.evidence())),
                user.account()));
    }

    @DELETE
    @Path("/{id}/trainings/{training}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "removeTraining", summary = "Remove a training that was entered wrongly")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InspectorResponse.class)))
    public Response removeTraining(
            @PathParam("id") UUID id, @PathParam("training") UUID training, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.removeTraining(id, training, ifMatch, user.account()));
    }

    @POST
    @Path("/{id}/conflicts")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "recordConflict", summary = "Record what keeps the inspector from a school")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InspectorResponse.class)))
    public Response conflict(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ConflictRequest r) {
        return ok(service.conflict(id, ifMatch, r.schoolId(), r.kind(), r.note().strip(), user.account()));
    }

    @DELETE
    @Path("/{id}/conflicts/{conflict}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "removeConflict", summary = "Remove what no longer keeps the inspector from a school")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InspectorResponse.class)))
    public Response removeConflict(
            @PathParam("id") UUID id, @PathParam("conflict") UUID conflict, @HeaderParam("If-Match") String ifMatch) {
        return ok(service.removeConflict(id, conflict, ifMatch, user.account()));
    }

    private static Response ok(InspectorService.Detail detail) {
        return ETags.ok(InspectorResponse.from(detail), detail.inspector().version());
    }

    private static List<UUID> files(List<UUID> given) {
        return given == null ? List.of() : given;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
