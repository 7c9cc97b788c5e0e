package org.dudao.rectification.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.NewFinding;
import org.dudao.rectification.Severity;
import org.dudao.rectification.StepDetails;
import org.dudao.rectification.internal.Escalations;
import org.dudao.rectification.internal.Finding;
import org.dudao.rectification.internal.FindingEvent.CheckMode;
import org.dudao.rectification.internal.FindingFilter;
import org.dudao.rectification.internal.FindingService;
import org.dudao.rectification.internal.FindingSheet;
import org.dudao.rectification.internal.StepTaking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Findings: recorded, replied to, checked, closed, looked back at. */
@Path("/api/v1/rectification/findings")
@Tag(name = "rectification")
public class FindingResource {
    /**
     * A finding raised on the ledger itself.
     *
     * @param id made by the caller; the same id twice is one finding
     * @param schoolId the school it is about; null with {@code regionCode}, never both
     * @param ruleCode a code of {@code findRules}, or a new one; a known rule's own code is put in its place
     */
    public record RaiseRequest(
            @NotNull UUID id,
            UUID schoolId,
            @Pattern(regexp = "[0-9]{2,9}") String regionCode,
            @Size(max = 100) String ruleCode,
            @NotBlank @Size(max = 200) String rule,
            @NotBlank @Size(max = 2000) String description,
            @NotNull Severity severity,
            @Size(max = 10) List<@NotBlank @Size(max = 60) String> departments,
            @Size(max = 50) List<@NotNull UUID> evidence,
            @NotNull LocalDate foundOn) {}

    /** What a finding is mended to, while no unit has been asked for anything. */
    public record CorrectionRequest(
            @Size(max = 100) String ruleCode,
            @NotBlank @Size(max = 200) String rule,
            @NotBlank @Size(max = 2000) String description,
            @NotNull Severity severity,
            @Size(max = 10) List<@NotBlank @Size(max = 60) String> departments,
            @NotNull LocalDate foundOn) {}

    /** Why it is struck out. */
    public record StrikeOutRequest(@NotBlank @Size(max = 500) String reason) {}

    /**
     * A call to an interview.
     *
     * @param after how many calls the caller has seen; another one meanwhile is told instead of doubled
     */
    public record InterviewCallRequest(@NotNull @Min(0) Integer after, @NotNull @Valid StepDetailsRequest details) {}

    /** What the unit did. */
    public record ReplyRequest(
            @NotBlank @Size(max = 2000) String measure,
            @NotNull LocalDate on,
            @Size(max = 50) List<@NotNull UUID> evidence) {}

    /** A check that found it rectified. */
    public record AcceptRequest(
            @NotNull CheckMode mode, @Size(max = 2000) String text, @Size(max = 50) List<@NotNull UUID> evidence) {}

    /** A check that did not; a new last day may be set. */
    public record ReturnRequest(
            @NotNull CheckMode mode,
            @NotBlank @Size(max = 2000) String reason,
            LocalDate deadline,
            @Size(max = 50) List<@NotNull UUID> evidence) {}

    /** A new last day and why. */
    public record DeadlineRequest(@NotNull LocalDate deadline, @NotBlank @Size(max = 2000) String reason) {}

    /** What is said at the closing. */
    public record FindingCloseRequest(@Size(max = 2000) String text) {}

    /** Days during which the ladder stands still, and why. */
    public record PauseRequest(
            @NotNull LocalDate from, @NotNull LocalDate until, @NotBlank @Size(max = 500) String reason) {}

    /** Facts of a step; which of them a step needs is its own business. */
    public record StepDetailsRequest(
            @Size(max = 60) String heldAt,
            @Size(max = 100) String place,
            @Size(max = 200) String called,
            @Size(max = 200) String interviewers,
            @Size(max = 2000) String promise,
            @Size(max = 200) String recipients) {
        StepDetails details() {
            return new StepDetails(heldAt, place, called, interviewers, promise, recipients);
        }
    }

    /** What came of an escalation step. */
    public record StepRequest(@NotBlank @Size(max = 4000) String record, @Valid StepDetailsRequest details) {}

    @Inject
    FindingService service;

    @Inject
    Escalations escalations;

    @Inject
    StepTaking steps;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listFindings", summary = "Findings in the caller's scope, filtered, sorted, paged")
    public Page<FindingResponse> list(@BeanParam @Valid FindingFilter filter) {
        Page<Finding> page = service.list(filter, user.account());
        return new Page<>(
                page.items().stream()
                        .map(f -> FindingResponse.from(f, service.today()))
                        .toList(),
                page.page(),
                page.size(),
                page.total());
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportFindings", summary = "The filtered ledger as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid FindingFilter filter, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        var by = user.account();
        return Downloads.attachment(
                Messages.text(locale, "rectification.sheet.name") + ".xlsx",
                Downloads.XLSX,
                out -> FindingSheet.write(out, locale, service.today(), rows -> service.forEach(filter, by, rows)));
    }

    @POST
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "raiseFinding", summary = "Record a finding")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response raise(@Valid @NotNull RaiseRequest r) {
        Finding f = service.raise(
                new NewFinding(
                        r.id(),
                        r.schoolId(),
                        r.regionCode(),
                        "office",
                        null,
                        r.ruleCode(),
                        r.rule(),
                        r.description(),
                        r.severity(),
                        r.departments(),
                        r.evidence(),
                        r.foundOn()),
                user.account());
        return ETags.created("/api/v1/rectification/findings/" + f.id(), detail(f), f.version());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "getFinding", summary = "A finding with everything that happened to it")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.get(id, user.account()));
    }

    @POST
    @Path("/{id}/reply")
    @RolesAllowed({SCHOOL, TOWNSHIP, OFFICER})
    @Operation(operationId = "replyToFinding", summary = "Say what was done; an officer may enter a reply on paper")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response reply(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ReplyRequest r) {
        return ok(service.reply(id, ifMatch, r.measure(), r.on(), orNone(r.evidence()), user.account()));
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "acceptReply", summary = "Find it rectified, on site or on paper")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response accept(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull AcceptRequest r) {
        return ok(service.accept(id, ifMatch, r.mode(), r.text(), orNone(r.evidence()), user.account()));
    }

    @POST
    @Path("/{id}/return")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "returnReply", summary = "Send a reply back with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response giveBack(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ReturnRequest r) {
        return ok(service.returnReply(
                id, ifMatch, r.mode(), r.reason(), r.deadline(), orNone(r.evidence()), user.account()));
    }

    @POST
    @Path("/{id}/extend")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "extendDeadline", summary = "Give more time, with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response extend(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull DeadlineRequest r) {
        return ok(service.extend(id, ifMatch, r.deadline(), r.reason(), user.account()));
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "closeFinding", summary = "Close it; by someone who neither found nor rectified it")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response close(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull FindingCloseRequest r) {
        return ok(service.close(id, ifMatch, r.text(), user.account()));
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "reopenFinding", summary = "A look-back found it again")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response reopen(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull DeadlineRequest r) {
        return ok(service.reopen(id, ifMatch, r.deadline(), r.reason(), user.account()));
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "pauseEscalation", summary = "Let the ladder stand still for some days")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response pause(@PathParam("id") UUID id, @Valid @NotNull PauseRequest r) {
        escalations.pause(id, r.from(), r.until(), r.reason(), user.account());
        return get(id);
    }

    @POST
    @Path("/{id}/steps/{step}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "takeEscalationStep", summary = "Take a step of the ladder and record what came of it")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response step(@PathParam("id") UUID id, @PathParam("step") String step, @Valid @NotNull StepRequest r) {
        steps.take(
                id,
                step,
                r.record(),
                r.details() == null ? StepDetails.NONE : r.details().details(),
                user.account());
        return get(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "correctFinding", summary = "Mend a finding that is not yet in a notice")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull CorrectionRequest r) {
        service.correct(
                id,
                ifMatch,
                new FindingService.Correction(
                        r.ruleCode(), r.rule(), r.description(), r.severity(), r.departments(), r.foundOn()),
                user.account());
        return get(id);
    }

    @POST
    @Path("/{id}/void")
    @RolesAllowed(DIRECTOR)
    @Operation(operationId = "voidFinding", summary = "Strike out a finding recorded by mistake, with the reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response strikeOut(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull StrikeOutRequest r) {
        service.strikeOut(id, ifMatch, r.reason(), user.account());
        return get(id);
    }

    @POST
    @Path("/{id}/interview-calls")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "callToInterview", summary = "Call the unit to an interview that is due")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FindingDetail.class)))
    public Response callUp(@PathParam("id") UUID id, @Valid @NotNull InterviewCallRequest r) {
        steps.call(id, r.details().details(), r.after(), user.account());
        return get(id);
    }

    private FindingDetail.CloseBarred barred(Finding f) {
        String reader = user.account().subject();
        if (reader.equals(f.foundBy())) {
            return FindingDetail.CloseBarred.FINDER;
        }
        return reader.equals(f.repliedBy()) ? FindingDetail.CloseBarred.RECTIFIER : null;
    }

    private static List<UUID> orNone(List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }

    private Response ok(Finding finding) {
        return ETags.ok(detail(finding), finding.version());
    }

    private FindingDetail detail(Finding finding) {
        LocalDate today = service.today();
        return new FindingDetail(
                FindingResponse.from(finding, today),
                service.events(finding).stream().map(FindingDetail.Event::from).toList(),
                escalations.of(finding.id()),
                service.repeats(finding, user.account()).stream()
                        .map(f -> FindingResponse.from(f, today))
                        .toList(),
                barred(finding),
                service.handles(finding, user.account()));
    }
}
