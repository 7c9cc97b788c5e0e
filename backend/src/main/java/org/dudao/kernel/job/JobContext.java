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

    /** Tells how far the work is; cheap enough for every row (written at most four times a second). */
    void progress(long done, long total);
}
