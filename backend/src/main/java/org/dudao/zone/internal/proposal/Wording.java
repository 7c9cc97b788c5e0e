package org.dudao.zone.internal.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.zone.internal.Roster;
import org.dudao.zone.internal.Roster.InspectorSeat;
import org.dudao.zone.internal.Roster.SchoolSeat;
import org.dudao.zone.internal.proposal.Places.Point;
import org.dudao.zone.internal.proposal.Proposal.Load;
import org.dudao.zone.internal.proposal.Proposal.Mode;
import org.dudao.zone.internal.proposal.Proposal.Placement;
import org.dudao.zone.internal.proposal.Proposal.Reason;
import org.dudao.zone.internal.proposal.Proposal.Unplaced;
import org.dudao.zone.internal.proposal.Proposal.Why;

/** Says why a placing is as it is. */
record Wording(
        Roster roster,
        Mode mode,
        List<InspectorSeat> people,
        List<SchoolSeat> schools,
        Places places,
        Map<UUID, Integer> elsewhere,
        boolean county) {

    Proposal of(int[] by, Point[] middles) {
        List<Placement> placed = new ArrayList<>();
        List<Unplaced> unplaced = new ArrayList<>();
        Map<UUID, Integer> after = new HashMap<>(elsewhere);
        for (int s = 0; s < by.length; s++) {
            SchoolSeat school = schools.get(s);
            if (by[s] < 0) {
                unplaced.add(new Unplaced(
                        school.id(),
                        school.name(),
                        school.regionName(),
                        school.inspectorId(),
                        school.inspectorName(),
                        new Reason(whyNobody(school), null)));
                continue;
            }
            InspectorSeat next = people.get(by[s]);
            after.merge(next.id(), 1, Integer::sum);
            placed.add(new Placement(
                    school.id(),
                    school.name(),
                    school.regionName(),
                    school.inspectorId(),
                    school.inspectorName(),
                    next.id(),
                    next.name(),
                    next.zoneId(),
                    !next.zoneId().equals(school.zoneId()),
                    kilometres(distance(school, middles[by[s]])),
                    why(school, by[s], middles)));
        }
        Map<UUID, Integer> before = roster.loads();
        return new Proposal(
                mode,
                placed,
                unplaced,
                people.stream()
                        .map(i -> new Load(
                                i.id(),
                                i.name(),
                                i.zoneId(),
                                before.getOrDefault(i.id(), 0),
                                after.getOrDefault(i.id(), 0)))
                        .toList(),
                mean(SchoolSeat::inspectorId),
                mean(afterwards(placed)));
    }

    private List<Reason> why(SchoolSeat s, int chosen, Point[] middles) {
        InspectorSeat next = people.get(chosen);
        if (next.id().equals(s.inspectorId())) {
            return List.of(new Reason(Why.KEPT, null));
        }
        List<Reason> reasons = new ArrayList<>();
        Reason before = whyNotAsBefore(s);
        boolean leaves = s.zoneId() != null && !next.zoneId().equals(s.zoneId());
        boolean tooLarge = leaves && members(s.zoneId()) > roster.rules().schoolsPerZone();
        if (!leaves || before.why() != Why.BALANCE) {
            reasons.add(before);
        }
        if (leaves) {
            reasons.add(new Reason(tooLarge ? Why.ZONE_TOO_LARGE : Why.OTHER_ZONE, null));
        }
        Double own = distance(s, middles[chosen]);
        if (own == null) {
            reasons.add(new Reason(Why.NO_PLACE, null));
            return reasons;
        }
        int nearest = chosen;
        double least = own;
        for (int p = 0; p < people.size(); p++) {
            Double km = distance(s, middles[p]);
            boolean reachable = people.get(p).zoneId().equals(next.zoneId());
            boolean left = people.get(p).id().equals(s.inspectorId());
            if (km != null && reachable && !left && km < least) {
                nearest = p;
                least = km;
            }
        }
        InspectorSeat nearer = people.get(nearest);
        if (nearest == chosen) {
            reasons.add(new Reason(Why.NEAREST, null));
        } else {
            reasons.add(new Reason(
                    nearer.conflicts().contains(s.id()) ? Why.NEARER_CONFLICT : Why.NEARER_FULL, nearer.name()));
        }
        return reasons;
    }

    private long members(UUID zone) {
        return roster.schools().stream().filter(s -> zone.equals(s.zoneId())).count();
    }

    private Reason whyNotAsBefore(SchoolSeat s) {
        if (s.inspectorId() == null) {
            return new Reason(Why.UNASSIGNED, null);
        }
        InspectorSeat now = roster.inspectorsById().get(s.inspectorId());
        Why why;
        if (now == null || !now.inOffice() || now.zoneId() == null) {
            why = Why.NOT_IN_OFFICE;
        } else if (now.conflicts().contains(s.id())) {
            why = Why.CONFLICT;
        } else if (!now.zoneId().equals(s.zoneId())) {
            why = Why.OUTSIDE_ZONE;
        } else if (mode == Mode.EXCHANGE && roster.rotationDue(s)) {
            why = Why.ROTATION;
        } else {
            why = Why.BALANCE;
        }
        return new Reason(why, s.inspectorName());
    }

    private Why whyNobody(SchoolSeat s) {
        if (people.isEmpty()) {
            return Why.NO_INSPECTOR;
        }
        boolean barred = people.stream()
                .allMatch(i -> i.conflicts().contains(s.id())
                        || mode == Mode.EXCHANGE && i.id().equals(s.inspectorId()) && roster.rotationDue(s));
        return barred ? Why.ALL_BARRED : Why.ALL_FULL;
    }

    private Double distance(SchoolSeat s, Point middle) {
        Point at = places.of(s.id());
        return at == null || middle == null ? null : at.km(middle);
    }

    private static Function<SchoolSeat, UUID> afterwards(List<Placement> placed) {
        Map<UUID, UUID> next = new HashMap<>();
        placed.forEach(p -> next.put(p.schoolId(), p.afterId()));
        return s -> next.get(s.id());
    }

    /** Mean distance of the schools asked about from the middle of all their inspector's among them. */
    private BigDecimal mean(Function<SchoolSeat, UUID> inspector) {
        Map<UUID, List<SchoolSeat>> groups = new HashMap<>();
        schools.stream().filter(s -> inspector.apply(s) != null).forEach(s -> groups.computeIfAbsent(
                        inspector.apply(s), k -> new ArrayList<>())
                .add(s));
        List<Double> all = new ArrayList<>();
        groups.values().forEach(group -> {
            Point middle = places.middle(group);
            group.stream()
                    .map(s -> distance(s, middle))
                    .filter(Objects::nonNull)
                    .forEach(all::add);
        });
        return all.isEmpty()
                ? null
                : kilometres(all.stream().sorted().mapToDouble(d -> d).average().orElseThrow());
    }

    private static BigDecimal kilometres(Double km) {
        return km == null ? null : BigDecimal.valueOf(km).setScale(1, RoundingMode.HALF_UP);
    }
}
