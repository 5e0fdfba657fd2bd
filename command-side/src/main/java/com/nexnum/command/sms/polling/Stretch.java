package com.nexnum.command.sms.polling;

import com.nexnum.command.supply.Line;
import java.time.Clock;

/** By how much the polls of one provider are stretched now. */
final class Stretch {

    private static final long LOOKED_AT_EVERY_NANOS = 2_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final String provider;
    private final Line line;
    private final PollTable table;
    private final Clock clock;
    private long lookedAt;
    private long hurriedThen;
    private long now = PollPace.PLAIN;

    Stretch(String provider, Line line, PollTable table, Clock clock) {
        this.provider = provider;
        this.line = line;
        this.table = table;
        this.clock = clock;
        this.lookedAt = System.nanoTime() - LOOKED_AT_EVERY_NANOS;
        this.hurriedThen = line.hurriedCalls();
    }

    /** In thousandths; counts anew every two seconds. */
    long now() {
        long sinceLook = System.nanoTime() - lookedAt;
        if (sinceLook >= LOOKED_AT_EVERY_NANOS) {
            look(sinceLook);
        }
        return now;
    }

    private void look(long sinceLook) {
        lookedAt += sinceLook;
        var instant = clock.instant();
        long next = PollPace.stretch(table.census(provider, instant), callsForPolls(sinceLook));
        if (next < now * 9 / 10) {
            table.tighten(provider, instant, next);
        }
        now = next;
    }

    /** What purchases and the like leave of the limit, as far as this process sees it. */
    private long callsForPolls(long nanos) {
        long hurried = line.hurriedCalls();
        long hurriedPerSecond = (hurried - hurriedThen) * SECOND / nanos;
        hurriedThen = hurried;
        long share = Math.max(1, line.share());
        long left = Math.max(0, share - hurriedPerSecond);
        return Math.max(1, line.callsPerSecond() * left / share);
    }
}
