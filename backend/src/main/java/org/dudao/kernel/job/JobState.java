package org.dudao.kernel.job;

/** Where a job stands. */
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    /** Ended by an error; nothing of it was kept. */
    FAILED,
    /** The process died under it; nothing of it was kept. */
    INTERRUPTED
}
