package com.nexnum.faults;

/** Of a commit or of a call. */
enum Side {
    BEFORE,
    AFTER
}
