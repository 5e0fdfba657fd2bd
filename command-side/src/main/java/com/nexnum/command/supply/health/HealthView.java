package com.nexnum.command.supply.health;

import com.nexnum.command.supply.CallOutcome;
import com.nexnum.command.supply.health.HealthTable.Entry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One minute of a provider, all processes together.
 *
 * @param minute its first instant
 * @param kinds by what was asked: {@code buy}, {@code sms}, {@code balance} and so on
 */
record HealthView(Instant minute, Figures all, Map<String, Figures> kinds) {

    /**
     * @param calls all that were wanted, those that were never sent included
     * @param successRate 0 to 1, of those that were sent; a provider that has no numbers succeeds.
     *     Absent when none was
     * @param latency of those that were sent
     * @param outcomes how many ended how
     * @param errors those that speak against the provider
     */
    record Figures(
            long calls,
            @Nullable BigDecimal successRate,
            @Nullable Latency latency,
            Map<CallOutcome, Long> outcomes,
            Map<CallOutcome, Long> errors) {}

    /** What so many percent of the calls did not exceed; each within an eighth. */
    record Latency(long p50Millis, long p95Millis, long p99Millis) {}

    /**
     * @param entries in the order of their minutes
     */
    static List<HealthView> of(List<Entry> entries) {
        var minutes =
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.slot().minute(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var views = new ArrayList<HealthView>();
        minutes.forEach((minute, of) -> views.add(of(minute, of)));
        return views;
    }

    private static HealthView of(Instant minute, List<Entry> entries) {
        var kinds = new TreeMap<String, Figures>();
        entries.stream()
                .collect(Collectors.groupingBy(it -> it.slot().kind().word()))
                .forEach((kind, of) -> kinds.put(kind, figures(of)));
        return new HealthView(minute, figures(entries), kinds);
    }

    private static Figures figures(List<Entry> entries) {
        var outcomes = new TreeMap<CallOutcome, Long>();
        var sum = Tally.NONE;
        for (var entry : entries) {
            outcomes.merge(entry.slot().outcome(), entry.tally().calls(), Long::sum);
            sum = sum.plus(entry.tally());
        }
        var errors = new TreeMap<>(outcomes);
        errors.keySet().removeIf(outcome -> !outcome.isFailure());
        return new Figures(
                sum.calls(), successRate(outcomes), latency(sum.latencies()), outcomes, errors);
    }

    private static @Nullable BigDecimal successRate(Map<CallOutcome, Long> outcomes) {
        long sent = 0;
        long failed = 0;
        for (var outcome : outcomes.entrySet()) {
            sent += outcome.getKey().tells() ? outcome.getValue() : 0;
            failed += outcome.getKey().isFailure() ? outcome.getValue() : 0;
        }
        return sent == 0
                ? null
                : BigDecimal.valueOf(sent - failed)
                        .divide(BigDecimal.valueOf(sent), 4, RoundingMode.HALF_UP);
    }

    private static @Nullable Latency latency(Latencies measured) {
        return measured.isEmpty()
                ? null
                : new Latency(
                        measured.percentileMillis(50),
                        measured.percentileMillis(95),
                        measured.percentileMillis(99));
    }
}
