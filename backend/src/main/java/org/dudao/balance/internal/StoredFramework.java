package org.dudao.balance.internal;

import java.time.Instant;
import java.util.UUID;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A framework as it is kept.
 *
 * @param regionCode region it belongs to; null for the two national ones
 * @param basedOn the version it was copied from, or null
 * @param lockVersion changes with every edit of a draft
 */
public record StoredFramework(
        UUID id,
        FrameworkDocument document,
        State state,
        String regionCode,
        UUID basedOn,
        String createdBy,
        Instant createdAt,
        String publishedBy,
        Instant publishedAt,
        long lockVersion) {
    /** A draft can be edited by its region; a published version never changes. */
    @Schema(name = "FrameworkState")
    public enum State {
        DRAFT,
        PUBLISHED
    }

    public boolean published() {
        return state == State.PUBLISHED;
    }
}
