package com.nexnum.command.platform.lanes;

/** What became of a transaction. */
enum Fate {
    COMMITTED,
    UNDONE,
    /** The database could not be asked. */
    UNKNOWN
}
