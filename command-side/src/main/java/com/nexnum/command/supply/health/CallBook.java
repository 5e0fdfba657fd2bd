package com.nexnum.command.supply.health;

import com.nexnum.command.supply.CallOutcome;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.kernel.supply.ProviderSlug;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How the calls of this process to providers ended, kept in memory until somebody takes them. */
@Component
public class CallBook {

    /** A new call moves the average by an eighth of the difference. */
    private static final int MEMORY = 8;

    private final Map<Slot, Tally> tallies = new ConcurrentHashMap<>();
    private final Map<ProviderSlug, Duration> latencies = new ConcurrentHashMap<>();
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;
    private final Clock clock;

    private record Series(ProviderSlug provider, Operation kind, CallOutcome outcome) {}

    CallBook(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.registry = registry;
    }

    /**
     * @param took without the wait for our own limits; nothing when nothing was sent
     */
    public void note(ProviderSlug provider, Operation kind, CallOutcome outcome, Duration took) {
        var slot = new Slot(provider, minute(), kind, outcome);
        var one = outcome.tells() ? Tally.of(took) : Tally.ofUnsent();
        tallies.merge(slot, one, Tally::plus);
        timers.computeIfAbsent(new Series(provider, kind, outcome), this::timer).record(took);
        if (outcome.tells() && (kind == Operation.BUY || kind == Operation.SMS)) {
            latencies.merge(provider, took, CallBook::average);
        }
    }

    /** About how long a call to buy or to look for SMS takes now; zero before the first. */
    public Duration latency(ProviderSlug provider) {
        return latencies.getOrDefault(provider, Duration.ZERO);
    }

    /** Hands over what is counted for minutes before this one; it is counted here no more. */
    Map<Slot, Tally> taken(Instant before) {
        var taken = new TreeMap<Slot, Tally>(Slot.IN_ORDER);
        for (var slot : List.copyOf(tallies.keySet())) {
            var tally = slot.minute().isBefore(before) ? tallies.remove(slot) : null;
            if (tally != null) {
                taken.put(slot, tally);
            }
        }
        return taken;
    }

    /** Counts again what was taken and could not be kept. */
    void giveBack(Map<Slot, Tally> taken) {
        taken.forEach((slot, tally) -> tallies.merge(slot, tally, Tally::plus));
    }

    Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    private Timer timer(Series series) {
        return Timer.builder("nexnum.supply.calls")
                .description("Calls to providers by how they ended; what was not sent took no time")
                .tag("provider", series.provider().value())
                .tag("kind", series.kind().word())
                .tag("outcome", series.outcome().name())
                .register(registry);
    }

    private static Duration average(Duration before, Duration now) {
        return before.plus(now.minus(before).dividedBy(MEMORY));
    }
}
