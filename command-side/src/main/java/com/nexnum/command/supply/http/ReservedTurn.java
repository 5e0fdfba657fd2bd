package com.nexnum.command.supply.http;

import com.nexnum.command.supply.Line.Turn;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A turn that was waited for before its call. */
final class ReservedTurn implements Turn {

    private static final ScopedValue<ReservedTurn> MINE = ScopedValue.newInstance();

    private final Turnstile turnstile;
    private final long began;
    private final AtomicBoolean gone = new AtomicBoolean();

    ReservedTurn(Turnstile turnstile, long began) {
        this.turnstile = turnstile;
        this.began = began;
    }

    /** When the turn began that this thread brought along; null when it has none (any more). */
    static @Nullable Long of(Turnstile turnstile) {
        var mine = MINE.isBound() ? MINE.get() : null;
        return mine != null && mine.turnstile == turnstile && mine.gone.compareAndSet(false, true)
                ? mine.began
                : null;
    }

    @Override
    public void use(Runnable calls) {
        try {
            ScopedValue.where(MINE, this).run(calls);
        } finally {
            giveBack();
        }
    }

    @Override
    public void giveBack() {
        if (gone.compareAndSet(false, true)) {
            turnstile.giveBack();
        }
    }
}
