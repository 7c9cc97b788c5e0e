package org.dudao.balance.internal;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.UUID;
import org.dudao.kernel.text.StoredMessage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The same calculation for every county under a prefix.
 *
 * @param jobId the job that computes it
 * @param message why it failed, else null
 */
public record Rollup(
        UUID id,
        UUID frameworkId,
        String frameworkCode,
        int frameworkVersion,
        String regionCode,
        int year,
        UUID jobId,
        State state,
        @JsonSerialize(using = StoredMessage.InReadersLanguage.class) String message,
        int counties,
        long schools,
        String createdBy,
        Instant createdAt,
        Instant finishedAt) {
    /** How far it is. */
    @Schema(name = "RollupState")
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
