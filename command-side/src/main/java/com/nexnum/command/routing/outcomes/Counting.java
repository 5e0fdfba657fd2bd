package com.nexnum.command.routing.outcomes;

import com.nexnum.command.routing.learning.Tally;
import org.jspecify.annotations.Nullable;

/** Where open trials are kept and outcomes are summed. */
interface Counting {

    @Nullable Trial find(String orderId);

    void put(Trial trial);

    void end(String orderId);

    /** Counts for the trial's cell, and for its provider as a whole. */
    void count(Trial trial, Tally outcome);
}
