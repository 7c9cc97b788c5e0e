package org.dudao.evidence.internal.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dudao.evidence.internal.web.ContentAnswer.Span;
import org.dudao.kernel.error.Problem;
import org.junit.jupiter.api.Test;

class ContentAnswerTest {
    @Test
    void ranges_are_read_as_the_standard_says() {
        assertEquals(new Span(0, 99), ContentAnswer.span(null, 100));
        assertEquals(new Span(0, 0), ContentAnswer.span("bytes=0-0", 100));
        assertEquals(new Span(90, 99), ContentAnswer.span("bytes=90-", 100));
        assertEquals(new Span(90, 99), ContentAnswer.span("bytes=90-500", 100));
        assertEquals(new Span(70, 99), ContentAnswer.span("bytes=-30", 100));
        assertEquals(new Span(0, 99), ContentAnswer.span("bytes=-500", 100));
        assertEquals(new Span(0, 99), ContentAnswer.span("bytes=0-9,20-29", 100));
        assertEquals(new Span(0, 99), ContentAnswer.span("lines=1-2", 100));
        for (String none : new String[] {"bytes=100-", "bytes=9-3", "bytes=-0"}) {
            assertEquals(
                    416,
                    assertThrows(Problem.class, () -> ContentAnswer.span(none, 100))
                            .status());
        }
    }
}
