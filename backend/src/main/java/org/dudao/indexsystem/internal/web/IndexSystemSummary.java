package org.dudao.indexsystem.internal.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.internal.Shape;

/**
 * A version in a list.
 *
 * @param regionCode region it belongs to; null for the shipped ones
 * @param items how many items it has
 * @param full full marks; null in systems without points
 * @param unverified how many things in it are not verified
 */
public record IndexSystemSummary(
        UUID id,
        String code,
        int version,
        String nameZh,
        String nameEn,
        IndexSystemDocument.Subject subject,
        IndexSystem.State state,
        String regionCode,
        String source,
        String confidence,
        int unverified,
        int items,
        BigDecimal full,
        String createdBy,
        Instant createdAt,
        String publishedBy,
        Instant publishedAt,
        Instant retiredAt) {

    static IndexSystemSummary from(IndexSystem system) {
        IndexSystemDocument d = system.document();
        return new IndexSystemSummary(
                system.id(),
                d.code(),
                d.version(),
                d.nameZh(),
                d.nameEn(),
                d.subject(),
                system.state(),
                system.regionCode(),
                d.source().title(),
                d.source().confidence(),
                d.source().unverified().size(),
                Shape.items(d).size(),
                Shape.full(d),
                system.createdBy(),
                system.createdAt(),
                system.publishedBy(),
                system.publishedAt(),
                system.retiredAt());
    }
}
