package org.dudao.zone.internal.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.zone.internal.Roster;
import org.dudao.zone.internal.Roster.InspectorSeat;
import org.dudao.zone.internal.Roster.SchoolSeat;
import org.dudao.zone.internal.proposal.Places.Point;
import org.dudao.zone.internal.proposal.Proposal.Mode;

/**
 * Places schools with inspectors (ADR 0051). An inspector's schools should lie near one another, be about as many as the
 * rule says, and change hands only for a reason. For given middles of everybody's schools the placing is the cheapest
 * flow, hence exact; middles and placing are then improved in turn until nothing gets better.
 *
 * <p>Everything is weighed in metres: a school one kilometre off costs 1,000.
 */
public final class Proposer {
    private static final int ROUNDS = 12;
    private static final long KM = 1_000;
    /** Where either place is not known, every inspector is as far. */
    private static final double UNKNOWN_KM = 10;
    /** What a change of hands must save. */
    private static final long CHANGE = 8 * KM;
    /** What leaving the zone must save; only when nobody there can. */
    private static final long OTHER_ZONE = 400 * KM;
    /** A zone that is too large already need not shrink at any price. */
    private static final long ZONE_TOO_LARGE = 900 * KM;
    /** Each further school within the rule's number, so that loads are even. */
    private static final long EVEN = KM;
    /** The first school beyond it; the second costs twice as much, and so on. */
    private static final long BEYOND = 12 * KM;
    /** Nobody at all. */
    private static final long NOBODY = 100_000 * KM;

    private final Roster roster;
    private final Mode mode;
    private final boolean county;
    private final List<InspectorSeat> people;
    private final List<SchoolSeat> schools;
    private final Map<UUID, Integer> elsewhere;
    private final Places places;

    /** @param zone the only zone asked for; null for all of the roster */
    private Proposer(Roster roster, UUID zone, Mode mode) {
        this.roster = roster;
        this.mode = mode;
        this.county = zone == null;
        this.people = roster.inspectors().stream()
                .filter(i -> i.inOffice()
                        && i.zoneId() != null
                        && (county || i.zoneId().equals(zone)))
                .sorted(Comparator.comparing(InspectorSeat::id))
                .toList();
        this.schools = roster.schools().stream()
                .filter(s -> county ? s.zoneId() != null || s.compulsory() : zone.equals(s.zoneId()))
                .sorted(Comparator.comparing(SchoolSeat::code))
                .toList();
        Set<UUID> asked = schools.stream().map(SchoolSeat::id).collect(Collectors.toSet());
        this.elsewhere = new HashMap<>();
        roster.schools().stream()
                .filter(s -> s.inspectorId() != null && !asked.contains(s.id()))
                .forEach(s -> elsewhere.merge(s.inspectorId(), 1, Integer::sum));
        this.places = new Places(roster.schools());
    }

    /**
     * @param roster of the day the proposal is to begin
     * @param zone the zone asked for; null for every zone of the roster
     */
    public static Proposal propose(Roster roster, UUID zone, Mode mode) {
        Proposer p = new Proposer(roster, zone, mode);
        Placing best = p.best();
        return new Wording(roster, mode, p.people, p.schools, p.places, p.elsewhere, p.county)
                .of(best.by(), best.middles());
    }

    /** Who gets which school ({@code -1}: nobody), for which middles, at what cost. */
    private record Placing(int[] by, Point[] middles, long cost) {}

    private Placing best() {
        Point[] middles = firstMiddles();
        Placing best = null;
        for (int round = 0; round < ROUNDS; round++) {
            int[] by = place(middles);
            Point[] moved = middlesOf(by, middles);
            Placing found = new Placing(by, moved, cost(by, moved));
            if (best != null && found.cost() >= best.cost()) {
                break;
            }
            best = found;
            middles = moved;
        }
        return best;
    }

    /** The cheapest placing while the middles stand where they are. */
    private int[] place(Point[] middles) {
        int source = 0;
        int firstPerson = 1 + schools.size();
        List<UUID> zones = people.stream().map(InspectorSeat::zoneId).distinct().toList();
        int firstZone = firstPerson + people.size();
        int sink = firstZone + zones.size();
        CheapestFlow flow = new CheapestFlow(sink + 1);
        int[][] edges = new int[schools.size()][people.size()];
        for (int s = 0; s < schools.size(); s++) {
            flow.edge(source, 1 + s, 1, 0);
            flow.edge(1 + s, sink, 1, nobody(schools.get(s)));
            for (int p = 0; p < people.size(); p++) {
                edges[s][p] = may(schools.get(s), people.get(p))
                        ? flow.edge(1 + s, firstPerson + p, 1, price(schools.get(s), people.get(p), middles[p]))
                        : -1;
            }
        }
        for (int p = 0; p < people.size(); p++) {
            int zone = firstZone + zones.indexOf(people.get(p).zoneId());
            for (int n = elsewhere.getOrDefault(people.get(p).id(), 0) + 1; n <= most(people.get(p)); n++) {
                flow.edge(firstPerson + p, zone, 1, priceOfLoad(n));
            }
        }
        for (int z = 0; z < zones.size(); z++) {
            int limit = county ? roster.rules().schoolsPerZone() : schools.size();
            flow.edge(firstZone + z, sink, limit, 0);
            int over = members(zones.get(z)) - limit;
            if (over > 0) {
                flow.edge(firstZone + z, sink, over, ZONE_TOO_LARGE);
            }
        }
        flow.run(source, sink);
        int[] by = new int[schools.size()];
        for (int s = 0; s < by.length; s++) {
            by[s] = -1;
            for (int p = 0; p < people.size(); p++) {
                if (edges[s][p] >= 0 && flow.through(edges[s][p]) == 1) {
                    by[s] = p;
                }
            }
        }
        return by;
    }

    /** Whether a school may be placed with somebody at all. */
    private boolean may(SchoolSeat s, InspectorSeat i) {
        boolean own = i.id().equals(s.inspectorId());
        if (i.conflicts().contains(s.id()) || mode == Mode.EXCHANGE && own && roster.rotationDue(s)) {
            return false;
        }
        return mode != Mode.FILL || own || !goesOn(s);
    }

    /** Whether who answers for it now can go on. */
    private boolean goesOn(SchoolSeat s) {
        return people.stream()
                .anyMatch(i -> i.id().equals(s.inspectorId())
                        && i.zoneId().equals(s.zoneId())
                        && !i.conflicts().contains(s.id()));
    }

    /** What the rule for proposals gives; who has more already need not lose any if nobody else can take them. */
    private int most(InspectorSeat i) {
        long kept = schools.stream()
                .filter(s -> i.id().equals(s.inspectorId()) && goesOn(s) && may(s, i))
                .count();
        return Math.max(roster.rules().proposalLoad(), elsewhere.getOrDefault(i.id(), 0) + (int) kept);
    }

    private int members(UUID zone) {
        return (int)
                roster.schools().stream().filter(s -> zone.equals(s.zoneId())).count();
    }

    private long price(SchoolSeat s, InspectorSeat i, Point middle) {
        Point at = places.of(s.id());
        double km = at == null || middle == null ? UNKNOWN_KM : at.km(middle);
        long price = Math.round(km * KM);
        if (!i.id().equals(s.inspectorId()) && goesOn(s)) {
            price += CHANGE;
        }
        return i.zoneId().equals(s.zoneId()) || s.zoneId() == null ? price : price + OTHER_ZONE;
    }

    private long priceOfLoad(int n) {
        int most = roster.rules().schoolsPerInspector();
        return n <= most ? (n - 1) * EVEN : most * EVEN + (n - most) * BEYOND;
    }

    /** Who has somebody, or a zone, is not left without for the sake of one who has not. */
    private long nobody(SchoolSeat s) {
        return goesOn(s) ? 3 * NOBODY : s.zoneId() == null ? NOBODY : 2 * NOBODY;
    }

    private long cost(int[] by, Point[] middles) {
        long cost = 0;
        int[] loads = new int[people.size()];
        for (int s = 0; s < by.length; s++) {
            if (by[s] < 0) {
                cost += nobody(schools.get(s));
            } else {
                cost += price(schools.get(s), people.get(by[s]), middles[by[s]]);
                cost += priceOfLoad(elsewhere.getOrDefault(people.get(by[s]).id(), 0) + ++loads[by[s]]);
            }
        }
        return cost;
    }

    private Point[] middlesOf(int[] by, Point[] before) {
        Point[] middles = before.clone();
        for (int p = 0; p < middles.length; p++) {
            List<SchoolSeat> own = new ArrayList<>();
            for (int s = 0; s < by.length; s++) {
                if (by[s] == p) {
                    own.add(schools.get(s));
                }
            }
            Point middle = places.middle(own);
            if (middle != null) {
                middles[p] = middle;
            }
        }
        return middles;
    }

    /** The middle of what somebody may keep; who has nothing begins at the school farthest from everybody of the zone. */
    private Point[] firstMiddles() {
        Point[] middles = new Point[people.size()];
        for (int p = 0; p < middles.length; p++) {
            InspectorSeat i = people.get(p);
            middles[p] = places.middle(schools.stream()
                    .filter(s -> i.id().equals(s.inspectorId()) && may(s, i))
                    .toList());
        }
        for (int p = 0; p < middles.length; p++) {
            if (middles[p] == null) {
                middles[p] = farthest(people.get(p), middles);
            }
        }
        return middles;
    }

    private Point farthest(InspectorSeat i, Point[] middles) {
        List<Point> near = new ArrayList<>();
        for (int p = 0; p < middles.length; p++) {
            if (middles[p] != null && people.get(p).zoneId().equals(i.zoneId())) {
                near.add(middles[p]);
            }
        }
        List<SchoolSeat> ofZone = schools.stream()
                .filter(s -> i.zoneId().equals(s.zoneId()) && may(s, i) && places.of(s.id()) != null)
                .toList();
        if (near.isEmpty()) {
            Point middle = places.middle(ofZone);
            if (middle != null) {
                near.add(middle);
            }
        }
        return ofZone.stream()
                .map(s -> places.of(s.id()))
                .max(Comparator.comparingDouble(
                        at -> near.stream().mapToDouble(at::km).min().orElse(0)))
                .orElse(null);
    }
}
