package org.dudao.zone.internal.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dudao.kernel.json.Documents;
import org.dudao.zone.internal.draw.Lots.Barred;
import org.dudao.zone.internal.draw.Lots.Excluded;
import org.dudao.zone.internal.draw.Lots.Input;
import org.dudao.zone.internal.draw.Lots.Lot;
import org.dudao.zone.internal.draw.Lots.Outcome;
import org.dudao.zone.internal.draw.Lots.Reason;
import org.junit.jupiter.api.Test;

class LotDrawerTest {
    private static List<Lot> lots(int side, String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Lot(new UUID(side, n), name + n))
                .toList();
    }

    private static Barred barred(int inspector, int school) {
        return new Barred(new UUID(2, inspector), new UUID(1, school), Reason.RELATIVE);
    }

    private static Input input(long seed, int schools, int inspectors, int groupSize, Barred... barred) {
        return new Input(seed, schools, inspectors, groupSize, lots(1, "学校", 12), lots(2, "督学", 8), List.of(barred));
    }

    private static Outcome draw(Input input) {
        return LotDrawer.draw(input).orElseThrow();
    }

    @Test
    void the_same_seed_and_pool_give_the_same_for_ever() {
        Outcome outcome = draw(input(42, 3, 6, 2, barred(1, 1)));
        assertEquals(outcome, draw(input(42, 3, 6, 2, barred(1, 1))));
        assertEquals(outcome, Documents.read(Documents.write(outcome), Outcome.class));
        assertNotEquals(outcome, draw(input(43, 3, 6, 2, barred(1, 1))));
        // written down, so that a change of the code that changes outcomes is noticed
        assertEquals("db7bbf21e9c205367203edc6ec4683e0a4233e4877cde95696593425340cada4", Documents.checksum(outcome));
    }

    @Test
    void a_pair_that_is_barred_never_comes_out_and_who_steps_aside_is_named() {
        List<Barred> barred = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            barred.add(barred(n, n));
            barred.add(barred(n, n + 4));
        }
        Set<UUID> passed = new HashSet<>();
        for (int seed = 1; seed <= 400; seed++) {
            Outcome outcome = draw(input(seed, 4, 5, 2, barred.toArray(Barred[]::new)));
            outcome.groups().forEach(g -> {
                assertEquals(2, g.inspectors().size());
                g.inspectors()
                        .forEach(i -> assertFalse(
                                barred.contains(new Barred(i.id(), g.school().id(), Reason.RELATIVE))));
                g.passed().forEach(p -> passed.add(p.inspector().id()));
            });
        }
        assertFalse(passed.isEmpty());
    }

    @Test
    void every_inspector_drawn_gets_a_school_and_nobody_two_more_than_another() {
        for (int seed = 1; seed <= 200; seed++) {
            Outcome outcome = draw(input(seed, 6, 5, 2));
            Map<UUID, Integer> load = new HashMap<>();
            outcome.groups().forEach(g -> g.inspectors().forEach(i -> load.merge(i.id(), 1, Integer::sum)));
            assertEquals(5, load.size());
            assertTrue(load.values().stream().allMatch(n -> n == 2 || n == 3), load::toString);
            assertEquals(6, new HashSet<>(outcome.groups()).size());
        }
    }

    @Test
    void every_school_comes_out_about_as_often_as_any_other() {
        Map<UUID, Integer> drawn = new HashMap<>();
        for (int seed = 1; seed <= 6_000; seed++) {
            draw(input(seed, 2, 0, 1))
                    .groups()
                    .forEach(g -> drawn.merge(g.school().id(), 1, Integer::sum));
        }
        // 1,000 expected, standard deviation below 30
        assertEquals(12, drawn.size());
        assertTrue(drawn.values().stream().allMatch(n -> n > 850 && n < 1_150), drawn::toString);
    }

    @Test
    void what_cannot_be_gives_nothing_rather_than_a_part() {
        Barred[] all = IntStream.range(0, 8)
                .boxed()
                .flatMap(i -> IntStream.range(0, 12).mapToObj(s -> barred(i, s)))
                .toArray(Barred[]::new);
        assertTrue(LotDrawer.draw(input(7, 2, 2, 1, all)).isEmpty());
    }

    @Test
    void schools_only_and_inspectors_only_are_drawn_without_pairing() {
        assertTrue(draw(input(3, 4, 0, 1)).groups().stream()
                .allMatch(g -> g.inspectors().isEmpty()));
        Outcome people = draw(input(3, 0, 4, 1));
        assertEquals(4, new HashSet<>(people.inspectors()).size());
        assertTrue(people.groups().isEmpty());
    }

    @Test
    void who_can_be_drawn_in_no_case_is_told_beforehand() {
        // two inspectors; the first may not go to school 0, the second may go nowhere once school 1 has dropped out
        List<Lot> schools = lots(1, "学校", 3);
        List<Lot> inspectors = lots(2, "督学", 3);
        List<Barred> barred = List.of(barred(0, 0), barred(1, 0), barred(2, 0), barred(1, 1), barred(1, 2));
        List<Excluded> out = LotDrawer.hopeless(schools, inspectors, barred, 2);
        assertEquals(
                List.of("学校0 TOO_FEW", "督学1 EVERYWHERE"),
                out.stream().map(e -> e.name() + " " + e.reason()).toList());
    }
}
