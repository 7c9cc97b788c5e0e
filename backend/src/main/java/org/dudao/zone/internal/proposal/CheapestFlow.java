package org.dudao.zone.internal.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cheapest way to send as much as possible from a source to a sink through edges of limited capacity (successive
 * shortest paths with potentials; costs are never negative). Exact, and the same for the same edges in the same order.
 */
final class CheapestFlow {
    private static final long FAR = Long.MAX_VALUE / 4;

    private final int nodes;
    private final List<int[]> ends = new ArrayList<>();
    private final List<Long> costs = new ArrayList<>();
    private final List<List<Integer>> out = new ArrayList<>();

    CheapestFlow(int nodes) {
        this.nodes = nodes;
        for (int i = 0; i < nodes; i++) {
            out.add(new ArrayList<>());
        }
    }

    /** Adds an edge; what it is known by afterwards. */
    int edge(int from, int to, int capacity, long cost) {
        int id = ends.size();
        half(from, to, capacity, cost);
        half(to, from, 0, -cost);
        return id;
    }

    private void half(int from, int to, int capacity, long cost) {
        out.get(from).add(ends.size());
        ends.add(new int[] {to, capacity});
        costs.add(cost);
    }

    /** Units that flow through an edge after {@link #run}. */
    int through(int edge) {
        return ends.get(edge + 1)[1];
    }

    /** Sends what can be sent; the total cost. */
    long run(int source, int sink) {
        long total = 0;
        long[] potential = new long[nodes];
        int[] by = new int[nodes];
        while (true) {
            long[] distance = shortest(source, potential, by);
            if (distance[sink] >= FAR) {
                return total;
            }
            for (int i = 0; i < nodes; i++) {
                if (distance[i] < FAR) {
                    potential[i] += distance[i];
                }
            }
            int push = Integer.MAX_VALUE;
            for (int at = sink; at != source; at = ends.get(by[at] ^ 1)[0]) {
                push = Math.min(push, ends.get(by[at])[1]);
            }
            for (int at = sink; at != source; at = ends.get(by[at] ^ 1)[0]) {
                ends.get(by[at])[1] -= push;
                ends.get(by[at] ^ 1)[1] += push;
                total += push * costs.get(by[at]);
            }
        }
    }

    /** Dijkstra over reduced costs; a few hundred nodes do without a heap. */
    private long[] shortest(int source, long[] potential, int[] by) {
        long[] distance = new long[nodes];
        Arrays.fill(distance, FAR);
        distance[source] = 0;
        boolean[] done = new boolean[nodes];
        while (true) {
            int at = -1;
            for (int i = 0; i < nodes; i++) {
                if (!done[i] && distance[i] < FAR && (at < 0 || distance[i] < distance[at])) {
                    at = i;
                }
            }
            if (at < 0) {
                return distance;
            }
            done[at] = true;
            for (int e : out.get(at)) {
                int to = ends.get(e)[0];
                long next = distance[at] + costs.get(e) + potential[at] - potential[to];
                if (ends.get(e)[1] > 0 && next < distance[to]) {
                    distance[to] = next;
                    by[to] = e;
                }
            }
        }
    }
}
