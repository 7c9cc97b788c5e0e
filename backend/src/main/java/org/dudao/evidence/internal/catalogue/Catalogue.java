package org.dudao.evidence.internal.catalogue;

import java.time.Instant;
import java.util.UUID;

/** A catalogue opened for a region and year. */
public record Catalogue(
        UUID id,
        String template,
        String regionCode,
        int year,
        CatalogueDocument document,
        Instant openedAt,
        String openerName,
        long version) {}
