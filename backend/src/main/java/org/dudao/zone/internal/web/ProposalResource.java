package org.dudao.zone.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.zone.internal.ProposalService;
import org.dudao.zone.internal.proposal.Proposal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proposals of who answers for which school. They change nothing; {@code assignSchools} accepts one. */
@Path("/api/v1/zone/proposals")
@Tag(name = "zone")
public class ProposalResource {
    /**
     * What is asked for.
     *
     * @param zoneId null for every zone of the county
     * @param from first day it would hold; today or later
     */
    @Schema(name = "AssignmentProposalRequest")
    public record ProposalRequest(UUID zoneId, @NotNull Proposal.Mode mode, @NotNull LocalDate from) {}

    @Inject
    ProposalService service;

    @Inject
    CurrentUser user;

    @POST
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "proposeAssignments",
            summary = "Propose who answers for which school by distance and load, with the reasons; nothing is changed")
    public ProposalService.Proposed propose(@Valid @NotNull ProposalRequest r) {
        return service.propose(r.zoneId(), r.mode(), r.from(), user.account());
    }
}
