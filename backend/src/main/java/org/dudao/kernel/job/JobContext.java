package org.dudao.kernel.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** What a running job knows of itself. */
public interface JobContext {
    UUID id();

    /** What {@link Jobs#submit} was given. */
    JsonNode payload();

    /** Subject of the person who asked for the job. */
    String actor();

    /**
     * Records success in the transaction under way, so that the work and its success are kept or lost together. What
     * {@link JobHandler#run} returns is then ignored.
     */
    void succeed(Object result);

    /** Tells how far the work is; cheap enough for every row (written at most four times a second). */
    void progress(long done, long total);
}
