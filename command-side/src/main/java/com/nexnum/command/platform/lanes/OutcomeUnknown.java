package com.nexnum.command.platform.lanes;

import com.nexnum.platform.eventstore.PassingFailure;
import org.jspecify.annotations.Nullable;

/**
 * The database was lost while it committed, and could not be asked what became of it. Sending the
 * same command again is safe.
 */
public final class OutcomeUnknown extends RuntimeException implements PassingFailure {

    private static final long serialVersionUID = 1L;

    OutcomeUnknown(@Nullable Throwable cause) {
        super("It is not known whether the command took effect; sending it again is safe", cause);
    }
}
