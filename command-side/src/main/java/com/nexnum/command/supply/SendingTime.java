package com.nexnum.command.supply;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Until when a purchase may be sent. Whoever begins one says so, because what comes before the
 * purchase itself (a login, a question for the price, a turn) may take so long that others have
 * concluded by then that nothing was sold.
 */
public final class SendingTime {

    private static final ScopedValue<End> END = ScopedValue.newInstance();

    private SendingTime() {}

    private record End(Instant at, Clock clock) {}

    public static <T> T until(Instant end, Clock clock, Supplier<T> purchase) {
        return ScopedValue.where(END, new End(end, clock)).call(purchase::get);
    }

    /** Whether nothing may be sent any more; never where nobody said until when. */
    public static boolean isOver() {
        return END.isBound() && END.get().clock().instant().isAfter(END.get().at());
    }
}
