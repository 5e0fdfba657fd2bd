package com.nexnum.command.platform.lanes;

import com.nexnum.platform.eventstore.PassingFailure;

/** More commands wait than a lane takes; nothing was done, and trying later is right. */
public final class LaneBusy extends RuntimeException implements PassingFailure {

    private static final long serialVersionUID = 1L;

    LaneBusy(String aggregateId) {
        super("Too many commands wait for the lane of " + aggregateId, null, false, false);
    }
}
