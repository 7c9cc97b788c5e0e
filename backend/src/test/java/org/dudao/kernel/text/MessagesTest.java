package org.dudao.kernel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final String CODE = "zone.semester.overlap";

    @Test
    void a_day_is_written_as_it_is_read_in_each_language() {
        LocalDate from = LocalDate.of(2026, 9, 1);
        assertEquals("与另一学期（2026年9月1日 至 2027年1月22日）重叠。", Messages.text(Messages.CHINESE, CODE, from, "2027-01-22"));
        assertEquals(
                Messages.text(Locale.ENGLISH, CODE, "1 September 2026", "22 January 2027"),
                Messages.text(Locale.ENGLISH, CODE, from, "2027-01-22"));
    }

    @Test
    void what_only_looks_like_a_day_stays_as_it_is() {
        assertEquals("与另一学期（2026-13-01 至 x）重叠。", Messages.text(Messages.CHINESE, CODE, "2026-13-01", "x"));
    }
}
