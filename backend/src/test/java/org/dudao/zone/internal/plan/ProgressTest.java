package org.dudao.zone.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void the_rate_has_one_decimal_and_is_rounded_half_up() {
        assertEquals(new BigDecimal("83.3"), rate(6, 5, 0));
        assertEquals(new BigDecimal("66.7"), rate(3, 2, 0));
        assertEquals(new BigDecimal("6.3"), rate(16, 1, 0));
        assertEquals(new BigDecimal("100.0"), rate(5, 4, 1));
    }

    @Test
    void without_a_standing_plan_there_is_no_rate() {
        assertNull(rate(0, 0, 0));
        assertNull(rate(2, 0, 2));
    }

    private static BigDecimal rate(int planned, int done, int cancelled) {
        return Progress.Counts.of(planned, done, done, 0, 0, cancelled, 0).rate();
    }
}
