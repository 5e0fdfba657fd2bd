package com.nexnum.query.rebuild;

/** What administrators want of a rebuild. */
enum Wish {
    RUN,
    PAUSE,
    CANCEL
}
