package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.registry.Zones;
import org.dudao.zone.internal.proposal.Proposal;
import org.dudao.zone.internal.proposal.Proposer;

/** Proposes an arrangement and judges it before and after; nothing is changed. */
@ApplicationScoped
public class ProposalService {
    /**
     * A proposal for a zone or a county.
     *
     * @param version of the county's arrangement it was made from, to accept it at
     */
    public record Proposed(
            LocalDate from,
            UUID zoneId,
            Proposal proposal,
            List<Violation> violationsBefore,
            List<Violation> violationsAfter,
            long version) {}

    @Inject
    RosterStore rosters;

    @Inject
    Zones zones;

    @Inject
    Clock clock;

    /**
     * @param zone null for the whole county
     * @throws Problem 404 for a zone outside the caller's scope, 422 for a day that has passed
     */
    @Transactional
    public Proposed propose(UUID zone, Proposal.Mode mode, LocalDate from, Account by) {
        String county = Counties.require(by);
        if (zone != null && zones.find(zone, by.scope()).isEmpty()) {
            throw Problem.notFound("zone.notFound", zone);
        }
        if (from.isBefore(LocalDate.now(clock))) {
            throw Problem.unprocessable("zone.proposal.past", "from", from);
        }
        long version = rosters.version(county);
        Roster now = rosters.load(by, from);
        Proposal proposal = Proposer.propose(now, zone, mode);
        Roster then = now.with(proposal.placements().stream()
                .collect(Collectors.toMap(Proposal.Placement::schoolId, Proposal.Placement::afterId)));
        return new Proposed(from, zone, proposal, of(now, zone), of(then, zone), version);
    }

    private static List<Violation> of(Roster roster, UUID zone) {
        return roster.violations().stream()
                .filter(v -> zone == null || zone.equals(v.zoneId()))
                .toList();
    }
}
