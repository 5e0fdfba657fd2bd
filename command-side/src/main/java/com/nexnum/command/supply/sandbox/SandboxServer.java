package com.nexnum.command.supply.sandbox;

import com.nexnum.command.supply.Protocol;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The sandbox provider on its own loopback port, speaking many protocols over one market. */
public final class SandboxServer implements AutoCloseable {

    static {
        // Without it every answer waits for the client's delayed acknowledgement, about 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Misbehaviour misbehaviour = new Misbehaviour(stopped);
    private final Map<Call, LongAdder> received = new ConcurrentHashMap<>();
    private final SandboxScript script;
    private final SandboxMarket market;
    private final SandboxWebhooks webhooks;

    private SandboxServer(HttpServer server, SandboxSettings settings, Clock clock) {
        this.server = server;
        this.script = new SandboxScript(settings.smsDelay(), settings.minCancelAge());
        this.market = new SandboxMarket(settings, script, clock);
        this.webhooks = new SandboxWebhooks(market, script, stopped);
        SandboxStyles.of(market, settings.apiKey()).forEach(this::serve);
        server.setExecutor(threads);
        server.start();
        threads.execute(webhooks::run);
    }

    /**
     * @throws UncheckedIOException when the port is taken
     */
    public static SandboxServer start(SandboxSettings settings, Clock clock) {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
            return new SandboxServer(HttpServer.create(here, 1024), settings, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox provider does not start on port " + settings.port(), e);
        }
    }

    /** {@code http://127.0.0.1:18081/smspool}: the base address of a provider that speaks so. */
    public URI address(Protocol protocol) {
        return URI.create(address() + SandboxStyles.folder(protocol));
    }

    /** {@code http://127.0.0.1:18081}: the base of SMS-Activate's protocol and 5sim's. */
    public URI address() {
        var address = server.getAddress();
        return URI.create(
                "http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /** Where SMS-Activate's protocol is spoken with true HTTP codes, as HeroSMS does. */
    public URI heroAddress() {
        return URI.create(address() + SandboxStyles.HERO);
    }

    public SandboxMarket market() {
        return market;
    }

    public SandboxScript script() {
        return script;
    }

    /** How many calls of this kind came in since the start, the disturbed ones included. */
    public long received(Call call) {
        var count = received.get(call);
        return count == null ? 0 : count.sum();
    }

    @Override
    public void close() {
        stopped.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(String folder, Api api) {
        server.createContext(
                folder,
                exchange -> {
                    try (exchange) {
                        answer(exchange, folder, api);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void answer(HttpExchange exchange, String folder, Api api)
            throws IOException, InterruptedException {
        var request = SandboxRequest.of(exchange, folder);
        var call = api.kind(request);
        received.computeIfAbsent(call, _ -> new LongAdder()).increment();
        pause(script.latency());
        var fault = script.takeFault(call);
        if (fault.isEmpty()) {
            var onlooker = script.onlooker();
            onlooker.comes(call);
            var reply = api.answer(request);
            onlooker.taken(call);
            send(exchange, reply);
            return;
        }
        var truth = fault.get().taken() ? api.answer(request).body() : "";
        misbehaviour.show(fault.get().how(), exchange, truth);
    }

    private void pause(Duration latency) throws InterruptedException {
        if (!latency.isZero()) {
            stopped.await(latency.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static void send(HttpExchange exchange, SandboxReply reply) throws IOException {
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
