package com.nexnum.query.rebuild;

/** How far a rebuild is. */
public enum RebuildState {
    READING,
    INDEXING,
    CATCHING_UP,
    DONE,
    FAILED,
    INTERRUPTED;

    boolean ended() {
        return this == DONE || this == FAILED;
    }
}
