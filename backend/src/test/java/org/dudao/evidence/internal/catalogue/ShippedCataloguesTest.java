package org.dudao.evidence.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedCataloguesTest {
    @Test
    void each_has_eighteen_categories_says_where_it_comes_from_and_what_nobody_has_checked() {
        for (CatalogueDocument d : new ShippedCatalogues().all()) {
            assertEquals(18, d.categories().size(), d.code());
            assertFalse(d.source().unverified().isEmpty(), d.code());
            Set<String> codes = new HashSet<>();
            d.categories().forEach(k -> {
                assertFalse(k.items().isEmpty(), k.code());
                assertFalse(k.source().isBlank(), k.code());
                k.items().forEach(i -> {
                    assertTrue(codes.add(i.code()), i.code());
                    assertTrue(
                            i.least() >= 1
                                    && !i.unitZh().isBlank()
                                    && !i.nameEn().isBlank(),
                            i.code());
                });
            });
        }
    }
}
