package com.nexnum.command.supply;

import java.time.Duration;
import java.util.Optional;

/** A way without limits to a provider that a test plays itself. */
public final class OpenLine implements Line {

    public volatile boolean busy;

    @Override
    public int callsPerSecond() {
        return 1_000;
    }

    @Override
    public int share() {
        return 1_000;
    }

    @Override
    public boolean isBusy() {
        return busy;
    }

    @Override
    public long hurriedCalls() {
        return 0;
    }

    @Override
    public Optional<Turn> turnWhenFree(Duration patience) {
        return Optional.of(
                new Turn() {
                    @Override
                    public void use(Runnable calls) {
                        calls.run();
                    }

                    @Override
                    public void giveBack() {}
                });
    }

    @Override
    public Optional<SharedLimit> sharedLimit() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
