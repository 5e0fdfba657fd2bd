package com.nexnum.platform.web.traffic;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How long the requests of the last minute took, by quarters of a second. */
@Component
public class LiveTraffic {

    private static final long SLOT_NANOS = Duration.ofMillis(250).toNanos();
    private static final int SLOTS = 256;

    private final LongSupplier nanoTime;
    private final int[][] counts = new int[SLOTS][Latencies.CLASSES];
    private final long[] slots = new long[SLOTS];

    @Autowired
    LiveTraffic() {
        this(System::nanoTime);
    }

    public LiveTraffic(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        Arrays.fill(slots, Long.MIN_VALUE);
    }

    /** A request was answered. */
    public synchronized void took(long nanos) {
        counts[current()][Latencies.classOf(nanos)]++;
    }

    /** What was answered within the last while, a minute at most. */
    public synchronized Latencies within(Duration last) {
        var sum = new int[Latencies.CLASSES];
        var now = Math.floorDiv(nanoTime.getAsLong(), SLOT_NANOS);
        var back = Math.min(SLOTS - 1, last.toNanos() / SLOT_NANOS);
        for (var slot = now - back; slot <= now; slot++) {
            var at = Math.floorMod(slot, SLOTS);
            if (slots[at] == slot) {
                for (var of = 0; of < sum.length; of++) {
                    sum[of] += counts[at][of];
                }
            }
        }
        return new Latencies(sum);
    }

    private int current() {
        var slot = Math.floorDiv(nanoTime.getAsLong(), SLOT_NANOS);
        var at = Math.floorMod(slot, SLOTS);
        if (slots[at] != slot) {
            slots[at] = slot;
            Arrays.fill(counts[at], 0);
        }
        return at;
    }
}
