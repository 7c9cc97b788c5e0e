package org.dudao.balance.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AheadTest {
    @Test
    void pieces_are_done_in_order_and_all_are_done_after_await() {
        List<Integer> done = new ArrayList<>();
        try (Ahead ahead = new Ahead()) {
            IntStream.range(0, 1000).forEach(i -> ahead.submit(() -> done.add(i)));
            ahead.await();
        }
        assertEquals(IntStream.range(0, 1000).boxed().toList(), done);
    }

    @Test
    void the_first_failure_reaches_the_caller_and_nothing_after_it_runs() {
        List<Integer> done = new ArrayList<>();
        try (Ahead ahead = new Ahead()) {
            ahead.submit(() -> done.add(1));
            ahead.submit(() -> {
                throw new IllegalStateException("two");
            });
            IllegalStateException failure = assertThrows(IllegalStateException.class, () -> {
                ahead.submit(() -> done.add(3));
                ahead.await();
            });
            assertEquals("two", failure.getMessage());
        }
        assertTrue(!done.contains(3));
    }
}
