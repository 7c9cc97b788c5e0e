package org.dudao.zone.internal.web;

import static org.dudao.kernel.security.Roles.DIRECTOR;
import static org.dudao.kernel.security.Roles.INSPECTOR;
import static org.dudao.kernel.security.Roles.OFFICER;

import io.quarkus.logging.Log;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.kernel.error.ProblemBody;
import org.dudao.kernel.error.ProblemMappers;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.zone.internal.VisitIntake;
import org.dudao.zone.internal.VisitReceipt;
import org.dudao.zone.internal.VisitService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records phones send of visits. */
@Path("/api/v1/zone/visit-records")
@Tag(name = "zone")
public class VisitRecordResource {
    /** Files that have arrived; for an item or a finding of the record, or without one for the visit as a whole. */
    public record VisitFilesRequest(
            @Size(max = 100) String item, @NotEmpty @Size(max = 200) List<@NotNull UUID> files) {}

    /** Several records, sent together; each is taken or refused for itself. */
    public record VisitRecordsRequest(@NotEmpty @Size(max = 50) List<@NotNull VisitRecordRequest> records) {}

    /**
     * What became of one of several records.
     *
     * @param status as the record alone would have been answered, 200 with a receipt
     * @param receipt null when it was not taken
     * @param problem why it was not taken; null when it was
     */
    public record VisitRecordAnswer(UUID id, int status, VisitReceipt receipt, ProblemBody problem) {
        private static VisitRecordAnswer taken(VisitReceipt receipt) {
            return new VisitRecordAnswer(receipt.id(), 200, receipt, null);
        }

        private static VisitRecordAnswer refused(UUID id, ProblemBody problem) {
            return new VisitRecordAnswer(id, problem.status(), null, problem);
        }
    }

    @Inject
    VisitIntake intake;

    @Inject
    VisitService service;

    @Inject
    Validator validator;

    @Inject
    CurrentUser user;

    @POST
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "sendVisitRecord",
            summary = "Hand in what was done at a school; sending again gives the first receipt again")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisitReceipt.class)))
    public VisitReceipt send(@Valid @NotNull VisitRecordRequest r) {
        return intake.receive(r.sent(), user.account());
    }

    @POST
    @Path("/batch")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "sendVisitRecords",
            summary = "Hand in several records; each is answered for itself, in the order they were sent",
            description = "Only a request that cannot be read is refused as a whole: send its records one by one then.")
    public List<VisitRecordAnswer> sendAll(@Valid @NotNull VisitRecordsRequest r, @Context HttpHeaders headers) {
        Account by = user.account();
        if (together(r.records)) {
            try {
                return intake
                        .receive(
                                r.records.stream().map(VisitRecordRequest::sent).toList(), by)
                        .stream()
                        .map(VisitRecordAnswer::taken)
                        .toList();
            } catch (RuntimeException e) {
                Log.debugf(e, "one of %d records is not as the others", r.records.size());
            }
        }
        return r.records.stream().map(one -> alone(one, by, headers)).toList();
    }

    @POST
    @Path("/{id}/files")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(operationId = "attachVisitFiles", summary = "Say which files of a record have arrived")
    @APIResponse(responseCode = "204", description = "They prove the visit")
    public void files(@PathParam("id") UUID id, @Valid @NotNull VisitFilesRequest r) {
        service.files(id, r.item(), r.files(), user.account());
    }

    /** Whether records can be taken in one turn: each well formed, no two of one id or of one visit. */
    private boolean together(List<VisitRecordRequest> records) {
        return distinct(records, VisitRecordRequest::id)
                && distinct(records, VisitRecordRequest::visitId)
                && records.stream().allMatch(one -> validator.validate(one).isEmpty());
    }

    private static boolean distinct(List<VisitRecordRequest> records, Function<VisitRecordRequest, UUID> key) {
        Set<UUID> seen = new HashSet<>();
        return records.stream().map(key).allMatch(id -> id != null && seen.add(id));
    }

    private VisitRecordAnswer alone(VisitRecordRequest one, Account by, HttpHeaders headers) {
        try {
            Set<ConstraintViolation<VisitRecordRequest>> violations = validator.validate(one);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return VisitRecordAnswer.taken(intake.receive(one.sent(), by));
        } catch (RuntimeException e) {
            return VisitRecordAnswer.refused(one.id(), ProblemMappers.body(e, headers));
        }
    }
}
