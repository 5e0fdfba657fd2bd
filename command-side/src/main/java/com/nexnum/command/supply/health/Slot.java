package com.nexnum.command.supply.health;

import com.nexnum.command.supply.CallOutcome;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Instant;
import java.util.Comparator;

/**
 * What calls are counted by.
 *
 * @param minute its first instant
 */
record Slot(ProviderSlug provider, Instant minute, Operation kind, CallOutcome outcome) {

    /** The same in all processes, so that none of them waits for another in a circle. */
    static final Comparator<Slot> IN_ORDER =
            Comparator.<Slot, String>comparing(slot -> slot.provider().value())
                    .thenComparing(Slot::minute)
                    .thenComparing(Slot::kind)
                    .thenComparing(Slot::outcome);
}
