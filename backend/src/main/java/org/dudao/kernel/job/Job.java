package org.dudao.kernel.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.UUID;
import org.dudao.kernel.text.StoredMessage;

/**
 * A piece of long work as its owner sees it.
 *
 * @param subject what it is about, for the reader: a file's name, a region and a framework; null when there is nothing to say
 * @param subjectId what it leads to; its kind follows from the job's: {@code import.*} an import, {@code balance.rollup}
 *     a roll-up
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
        Instant finishedAt,
        String subject,
        UUID subjectId) {
    Job about(JobHandler.Subject about) {
        return new Job(
                id,
                kind,
                state,
                done,
                total,
                message,
                result,
                actor,
                createdAt,
                startedAt,
                finishedAt,
                about.text(),
                about.id());
    }
}
