package org.dudao.zone.internal.report.web;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.VisitRecordFacts;
import org.dudao.zone.internal.report.FeedbackService;
import org.dudao.zone.internal.report.PublishedRecord;
import org.dudao.zone.internal.report.RecordService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records of visits as schools read and answer them (督导工作记录). */
@Path("/api/v1/zone")
@Tag(name = "visit records")
public class RecordResource {
    /** What is said to the school beside the record. */
    public record RecordPublication(@Size(max = 4000) String summary) {}

    /** The school's answer. */
    public record RecordReply(@NotBlank @Size(max = 4000) String words) {}

    /** What the school thinks of the inspector, 1 to 5. */
    public record VisitFeedbackRequest(
            @Min(1) @Max(5) int fair,
            @Min(1) @Max(5) int useful,
            @Min(1) @Max(5) int clean,
            @Size(max = 1000) String words) {}

    @Inject
    RecordService service;

    @Inject
    FeedbackService feedback;

    @Inject
    CurrentUser user;

    @GET
    @Path("/visits/{id}/record/draft")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "draftVisitRecord", summary = "What the school will read of a visit")
    public VisitRecordFacts draft(@PathParam("id") UUID id) {
        return service.draft(id, null, user.account());
    }

    @POST
    @Path("/visits/{id}/record")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "publishVisitRecord",
            summary = "Let the school read the record; If-Match is the visit's version")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PublishedRecord.class)))
    public Response publish(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull RecordPublication r) {
        PublishedRecord record = service.publish(id, r.summary(), ifMatch, user.account());
        return ETags.created("/api/v1/zone/visits/" + id + "/record", record, record.version());
    }

    @GET
    @Path("/visits/{id}/record")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "getVisitRecord",
            summary = "A record as it was published, with what became of its findings")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PublishedRecord.class)))
    public Response get(@PathParam("id") UUID id) {
        return ok(service.published(id, user.account()));
    }

    @POST
    @Path("/visits/{id}/record/reply")
    @RolesAllowed(SCHOOL)
    @Operation(operationId = "answerVisitRecord", summary = "The school's answer to a record, once")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PublishedRecord.class)))
    public Response reply(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull RecordReply r) {
        return ok(service.reply(id, r.words(), ifMatch, user.account()));
    }

    @POST
    @Path("/visits/{id}/record/feedback")
    @RolesAllowed(SCHOOL)
    @Operation(operationId = "giveVisitFeedback", summary = "What the school thinks of the inspector who came, once")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PublishedRecord.class)))
    public Response feedback(@PathParam("id") UUID id, @Valid @NotNull VisitFeedbackRequest r) {
        return ok(feedback.give(id, r.fair(), r.useful(), r.clean(), r.words(), user.account()));
    }

    @GET
    @Path("/schools/{id}/visits")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "listSchoolVisits",
            summary = "Visits of a school, what was found and what became of it; a school sees what it was told of")
    public List<PublishedRecord.Row> ofSchool(@PathParam("id") UUID id) {
        return service.ofSchool(id, user.account());
    }

    @GET
    @Path("/inspector-feedback/{id}")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "getInspectorFeedback",
            summary = "What schools think of an inspector; for the inspector averages of several answers only")
    public FeedbackService.Summary feedback(
            @PathParam("id") UUID id,
            @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("until") @NotNull LocalDate until) {
        return feedback.of(id, from, until, user.account());
    }

    private static Response ok(PublishedRecord record) {
        return ETags.ok(record, record.version());
    }
}
