package org.dudao.zone.internal.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CheapestFlowTest {
    /** Tries every way of giving schools to people who take at most some each. */
    private static long cheapest(long[][] price, int[] room, int school) {
        if (school == price.length) {
            return 0;
        }
        long best = Long.MAX_VALUE / 2;
        for (int p = 0; p < room.length; p++) {
            if (room[p] > 0) {
                room[p]--;
                best = Math.min(best, price[school][p] + cheapest(price, room, school + 1));
                room[p]++;
            }
        }
        return best;
    }

    @Test
    void no_other_way_is_cheaper() {
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            int schools = 1 + random.nextInt(6);
            int people = 1 + random.nextInt(3);
            int each = (schools + people - 1) / people + random.nextInt(2);
            long[][] price = new long[schools][people];
            CheapestFlow flow = new CheapestFlow(schools + people + 2);
            int sink = schools + people + 1;
            int[] room = new int[people];
            for (int s = 0; s < schools; s++) {
                flow.edge(0, 1 + s, 1, 0);
                for (int p = 0; p < people; p++) {
                    price[s][p] = random.nextInt(50);
                    flow.edge(1 + s, 1 + schools + p, 1, price[s][p]);
                }
            }
            for (int p = 0; p < people; p++) {
                room[p] = each;
                flow.edge(1 + schools + p, sink, each, 0);
            }
            assertEquals(cheapest(price, room, 0), flow.run(0, sink), "trial " + trial);
        }
    }

    @Test
    void what_does_not_fit_stays_behind() {
        CheapestFlow flow = new CheapestFlow(3);
        int narrow = flow.edge(0, 1, 5, 3);
        flow.edge(1, 2, 2, 1);
        assertEquals(8, flow.run(0, 2));
        assertEquals(2, flow.through(narrow));
    }
}
