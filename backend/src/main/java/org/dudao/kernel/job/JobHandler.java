package org.dudao.kernel.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** The work of one kind of job. A bean; found by its {@link #kind()}. */
public interface JobHandler {
    String kind();

    /** Whether jobs of this kind wait until no other job does: nobody sits before a screen for them. */
    default boolean behind() {
        return false;
    }

    /**
     * What a job is about.
     *
     * @param text for its owner, without a language of its own; null when it is gone
     * @param id what it leads to, else null
     */
    record Subject(String text, UUID id) {
        static final Subject UNKNOWN = new Subject(null, null);
    }

    /** Says what a job of this kind is about, from what it was given. */
    Subject describe(JsonNode payload);

    /**
     * Does the work on a worker thread, outside any transaction. What it returns is stored as the job's result.
     *
     * @throws org.dudao.kernel.error.Problem to end the job as FAILED with a message for the reader
     */
    Object run(JobContext context) throws Exception;

    /**
     * Told, in a transaction, that a job of this kind ended without success, so that its subject does not hang.
     *
     * @param message why, as a {@link org.dudao.kernel.text.StoredMessage}
     */
    default void ended(JsonNode payload, JobState state, String message) {}
}
