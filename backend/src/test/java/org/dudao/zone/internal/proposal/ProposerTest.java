package org.dudao.zone.internal.proposal;

import static org.dudao.zone.internal.ARoster.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.zone.internal.ARoster;
import org.dudao.zone.internal.Roster;
import org.dudao.zone.internal.Violation;
import org.dudao.zone.internal.proposal.Proposal.Mode;
import org.dudao.zone.internal.proposal.Proposal.Placement;
import org.dudao.zone.internal.proposal.Proposal.Why;
import org.junit.jupiter.api.Test;

class ProposerTest {
    private static Map<String, String> placed(Proposal p) {
        return p.placements().stream()
                .collect(Collectors.toMap(Placement::schoolName, Placement::afterName, (a, b) -> a, TreeMap::new));
    }

    private static List<Why> why(Proposal p, String school) {
        return p.placements().stream()
                .filter(x -> x.schoolName().equals(school))
                .flatMap(x -> x.reasons().stream())
                .map(Proposal.Reason::why)
                .toList();
    }

    private static Proposal propose(ARoster roster, String zone, Mode mode) {
        return Proposer.propose(roster.roster(), id(zone), mode);
    }

    /** Ten schools in two valleys 40 km apart, nobody assigned. */
    private static ARoster twoValleys() {
        ARoster roster = new ARoster().zone("Z").inspector("甲", "Z").inspector("乙", "Z");
        for (int i = 0; i < 5; i++) {
            roster.school("E" + i, "Z", i).school("W" + i, "Z", 40 + i);
        }
        return roster;
    }

    @Test
    void each_valley_gets_one_inspector() {
        Proposal p = propose(twoValleys(), "Z", Mode.FILL);
        Map<String, String> by = placed(p);
        assertEquals(10, by.size());
        for (int i = 1; i < 5; i++) {
            assertEquals(by.get("E0"), by.get("E" + i));
            assertEquals(by.get("W0"), by.get("W" + i));
        }
        assertNotEquals(by.get("E0"), by.get("W0"));
        assertEquals(List.of(Why.UNASSIGNED, Why.NEAREST), why(p, "E3"));
        assertEquals("1.2", p.kmAfter().toString());
    }

    @Test
    void the_same_in_any_order_is_proposed_the_same() {
        Roster one = twoValleys().roster();
        List<Roster.SchoolSeat> shuffled = new ArrayList<>(one.schools());
        Collections.shuffle(shuffled, new Random(3));
        List<Roster.InspectorSeat> people = new ArrayList<>(one.inspectors());
        Collections.reverse(people);
        Roster other = new Roster(one.day(), one.rules(), one.zones(), people, shuffled);
        assertEquals(Proposer.propose(one, id("Z"), Mode.BALANCE), Proposer.propose(other, id("Z"), Mode.BALANCE));
    }

    @Test
    void filling_leaves_everybody_who_can_go_on_where_they_are() {
        ARoster roster =
                new ARoster().zone("Z").inspector("甲", "Z").inspector("乙", "Z").inspector("丙", "Z", false);
        // in the wrong valley, but held
        roster.school("E0", "Z", 0, "甲", 1).school("E1", "Z", 1, "乙", 1);
        roster.school("W0", "Z", 40, "乙", 1).school("W1", "Z", 41, "乙", 1).school("W2", "Z", 42, "丙", 1);
        Proposal p = propose(roster, "Z", Mode.FILL);
        assertEquals(Map.of("E0", "甲", "E1", "乙", "W0", "乙", "W1", "乙", "W2", "乙"), placed(p));
        assertEquals(List.of(Why.NOT_IN_OFFICE, Why.NEAREST), why(p, "W2"));
        assertEquals(List.of(Why.KEPT), why(p, "E1"));
        assertEquals("甲", placed(propose(roster, "Z", Mode.BALANCE)).get("E1"));
    }

    @Test
    void a_school_changes_hands_only_where_that_saves_enough() {
        ARoster near = new ARoster().zone("Z").inspector("甲", "Z").inspector("乙", "Z");
        near.school("A0", "Z", 0, "甲", 1).school("A1", "Z", 1, "甲", 1).school("A2", "Z", 6, "甲", 1);
        near.school("B0", "Z", 8, "乙", 1).school("B1", "Z", 9, "乙", 1);
        assertEquals("甲", placed(propose(near, "Z", Mode.BALANCE)).get("A2"));
    }

    @Test
    void who_has_a_conflict_never_gets_the_school_however_near() {
        ARoster roster = new ARoster().zone("Z").inspector("甲", "Z", "E1").inspector("乙", "Z");
        roster.school("E0", "Z", 0, "甲", 1).school("E1", "Z", 1).school("W0", "Z", 40, "乙", 1);
        Proposal p = propose(roster, "Z", Mode.FILL);
        assertEquals("乙", placed(p).get("E1"));
        assertEquals(List.of(Why.UNASSIGNED, Why.NEARER_CONFLICT), why(p, "E1"));
        Proposal alone =
                propose(new ARoster().zone("Z").inspector("甲", "Z", "E1").school("E1", "Z", 1, "甲", 1), "Z", Mode.FILL);
        assertEquals(Why.ALL_BARRED, alone.unplaced().get(0).reason().why());
    }

    @Test
    void loads_are_even_and_nobody_is_given_more_than_the_limit() {
        ARoster one = new ARoster().zone("Z").inspector("甲", "Z").inspector("乙", "Z");
        for (int i = 0; i < 10; i++) {
            one.school("S" + i, "Z", i * 0.1);
        }
        assertEquals(
                List.of(5, 5),
                propose(one, "Z", Mode.FILL).loads().stream()
                        .map(Proposal.Load::after)
                        .toList());
        ARoster many = new ARoster().zone("Z").inspector("甲", "Z").rule("PROPOSAL_LOAD", 6);
        for (int i = 0; i < 9; i++) {
            many.school("S" + i, "Z", i);
        }
        Proposal p = propose(many, "Z", Mode.FILL);
        assertEquals(6, p.placements().size());
        assertEquals(
                List.of(Why.ALL_FULL, Why.ALL_FULL, Why.ALL_FULL),
                p.unplaced().stream().map(u -> u.reason().why()).toList());
        assertEquals(
                Why.NO_INSPECTOR,
                propose(new ARoster().zone("Z").school("S", "Z", 1), "Z", Mode.FILL)
                        .unplaced()
                        .get(0)
                        .reason()
                        .why());
    }

    @Test
    void what_is_held_is_not_taken_from_who_has_too_many_to_make_room_for_others() {
        ARoster roster = new ARoster().zone("Z").inspector("甲", "Z").rule("PROPOSAL_LOAD", 2);
        roster.school("A", "Z", 0, "甲", 1)
                .school("B", "Z", 90, "甲", 1)
                .school("C", "Z", 91, "甲", 1)
                .school("D", "Z", 1);
        for (Mode mode : List.of(Mode.FILL, Mode.BALANCE)) {
            Proposal p = propose(roster, "Z", mode);
            assertEquals(Map.of("A", "甲", "B", "甲", "C", "甲"), placed(p), mode::name);
            assertEquals("D", p.unplaced().get(0).schoolName());
        }
    }

    @Test
    void an_exchange_lets_nobody_keep_a_school_held_for_three_years() {
        ARoster roster =
                new ARoster().zone("Z").inspector("甲", "Z").inspector("乙", "Z").inspector("丙", "Z");
        roster.school("A0", "Z", 0, "甲", 3).school("A1", "Z", 1, "甲", 4).school("A2", "Z", 2, "甲", 1);
        roster.school("B0", "Z", 10, "乙", 3).school("B1", "Z", 11, "乙", 5).school("C0", "Z", 20, "丙", 2);
        Proposal p = propose(roster, "Z", Mode.EXCHANGE);
        Map<String, String> by = placed(p);
        assertEquals(6, by.size());
        assertNotEquals("甲", by.get("A0"));
        assertNotEquals("甲", by.get("A1"));
        assertEquals("甲", by.get("A2"));
        assertNotEquals("乙", by.get("B0"));
        assertNotEquals("乙", by.get("B1"));
        assertTrue(why(p, "A1").contains(Why.ROTATION));
        Roster after = roster.roster()
                .with(p.placements().stream().collect(Collectors.toMap(Placement::schoolId, Placement::afterId)));
        assertTrue(after.violations().stream().noneMatch(v -> v.kind() == Violation.Kind.ROTATION_DUE));
        Proposal alone =
                propose(new ARoster().zone("Z").inspector("甲", "Z").school("A", "Z", 0, "甲", 3), "Z", Mode.EXCHANGE);
        assertEquals(Why.ALL_BARRED, alone.unplaced().get(0).reason().why());
    }

    @Test
    void over_a_county_schools_stay_in_their_zone_and_those_in_none_go_where_there_is_room() {
        ARoster roster = new ARoster()
                .zone("Z")
                .zone("Y")
                .inspector("甲", "Z")
                .inspector("乙", "Y")
                .rule("SCHOOLS_PER_ZONE", 3);
        roster.school("Z0", "Z", 0).school("Z1", "Z", 39).school("Z2", "Z", 1);
        roster.school("Y0", "Y", 40).school("N0", null, 0.5);
        Proposal p = Proposer.propose(roster.roster(), null, Mode.FILL);
        assertEquals(Map.of("Z0", "甲", "Z1", "甲", "Z2", "甲", "Y0", "乙", "N0", "乙"), placed(p));
        Placement moved = p.placements().stream()
                .filter(x -> x.schoolName().equals("N0"))
                .findFirst()
                .orElseThrow();
        assertTrue(moved.zoneChanges());
        assertEquals(id("Y"), moved.zoneId());
        assertFalse(why(p, "N0").contains(Why.OTHER_ZONE));
        Proposal full = Proposer.propose(roster.rule("SCHOOLS_PER_ZONE", 1).roster(), null, Mode.FILL);
        assertEquals(
                List.of("N0"),
                full.unplaced().stream().map(Proposal.Unplaced::schoolName).toList());
        assertEquals(Why.ALL_FULL, full.unplaced().get(0).reason().why());
    }

    @Test
    void a_zone_with_nobody_who_can_is_helped_by_another() {
        ARoster roster =
                new ARoster().zone("Z").zone("Y").inspector("甲", "Z", "Z0").inspector("乙", "Y");
        roster.school("Z0", "Z", 0).school("Z1", "Z", 1).school("Y0", "Y", 40);
        Proposal p = Proposer.propose(roster.roster(), null, Mode.FILL);
        assertEquals(Map.of("Z0", "乙", "Z1", "甲", "Y0", "乙"), placed(p));
        assertTrue(why(p, "Z0").contains(Why.OTHER_ZONE));
    }

    @Test
    void a_zone_that_is_too_large_gives_what_is_nearest_to_others() {
        ARoster roster = new ARoster()
                .zone("Z")
                .zone("Y")
                .inspector("甲", "Z")
                .inspector("乙", "Y")
                .rule("SCHOOLS_PER_ZONE", 2);
        roster.school("Z0", "Z", 0, "甲", 1).school("Z1", "Z", 1, "甲", 1).school("Z2", "Z", 30, "甲", 1);
        roster.school("Y0", "Y", 40, "乙", 1);
        Proposal p = Proposer.propose(roster.roster(), null, Mode.BALANCE);
        assertEquals(Map.of("Z0", "甲", "Z1", "甲", "Z2", "乙", "Y0", "乙"), placed(p));
        assertEquals(List.of(Why.ZONE_TOO_LARGE, Why.NEAREST), why(p, "Z2"));
        assertEquals(
                "甲", placed(Proposer.propose(roster.roster(), null, Mode.FILL)).get("Z2"));
    }

    @Test
    void a_school_whose_place_is_not_known_counts_as_in_the_middle_of_its_township_or_by_loads_alone() {
        ARoster roster = twoValleys();
        roster.school("X", "Z", null, null, null, 0);
        Proposal p = propose(roster, "Z", Mode.FILL);
        assertEquals(11, p.placements().size());
        ARoster blind = new ARoster().zone("Z").inspector("甲", "Z").inspector("乙", "Z");
        for (int i = 0; i < 4; i++) {
            blind.school("S" + i, "Z", null, null, null, 0);
        }
        Proposal q = propose(blind, "Z", Mode.FILL);
        assertEquals(List.of(2, 2), q.loads().stream().map(Proposal.Load::after).toList());
        assertTrue(why(q, "S0").contains(Why.NO_PLACE));
        assertEquals(null, q.kmAfter());
    }

    @Test
    void over_many_counties_no_proposal_breaks_what_it_must_keep() {
        Random random = new Random(11);
        for (int trial = 0; trial < 40; trial++) {
            ARoster made = new ARoster();
            List<String> people = new ArrayList<>();
            int zones = 1 + random.nextInt(4);
            for (int z = 0; z < zones; z++) {
                made.zone("Z" + z);
                for (int i = 0; i <= random.nextInt(4); i++) {
                    String name = z + "督" + i;
                    people.add(name);
                    made.inspector(
                            name, "Z" + z, random.nextInt(5) > 0, "S" + random.nextInt(30), "S" + random.nextInt(30));
                }
            }
            for (int s = 0; s < 30; s++) {
                int z = random.nextInt(zones + 1);
                boolean held = z < zones && random.nextInt(3) > 0;
                made.school(
                        "S" + s,
                        z < zones ? "Z" + z : null,
                        random.nextInt(60),
                        held ? people.get(random.nextInt(people.size())) : null,
                        random.nextInt(5));
            }
            Roster roster = made.roster();
            Map<UUID, Roster.InspectorSeat> seats = roster.inspectorsById();
            for (Mode mode : Mode.values()) {
                Proposal p = Proposer.propose(roster, null, mode);
                assertEquals(30, p.placements().size() + p.unplaced().size());
                for (Placement x : p.placements()) {
                    Roster.InspectorSeat by = seats.get(x.afterId());
                    assertTrue(by.inOffice());
                    assertFalse(by.conflicts().contains(x.schoolId()));
                    if (mode == Mode.EXCHANGE && !x.changed()) {
                        assertFalse(roster.rotationDue(school(roster, x.schoolId())));
                    }
                }
                for (Proposal.Load load : p.loads()) {
                    assertTrue(load.after() <= Math.max(8, load.before()), load::toString);
                }
            }
        }
    }

    private static Roster.SchoolSeat school(Roster roster, UUID id) {
        return roster.schools().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
