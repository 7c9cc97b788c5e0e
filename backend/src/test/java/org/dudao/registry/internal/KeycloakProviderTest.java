package org.dudao.registry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.Pattern;
import org.dudao.kernel.error.Problem;
import org.dudao.registry.internal.KeycloakProvider.DisplayName;
import org.junit.jupiter.api.Test;

class KeycloakProviderTest {
    /** Keycloak's person-name-prohibited-characters, and quotation marks of Chinese. */
    private static final Pattern PROHIBITED = Pattern.compile("[<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()“”《》\\p{Cntrl}]");

    @Test
    void a_name_with_brackets_or_quotation_marks_reaches_the_provider_without_them() {
        for (String name : List.of("王芳(小)", "张“三”", "李\"四\"", "(:)", "《》", "阿依古丽·买买提", "王 (a/b)")) {
            DisplayName shown = DisplayName.of(name, "wangfang");
            assertFalse(PROHIBITED.matcher(shown.last() + shown.first()).find(), shown.toString());
            assertFalse(shown.last().isBlank() || shown.first().isBlank(), shown.toString());
        }
        assertEquals(new DisplayName("王", "芳 小"), DisplayName.of("王芳(小)", "wangfang"));
        assertEquals(new DisplayName("阿", "依古丽·买买提"), DisplayName.of("阿依古丽·买买提", "aygul"));
        assertEquals(new DisplayName("wangfang", "wangfang"), DisplayName.of("(:)", "wangfang"));
    }

    @Test
    void a_character_outside_the_basic_plane_is_not_cut_in_half() {
        assertEquals(new DisplayName("𠮷", "田"), DisplayName.of("𠮷田", "yoshida"));
    }

    @Test
    void what_the_provider_still_refuses_is_shown_at_the_field() {
        Problem name = KeycloakProvider.refused("{\"field\":\"firstName\",\"errorMessage\":\"error-invalid\"}");
        assertEquals(422, name.status());
        assertEquals("name", name.errors().get(0).field());
        Problem username = KeycloakProvider.refused("{\"field\":\"username\",\"errorMessage\":\"error-invalid\"}");
        assertEquals("username", username.errors().get(0).field());
    }
}
