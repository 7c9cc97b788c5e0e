package org.dudao.kernel.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void a_day_begins_at_one_on_the_hash_of_the_day_before() {
        Link first = Link.after(null, DAY, record("a", "b"));
        Link second = Link.after(first, DAY, record("c", "d"));
        Link nextDay = Link.after(second, DAY.plusDays(1), record("e", "f"));
        assertEquals(1, first.seq());
        assertEquals(2, second.seq());
        assertEquals(1, nextDay.seq());
        assertTrue(nextDay.follows(second));
        assertFalse(nextDay.follows(first));
    }

    @Test
    void a_hash_covers_every_field_and_where_it_ends() {
        Link link = Link.after(null, DAY, record("ab", "c"));
        assertTrue(link.covers(record("ab", "c")));
        assertFalse(link.covers(record("a", "bc")));
        assertFalse(link.covers(record("ab", null)));
        assertFalse(Link.after(null, DAY, record("ab", "")).covers(record("ab", null)));
    }

    @Test
    void a_title_is_covered_where_there_is_one_and_records_before_titles_keep_their_hash() {
        Link titled = Link.after(null, DAY, record("a", "b", "松坪小学"));
        assertTrue(titled.covers(record("a", "b", "松坪小学")));
        assertFalse(titled.covers(record("a", "b", "青岭小学")));
        assertFalse(titled.covers(record("a", "b", null)));
        // computed before there were titles
        assertEquals(
                "a0b8cbd47266d3a3d30aad6d9f132d816d2e83f6fafdb43486fb55e14d5bd4ad",
                HexFormat.of()
                        .formatHex(Link.after(null, DAY, record("a", "b", null)).hash()));
    }

    private static TrailRecord record(String action, String subject) {
        return record(action, subject, null);
    }

    private static TrailRecord record(String action, String subject, String title) {
        return new TrailRecord(
                new UUID(1, 2),
                Instant.parse("2026-11-22T02:00:00Z"),
                "officer",
                null,
                null,
                null,
                null,
                action,
                subject,
                "1",
                null,
                "{}",
                title);
    }
}
