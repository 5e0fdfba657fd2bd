package com.nexnum.command.supply.protection;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyConditionEvent;
import com.nexnum.kernel.supply.SupplyConditionEvent.CircuitClosed;
import com.nexnum.kernel.supply.SupplyConditionEvent.CircuitOpened;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider's circuit as all processes have it: the fold of its events.
 *
 * @param changes how many events there are
 * @param since when the last one happened
 * @param until when it is tried again; null unless it is open by itself
 * @param by the administrator of the last event, if one it was
 * @param inARow how often it opened by itself before it worked for a while
 */
record AgreedCircuit(
        ProviderSlug provider,
        long changes,
        State state,
        Instant since,
        @Nullable Instant until,
        String why,
        @Nullable CustomerId by,
        int inARow) {

    static final String RECOVERED = "Trial calls went well";

    /** By itself, or held so by an administrator. */
    enum State {
        CLOSED,
        OPEN,
        HELD_OPEN,
        HELD_CLOSED
    }

    static AgreedCircuit untouched(ProviderSlug provider) {
        return new AgreedCircuit(provider, 0, State.CLOSED, Instant.EPOCH, null, "", null, 0);
    }

    boolean isHeld() {
        return state == State.HELD_OPEN || state == State.HELD_CLOSED;
    }

    /** Calls failed in the process that says so; it stays out of what an administrator holds. */
    AgreedCircuit opened(String reason, Instant now, CircuitProperties terms) {
        if (isHeld()) {
            return this;
        }
        boolean again = state == State.OPEN || now.isBefore(since.plus(terms.longestWait()));
        int row = again ? inARow + 1 : 1;
        return next(State.OPEN, now, now.plus(terms.waitAfter(row)), reason, null, row);
    }

    /** Trial calls went well in the process that says so. */
    AgreedCircuit closed(Instant now) {
        return state == State.OPEN ? next(State.CLOSED, now, null, RECOVERED, null, inARow) : this;
    }

    AgreedCircuit held(boolean open, String reason, CustomerId admin, Instant now) {
        return next(open ? State.HELD_OPEN : State.HELD_CLOSED, now, null, reason, admin, 0);
    }

    /** Closed, and from now on as its calls go; nothing to do where it is so. */
    AgreedCircuit letGo(String reason, CustomerId admin, Instant now) {
        return state == State.CLOSED ? this : next(State.CLOSED, now, null, reason, admin, 0);
    }

    /** The event that made it what it is. */
    SupplyConditionEvent told() {
        return switch (state) {
            case OPEN, HELD_OPEN -> new CircuitOpened(provider, why, by, until, inARow);
            case CLOSED -> new CircuitClosed(provider, why, by, false);
            case HELD_CLOSED -> new CircuitClosed(provider, why, by, true);
        };
    }

    private AgreedCircuit next(
            State then,
            Instant now,
            @Nullable Instant end,
            String reason,
            @Nullable CustomerId admin,
            int row) {
        return new AgreedCircuit(provider, changes + 1, then, now, end, reason, admin, row);
    }
}
