package com.nexnum.command.platform.lanes;

import com.nexnum.platform.eventstore.PassingFailure;
import org.jspecify.annotations.Nullable;

/** Other processes wrote the same aggregate again and again; nothing was done. */
public final class LaneConflict extends RuntimeException implements PassingFailure {

    private static final long serialVersionUID = 1L;

    LaneConflict(String aggregateId, @Nullable Throwable last) {
        super("Other writers of " + aggregateId + " were quicker each time", last);
    }
}
