package org.dudao.publication.internal.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class StrokesTest {
    @Test
    void the_box_goes_around_all_strokes_with_an_edge() {
        assertEquals("6.0 11.0 108.0 38.0", Strokes.box("M10 20 L60 45 M110 15"));
    }

    @Test
    void nothing_drawn_has_no_box() {
        assertNull(Strokes.box(""));
    }
}
