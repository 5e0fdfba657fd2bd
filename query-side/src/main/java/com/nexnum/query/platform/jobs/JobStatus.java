package com.nexnum.query.platform.jobs;

/** How long work stands. */
public enum JobStatus {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    /** Its process died, or stopped before it was done; it can be resumed. */
    INTERRUPTED
}
