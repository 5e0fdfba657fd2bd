package com.nexnum.benchmark.shop;

import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.Country;
import com.nexnum.kernel.catalog.Service;
import com.nexnum.kernel.catalog.Services;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A provider of the SMS-Activate protocol that answers every purchase at once with a number that it
 * never sold before.
 */
final class AtOnceProvider implements AutoCloseable {

    static {
        // Without it every answer waits for the client's delayed acknowledgement, about 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final List<Service> SERVICES = Services.all().subList(0, 10);
    private static final List<Country> COUNTRIES = Countries.all().subList(0, 5);

    private final AtomicLong sold = new AtomicLong();
    private final HttpServer server;

    /** One thing that can be bought, in our words. */
    record Goods(String service, String country) {}

    AtOnceProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/stubs/handler_api.php", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    long sold() {
        return sold.get();
    }

    static List<Goods> goods() {
        return SERVICES.stream()
                .flatMap(service ->
                        COUNTRIES.stream()
                                .map(country ->
                                        new Goods(service.code().value(), country.code().value())))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = exchange.getRequestURI().getRawQuery();
            var body =
                    asked.contains("action=getNumberV2")
                            ? number()
                            : asked.contains("action=getPrices") ? prices() : "BAD_ACTION";
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String number() {
        long id = sold.incrementAndGet();
        return """
        {"activationId":%d,"phoneNumber":"4479%08d","activationCost":0.1,"currency":840,\
        "countryCode":"16","canGetAnotherSms":"1","activationOperator":"any"}\
        """
                .formatted(1_000_000 + id, id);
    }

    private static String prices() {
        var services =
                SERVICES.stream()
                        .map(service ->
                                "\"%s\":{\"cost\":0.1,\"count\":9000000}"
                                        .formatted(service.smsActivate()))
                        .collect(Collectors.joining(","));
        return COUNTRIES.stream()
                .map(country -> "\"%s\":{%s}".formatted(country.smsActivateId(), services))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
