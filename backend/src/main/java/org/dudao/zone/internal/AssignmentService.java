package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.Schools;
import org.dudao.registry.Zones;
import org.dudao.zone.internal.Roster.InspectorSeat;
import org.dudao.zone.internal.Roster.SchoolSeat;

/** Who answers for which school, by date: one or many are changed at once, all or nothing. */
@ApplicationScoped
public class AssignmentService {
    /**
     * One school's change.
     *
     * @param inspectorId who is to answer for it; null for nobody
     */
    public record Move(UUID schoolId, UUID inspectorId) {}

    /**
     * What was done.
     *
     * @param changed schools whose inspector changed; the others had that inspector already
     * @param version of the county's arrangement after it
     */
    public record Done(int changed, long version) {}

    @Inject
    RosterStore rosters;

    @Inject
    AssignmentStore store;

    @Inject
    Zones zones;

    @Inject
    Schools schools;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Lets inspectors answer for schools from a day on; what was before ends the day before. A school of another zone
     * comes into the inspector's, which is possible from today on only.
     *
     * @throws Problem 409 for a conflict of interest, 422 for a school or an inspector that cannot be, 412 when the
     *     county's arrangement was changed meanwhile
     */
    @Transactional
    public Done assign(LocalDate from, Assignment.Origin origin, List<Move> moves, String ifMatch, Account by) {
        String county = Counties.require(by);
        long version = rosters.version(county);
        ETags.requireMatch(ifMatch, version);
        Counties.requireChanged(rosters.touch(county, version));
        requireOnce(moves);
        // zones are today's; for a later day those arranged until then
        Roster roster = rosters.load(by, from.isBefore(today()) ? today() : from);
        Map<UUID, SchoolSeat> known =
                roster.schools().stream().collect(Collectors.toMap(SchoolSeat::id, Function.identity()));
        Map<UUID, InspectorSeat> people = roster.inspectorsById();
        Map<UUID, List<Assignment>> before =
                store.of(moves.stream().map(Move::schoolId).toList());
        int changed = 0;
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            String field = "moves[" + i + "].";
            SchoolSeat school = known.get(move.schoolId());
            if (school == null) {
                throw Problem.unprocessable("zone.assignment.school", field + "schoolId");
            }
            InspectorSeat next = move.inspectorId() == null ? null : people.get(move.inspectorId());
            if (move.inspectorId() != null) {
                requirePossible(school, next, from, field + "inspectorId");
            }
            if (change(school, next, from, origin, before.getOrDefault(school.id(), List.of()), by)) {
                changed++;
            }
        }
        return new Done(changed, rosters.version(county));
    }

    /** Who answers for which school on a day. */
    @Transactional
    public Page<ResponsibleRow> onDay(ResponsibleFilter filter, Account by) {
        return store.page(by, filter, day(filter));
    }

    @Transactional
    public void forEach(ResponsibleFilter filter, Account by, Consumer<ResponsibleRow> consumer) {
        store.forEach(by, filter, day(filter), consumer);
    }

    /** @throws Problem 404 for a school outside the caller's scope */
    @Transactional
    public List<Assignment> history(UUID school, Account by) {
        if (schools.find(school, by.scope()).isEmpty()) {
            throw Problem.notFound("zone.school.notFound", school);
        }
        return store.of(List.of(school)).getOrDefault(school, List.of());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate day(ResponsibleFilter filter) {
        return filter.day == null ? today() : filter.day;
    }

    private boolean change(
            SchoolSeat school,
            InspectorSeat next,
            LocalDate from,
            Assignment.Origin origin,
            List<Assignment> before,
            Account by) {
        before.stream().filter(a -> a.fromDay().isAfter(from)).findAny().ifPresent(later -> {
            throw Problem.conflict("zone.assignment.later", school.name(), later.inspectorName(), later.fromDay());
        });
        Assignment now = before.stream().filter(a -> a.covers(from)).findFirst().orElse(null);
        UUID nextId = next == null ? null : next.id();
        if (Objects.equals(now == null ? null : now.inspectorId(), nextId)) {
            return false;
        }
        if (now != null) {
            store.end(now, from);
        }
        if (next != null) {
            store.insert(school.id(), nextId, from, origin, by, clock.instant());
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        Audit.putChange(
                detail, "inspector", now == null ? null : now.inspectorName(), next == null ? null : next.name());
        detail.put("from", from);
        audit.record("school.inspectorAssigned", "school", school.id(), school.regionCode(), detail);
        if (next != null && !next.zoneId().equals(school.zoneId())) {
            zones.moveSchool(school.id(), next.zoneId());
        }
        return true;
    }

    private void requirePossible(SchoolSeat school, InspectorSeat next, LocalDate from, String field) {
        if (next == null) {
            throw Problem.unprocessable("zone.assignment.inspector", field);
        }
        if (next.zoneId() == null) {
            throw Problem.unprocessable("zone.assignment.noZone", field, next.name());
        }
        if (next.conflicts().contains(school.id())) {
            throw new Problem(
                    409,
                    "zone.assignment.conflict",
                    List.of(FieldError.of(field, "zone.assignment.conflict", next.name(), school.name())),
                    next.name(),
                    school.name());
        }
        if (!next.zoneId().equals(school.zoneId()) && from.isAfter(today())) {
            throw Problem.unprocessable("zone.assignment.zoneLater", field, next.name(), school.name());
        }
    }

    private static void requireOnce(List<Move> moves) {
        Set<UUID> seen = new HashSet<>();
        List<FieldError> twice = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            if (!seen.add(moves.get(i).schoolId())) {
                twice.add(FieldError.of("moves[" + i + "].schoolId", "zone.assignment.twice"));
            }
        }
        if (!twice.isEmpty()) {
            throw Problem.invalid(twice);
        }
    }
}
