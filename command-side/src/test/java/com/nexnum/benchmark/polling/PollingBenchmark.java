package com.nexnum.benchmark.polling;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.command.CommandProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Ten thousand active numbers, and providers that allow fewer calls than these would take. */
public final class PollingBenchmark implements Benchmark {

    private static final int NUMBERS = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private record Provider(String name, int limit, int numbers) {}

    @Override
    public String name() {
        return "polling";
    }

    @Override
    public void run(Report report) throws Exception {
        var one = List.of(new Provider("one", 200, NUMBERS));
        var two =
                List.of(
                        new Provider("fast", 200, NUMBERS / 2),
                        new Provider("slow", 60, NUMBERS / 2));
        measure(report, "polling", one, 1, Duration.ofMinutes(3));
        measure(report, "polling-two-providers", two, 1, Duration.ofMinutes(1));
        measure(report, "polling-two-processes", one, 2, Duration.ofMinutes(1));
    }

    private static void measure(
            Report report, String name, List<Provider> providers, int processes, Duration time)
            throws Exception {
        var database = TestDatabase.migrated();
        var running = new ArrayList<CommandProcess>();
        try (var upstream = UpstreamProcess.start()) {
            var numbers =
                    providers.stream()
                            .map(it -> new Numbers(database.dataSource(), it.name(), it.numbers()))
                            .toList();
            for (int i = 0; i < providers.size(); i++) {
                var it = providers.get(i);
                numbers.get(i).begin(Duration.ofSeconds(it.numbers() / it.limit()));
            }
            var properties =
                    providers.stream()
                            .flatMap(it -> properties(it, upstream))
                            .distinct()
                            .toArray(String[]::new);
            for (int i = 0; i < processes; i++) {
                running.add(CommandProcess.on(database, properties));
            }
            long warm = System.nanoTime();
            live(numbers, warm, WARM_UP);
            long from = System.nanoTime();
            var usage = Usage.now(database.dataSource());
            live(numbers, warm, WARM_UP.plus(time));
            long to = System.nanoTime();
            var used = usage.until(Usage.now(database.dataSource()));
            var arrivals = upstream.arrivals();
            for (int i = 0; i < providers.size(); i++) {
                var provider = providers.get(i);
                var seen = new Measured(provider.name(), arrivals, warm, from, to);
                var label = providers.size() == 1 ? name : name + "-" + provider.name();
                report.add(figure(label, provider, seen, numbers.get(i), warm));
            }
            report.say(used);
        } finally {
            running.forEach(CommandProcess::close);
        }
    }

    private static Stream<String> properties(Provider provider, UpstreamProcess upstream) {
        var name = "nexnum.supply.providers." + provider.name();
        return Stream.of(
                "nexnum.roles=command",
                "nexnum.catalog.sync-every=1h",
                "nexnum.outbound.allowed-networks=127.0.0.0/8",
                name + ".protocol=sms-activate",
                name + ".base-url=" + upstream.address(provider.name()),
                name + ".api-key=benchmark",
                name + ".calls-per-second=" + provider.limit(),
                name + ".max-concurrent-calls=64");
    }

    /** Old numbers end and new ones begin all the while. */
    private static void live(List<Numbers> numbers, long start, Duration until) {
        for (var passed = Duration.ZERO; passed.compareTo(until) < 0; ) {
            LockSupport.parkNanos(100_000_000);
            passed = Duration.ofNanos(System.nanoTime() - start);
            for (var each : numbers) {
                each.pass(passed);
            }
        }
    }

    private static Figure figure(
            String name, Provider provider, Measured seen, Numbers numbers, long warm) {
        double share = seen.perSecond() / provider.limit();
        var young = seen.gaps(numbers, 0, 30);
        var old = seen.gaps(numbers, 900, 1_300);
        return Figure.of(name, share, "of-N")
                .floor("0.95")
                .ratio(share)
                .remark(
                        ("N %d calls/s, %d numbers; %.1f calls/s, at most %d in a sliding second;"
                                        + " largest gap %.0f s; gaps p50/p95 of young (30 s) %.1f/%.1f s,"
                                        + " of old (15 min) %.1f/%.1f s")
                                .formatted(
                                        provider.limit(),
                                        provider.numbers(),
                                        seen.perSecond(),
                                        seen.mostInASecond(),
                                        seen.largestGap(numbers, warm),
                                        percentile(0.5, young),
                                        percentile(0.95, young),
                                        percentile(0.5, old),
                                        percentile(0.95, old)));
    }

    private static double percentile(double share, double[] takes) {
        return takes.length == 0 ? Double.NaN : Report.percentile(share, takes);
    }
}
