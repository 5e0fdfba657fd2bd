package com.nexnum.command.supply.http;

import java.util.PriorityQueue;

/**
 * The right to make so many calls a second. When exactly a call reaches the provider is not known,
 * only that it is between its sending and its answer; so its ticket is good again one second after
 * the answer. Then no second at the provider's sees more calls than there are tickets, however long
 * a pause of either process or of the network holds calls up.
 *
 * <p>Of a provider that usually takes long that would waste much of the limit: there only what a
 * call takes longer than usual counts, and 40 ms.
 *
 * <p>Times are those of {@link System#nanoTime()}. Not safe for several threads.
 */
final class Tickets {

    private static final long SECOND = 1_000_000_000;
    private static final long MARGIN = 1_000_000;
    private static final long ALLOWED_FLIGHT = 40_000_000;
    private static final int MEMORY_SECONDS = 30;

    /** When each ticket that was used is good again. */
    private final PriorityQueue<Long> resting = new PriorityQueue<>(Long::compare);

    private final long origin;
    private int held;
    private long heldUntil;
    private int flying;
    private long usualFlight;
    private long evenly;

    Tickets(long now) {
        this.origin = now;
    }

    void hold(int tickets, long until, long now) {
        held = tickets;
        heldUntil = until - origin;
        evenly = Math.max(evenly, now - origin - burst() * gap());
    }

    int narrow(int most, long now) {
        held = Math.min(held, most);
        rested(now - origin);
        return Math.max(held, flying + resting.size());
    }

    int share(long now) {
        return now - origin < heldUntil ? held : 0;
    }

    /** How long until a ticket may be taken; at most 0 when one may now, the largest when never. */
    long missing(long at) {
        long now = at - origin;
        rested(now);
        if (share(at) == 0) {
            return Long.MAX_VALUE;
        }
        long missing = evenly - now;
        if (flying + resting.size() < held) {
            return missing;
        }
        var next = resting.peek();
        return next == null ? Long.MAX_VALUE : Math.max(missing, next - now);
    }

    void take(long now) {
        flying++;
        evenly = Math.max(evenly, now - origin - burst() * gap()) + gap();
    }

    void used(long began, long now) {
        flying--;
        long flight = Math.min(now - began, SECOND);
        usualFlight += (flight - usualFlight) / (MEMORY_SECONDS * Math.max(8L, held));
        long forgiven = Math.min(flight, Math.max(0, usualFlight - ALLOWED_FLIGHT));
        resting.add(now - origin + SECOND + MARGIN - forgiven);
    }

    void unused() {
        flying--;
    }

    private void rested(long now) {
        for (var next = resting.peek(); next != null && next <= now; next = resting.peek()) {
            resting.poll();
        }
    }

    /** What was missed may be caught up with, a tenth of a second's worth at most. */
    private long burst() {
        return Math.max(0, held / 10 - 1);
    }

    private long gap() {
        return held == 0 ? SECOND : SECOND / held;
    }
}
