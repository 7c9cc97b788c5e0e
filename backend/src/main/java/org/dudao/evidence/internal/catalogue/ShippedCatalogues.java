package org.dudao.evidence.internal.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.dudao.kernel.json.Documents;

/** The catalogues that come with the software. */
@ApplicationScoped
public class ShippedCatalogues {
    private static final List<CatalogueDocument> ALL = List.of("BASIC_BALANCE", "QUALITY_BALANCE").stream()
            .map(code -> Documents.shipped("/evidence/catalogues/" + code + ".json", CatalogueDocument.class))
            .toList();

    public List<CatalogueDocument> all() {
        return ALL;
    }

    Optional<CatalogueDocument> find(String code) {
        return ALL.stream().filter(d -> d.code().equals(code)).findFirst();
    }
}
