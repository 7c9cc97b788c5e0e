package org.dudao.indexsystem;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One version of an index system as it is kept.
 *
 * @param regionCode region it belongs to; null for the shipped ones
 * @param basedOn the version it was made from, or null
 * @param checksum SHA-256 of the published document, hexadecimal; null for a draft
 * @param lockVersion changes with every edit of a draft
 */
public record IndexSystem(
        UUID id,
        IndexSystemDocument document,
        State state,
        String regionCode,
        UUID basedOn,
        String checksum,
        String createdBy,
        Instant createdAt,
        String publishedBy,
        Instant publishedAt,
        String retiredBy,
        Instant retiredAt,
        long lockVersion) {

    /** A draft can be edited; a published version never changes; a retired one is not taken for new work. */
    @Schema(name = "IndexSystemState")
    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }
}
