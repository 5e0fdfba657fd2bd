package com.nexnum.query.rebuild;

/** How far a rebuild is. */
public enum RebuildState {
    READING,
    INDEXING,
    CATCHING_UP,
    COMPARING,
    SWITCHING,
    PAUSED,
    /** Its process died; any process of the query side takes it up again. */
    INTERRUPTED,
    DONE,
    CANCELLED,
    FAILED;

    /** Whether nothing more will happen to it. */
    public boolean ended() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }
}
