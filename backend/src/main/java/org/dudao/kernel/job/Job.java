package org.dudao.kernel.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.UUID;
import org.dudao.kernel.text.StoredMessage;

/**
 * A piece of long work as its owner sees it.
 *
 * @param done units finished
 * @param total units in all, 0 while unknown
 * @param message how it ended, for the reader; null while it runs or when it succeeded
 * @param result what the work returned; null unless SUCCEEDED
 */
public record Job(
        UUID id,
        String kind,
        JobState state,
        long done,
        long total,
        @JsonSerialize(using = StoredMessage.InReadersLanguage.class) String message,
        JsonNode result,
        String actor,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {}
