package com.nexnum.command.supply.health;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;

/** A call book of a test's own. */
public final class TestCallBook {

    public static CallBook on(Clock clock) {
        return new CallBook(new SimpleMeterRegistry(), clock);
    }

    private TestCallBook() {}
}
