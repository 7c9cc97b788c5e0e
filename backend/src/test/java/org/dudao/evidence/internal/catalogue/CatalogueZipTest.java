package org.dudao.evidence.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueZipTest {
    @Test
    void no_name_climbs_out_of_its_folder() {
        for (String name : List.of("../../etc/passwd", "..", "C:\\x.doc", "a/b.pdf", "。\u0000x", "")) {
            String safe = CatalogueZip.safe(name);
            assertFalse(safe.contains("/") || safe.contains("\\") || safe.contains(":"), safe);
            assertFalse(safe.isEmpty() || safe.startsWith("."), safe);
        }
    }

    @Test
    void a_long_name_keeps_its_extension() {
        String safe = CatalogueZip.safe("很".repeat(150) + ".docx");
        assertEquals(80, safe.length());
        assertTrue(safe.endsWith(".docx"));
    }

    @Test
    void equal_names_are_numbered_letter_case_ignored() {
        Set<String> taken = new HashSet<>();
        assertEquals("一/台账.PDF", CatalogueZip.unique("一/", "台账.PDF", taken));
        assertEquals("一/台账 (2).pdf", CatalogueZip.unique("一/", "台账.pdf", taken));
        assertEquals("一/台账 (3).pdf", CatalogueZip.unique("一/", "台账.pdf", taken));
        assertEquals("二/台账.pdf", CatalogueZip.unique("二/", "台账.pdf", taken));
    }
}
