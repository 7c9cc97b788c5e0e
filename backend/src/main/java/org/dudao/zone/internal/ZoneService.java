package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.ZoneName;
import org.dudao.registry.Zones;
import org.dudao.zone.internal.Roster.InspectorSeat;
import org.dudao.zone.internal.Roster.ZoneSeat;

/** Zones with their inspectors and schools, and who belongs to which. */
@ApplicationScoped
public class ZoneService {
    /** One zone of the arrangement, its rules and the version to change it at. */
    public record Board(ZoneSeat zone, Roster roster, List<RuleStore.Rule> rules, long version) {}

    @Inject
    RosterStore rosters;

    @Inject
    AssignmentStore store;

    @Inject
    InspectorStore inspectors;

    @Inject
    RuleStore rules;

    @Inject
    Zones zones;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** The arrangement of today, as far as the caller sees it. */
    @Transactional
    public Roster roster(Account by) {
        return rosters.load(by, today());
    }

    /** The numbers in force today, with their sources. */
    @Transactional
    public List<RuleStore.Rule> rules() {
        return rules.inForce(today());
    }

    /** The version of the caller's county; 0 for those above the counties, who change nothing. */
    @Transactional
    public long version(Account by) {
        return rosters.version(by.scope().regionPrefix());
    }

    /** @throws Problem 404 for a zone outside the caller's scope */
    @Transactional
    public Board board(UUID id, Account by) {
        ZoneName zone = require(id, by);
        return new Board(
                new ZoneSeat(zone.id(), zone.regionCode(), zone.name()),
                rosters.load(by, today()),
                rules.inForce(today()),
                rosters.version(Counties.of(zone.regionCode())));
    }

    /**
     * Puts an inspector into a zone from today on, as its leader or not; the account sees it at once.
     *
     * @throws Problem 409 while the person answers for schools of another zone
     */
    @Transactional
    public Board join(UUID zoneId, UUID inspectorId, boolean leader, String ifMatch, Account by) {
        ZoneName zone = require(zoneId, by);
        change(by, ifMatch);
        Inspector inspector = require(inspectors.find(inspectorId, by).orElse(null));
        Roster roster = roster(by);
        InspectorSeat seat = roster.inspectorsById().get(inspectorId);
        boolean here = zoneId.equals(seat.zoneId());
        if (!here && seat.zoneId() != null) {
            requireNoSchools(inspector);
        }
        if (!here || seat.leader() != leader) {
            if (leader) {
                roster.inspectors().stream()
                        .filter(i -> i.leader() && zoneId.equals(i.zoneId()))
                        .forEach(i -> seat(zoneId, i.id(), false, by));
            }
            seat(zoneId, inspectorId, leader, by);
            Map<String, Object> detail = new LinkedHashMap<>();
            Audit.putChange(detail, "zone", here ? zone.name() : nameOf(roster, seat.zoneId()), zone.name());
            Audit.putChange(detail, "leader", here && seat.leader(), leader);
            audit.record("inspector.zoneJoined", "inspector", inspectorId, inspector.regionCode(), detail);
        }
        if (inspector.account() != null) {
            zones.moveAccount(inspector.account(), zoneId);
        }
        return board(zoneId, by);
    }

    /**
     * Takes an inspector out of a zone.
     *
     * @throws Problem 409 while the person answers for schools
     */
    @Transactional
    public Board leave(UUID zoneId, UUID inspectorId, String ifMatch, Account by) {
        ZoneName zone = require(zoneId, by);
        change(by, ifMatch);
        Inspector inspector = require(inspectors.find(inspectorId, by).orElse(null));
        if (!Objects.equals(store.zoneOf(inspectorId, today()).orElse(null), zoneId)) {
            throw Problem.notFound("zone.inspector.notFound", inspectorId);
        }
        requireNoSchools(inspector);
        store.leave(inspectorId, today());
        Map<String, Object> detail = new LinkedHashMap<>();
        Audit.putChange(detail, "zone", zone.name(), null);
        audit.record("inspector.zoneLeft", "inspector", inspectorId, inspector.regionCode(), detail);
        return board(zoneId, by);
    }

    /** Puts schools into a zone as of today; who answered for them as one of another zone no longer does. */
    @Transactional
    public Board takeIn(UUID zoneId, List<UUID> schools, String ifMatch, Account by) {
        require(zoneId, by);
        change(by, ifMatch);
        schools.forEach(school -> zones.moveSchool(school, zoneId));
        return board(zoneId, by);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private void seat(UUID zone, UUID inspector, boolean leader, Account by) {
        store.leave(inspector, today());
        store.join(zone, inspector, leader, today(), by, clock.instant());
    }

    private void change(Account by, String ifMatch) {
        String county = Counties.require(by);
        long version = rosters.version(county);
        ETags.requireMatch(ifMatch, version);
        Counties.requireChanged(rosters.touch(county, version));
    }

    private ZoneName require(UUID id, Account by) {
        return zones.find(id, by.scope()).orElseThrow(() -> Problem.notFound("zone.notFound", id));
    }

    private static Inspector require(Inspector inspector) {
        if (inspector == null) {
            throw Problem.unprocessable("zone.assignment.inspector", "inspectorId");
        }
        return inspector;
    }

    private void requireNoSchools(Inspector inspector) {
        int held = store.held(inspector.id(), today());
        if (held > 0) {
            throw Problem.conflict("zone.membership.schools", inspector.name(), held);
        }
    }

    private static String nameOf(Roster roster, UUID zone) {
        return roster.zones().stream()
                .filter(z -> z.id().equals(zone))
                .map(ZoneSeat::name)
                .findFirst()
                .orElse(null);
    }
}
