package com.nexnum.faults;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Hooks;
import com.nexnum.command.supply.sandbox.Onlooker;
import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxScript;
import com.nexnum.command.supply.sandbox.SandboxServer;
import com.nexnum.command.supply.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The provider. It runs in the harness, so that it survives every kill and its books are the truth
 * of what was sold.
 */
final class Upstream implements AutoCloseable, Onlooker {

    private static final String KEY = "the-key-of-the-harness";
    private static final String SECRET = "a-secret-of-the-harness";
    private static final List<String> TALKING = List.of("whatsapp/US", "telegram/US");
    private static final String SILENT = "google/US";
    private static final Set<Call> ASIDE = Set.of(Call.PRICES, Call.BALANCE, Call.OTHER);

    /** A call of the application that it does not live to see answered. */
    record Step(Side side, Call call) {}

    private record Deadly(Step step, Runnable death) {}

    private final SandboxServer server;
    private final Clock clock = Clock.systemUTC();
    private final AtomicReference<@Nullable Deadly> deadly = new AtomicReference<>();
    private final Set<Call> seen = ConcurrentHashMap.newKeySet();

    Upstream(long seed) {
        server =
                SandboxServer.start(
                        new SandboxSettings(
                                0,
                                KEY,
                                Duration.ofMillis(300),
                                Duration.ZERO,
                                Duration.ofMinutes(20),
                                1_000_000_000_000L,
                                seed),
                        clock);
        server.script().watchedBy(this).sms("google", "US", Duration.ofHours(1));
        for (var ware : List.of("whatsapp", "telegram", "google")) {
            server.market().stock(ware, "US", 1_000_000);
        }
    }

    /** What a process needs to know of it. */
    List<String> properties() {
        return List.of(
                "nexnum.supply.sandbox.enabled=false",
                "nexnum.outbound.allowed-networks=127.0.0.0/8",
                provider("sandbox", "protocol=sms-activate"),
                provider("sandbox", "base-url=" + server.address()),
                provider("sandbox", "api-key=" + KEY),
                provider("sandbox", "webhook-secret=" + SECRET),
                provider("sandbox", "min-cancel-age=0s"),
                provider("sandbox", "timeout=2s"),
                provider("sandbox", "calls-per-second=500"),
                provider("sandbox5", "protocol=5sim"),
                provider("sandbox5", "base-url=" + server.address()),
                provider("sandbox5", "api-key=" + KEY),
                provider("sandbox5", "min-cancel-age=0s"),
                provider("sandbox5", "timeout=2s"),
                provider("sandbox5", "calls-per-second=500"));
    }

    private static String provider(String slug, String property) {
        return "nexnum.supply.providers." + slug + "." + property;
    }

    /** Tells each SMS to the process on that port, twice or in the wrong order. */
    void tells(int port, Hooks.Style style) {
        var url = "http://127.0.0.1:" + port + "/api/v1/providers/sandbox/webhooks/" + SECRET;
        server.script().webhooks(new Hooks(URI.create(url), style));
    }

    SandboxScript script() {
        return server.script();
    }

    /** A wish for a number to which SMS come. */
    String talking(RandomGenerator random) {
        return wish(TALKING.get(random.nextInt(TALKING.size())), random);
    }

    /** A wish for a number to which nothing comes. */
    String silent(RandomGenerator random) {
        return wish(SILENT, random);
    }

    private static String wish(String ware, RandomGenerator random) {
        var from =
                switch (random.nextInt(3)) {
                    case 0 -> ",\"provider\":\"sandbox\"";
                    case 1 -> ",\"provider\":\"sandbox5\"";
                    default -> "";
                };
        var parts = ware.split("/", 2);
        return "{\"service\":\"%s\",\"country\":\"%s\"%s}".formatted(parts[0], parts[1], from);
    }

    List<SoldNumber> sold() {
        return server.market().everySale().stream().map(this::sold).toList();
    }

    private SoldNumber sold(Sale sale) {
        var texts =
                sale.arrived(clock.instant()).stream()
                        .map(sms -> new SoldNumber.Sms(sms.text(), sms.code()))
                        .toList();
        return new SoldNumber(
                sale.over().equals(Protocol.FIVE_SIM) ? "sandbox5" : "sandbox",
                Long.toString(sale.id()),
                sale.state(),
                server.market().hasForgotten(sale.id()),
                texts);
    }

    void forgetSeen() {
        seen.clear();
    }

    /** The kinds of calls since they were forgotten, without price lists. */
    Set<Call> seen() {
        return Set.copyOf(seen);
    }

    /** The next call of that kind is the last that the caller makes. */
    void deadly(Step step, Runnable death) {
        deadly.set(new Deadly(step, death));
    }

    void harmless() {
        deadly.set(null);
    }

    @Override
    public void comes(Call call) throws IOException {
        if (!ASIDE.contains(call)) {
            seen.add(call);
        }
        dieAt(new Step(Side.BEFORE, call));
    }

    @Override
    public void taken(Call call) throws IOException {
        dieAt(new Step(Side.AFTER, call));
    }

    private void dieAt(Step here) throws IOException {
        var armed = deadly.get();
        if (armed != null && armed.step().equals(here) && deadly.compareAndSet(armed, null)) {
            armed.death().run();
            throw new IOException("Nobody listens any more");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
