package org.dudao.kernel.job;

import com.fasterxml.jackson.databind.JsonNode;

/** The work of one kind of job. A bean; found by its {@link #kind()}. */
public interface JobHandler {
    String kind();

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
