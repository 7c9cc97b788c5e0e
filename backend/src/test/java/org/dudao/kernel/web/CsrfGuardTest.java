package org.dudao.kernel.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CsrfGuardTest {
    private static final Set<String> SESSION = Set.of("q_session_chunk_1");

    @Test
    void a_change_by_cookie_needs_the_header_no_other_site_can_send() {
        assertTrue(CsrfGuard.mustRefuse("POST", false, SESSION, null));
        assertTrue(CsrfGuard.mustRefuse("DELETE", false, SESSION, "XMLHttpRequest"));
        assertFalse(CsrfGuard.mustRefuse("POST", false, SESSION, "JavaScript"));
    }

    @Test
    void reading_bearers_and_callers_without_a_session_are_not_concerned() {
        assertFalse(CsrfGuard.mustRefuse("GET", false, SESSION, null));
        assertFalse(CsrfGuard.mustRefuse("POST", true, SESSION, null));
        assertFalse(CsrfGuard.mustRefuse("POST", false, Set.of("theme"), null));
    }
}
