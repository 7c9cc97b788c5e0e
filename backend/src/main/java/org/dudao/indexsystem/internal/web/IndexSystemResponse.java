package org.dudao.indexsystem.internal.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.internal.Shape;

/**
 * One version as a whole; the ETag is {@code lockVersion}.
 *
 * @param full full marks; null in systems without points
 * @param own whether the caller's region may edit, publish or retire it
 */
public record IndexSystemResponse(
        UUID id,
        IndexSystemDocument document,
        IndexSystem.State state,
        String regionCode,
        UUID basedOn,
        String checksum,
        BigDecimal full,
        boolean own,
        String createdBy,
        Instant createdAt,
        String publishedBy,
        Instant publishedAt,
        String retiredBy,
        Instant retiredAt,
        long lockVersion) {

    static IndexSystemResponse from(IndexSystem s, boolean own) {
        return new IndexSystemResponse(
                s.id(),
                s.document(),
                s.state(),
                s.regionCode(),
                s.basedOn(),
                s.checksum(),
                Shape.full(s.document()),
                own,
                s.createdBy(),
                s.createdAt(),
                s.publishedBy(),
                s.publishedAt(),
                s.retiredBy(),
                s.retiredAt(),
                s.lockVersion());
    }
}
