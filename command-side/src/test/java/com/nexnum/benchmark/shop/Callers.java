package com.nexnum.benchmark.shop;

import com.nexnum.benchmark.shop.AtOnceProvider.Goods;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * So many who buy at once, each the next number when it has the last. The answer to a purchase is
 * waited for as the contract offers it: the request itself holds until the number is there, and
 * answers 201 with it.
 */
final class Callers implements AutoCloseable {

    private static final List<Goods> GOODS = AtOnceProvider.goods();
    private static final AtomicLong KEYS = new AtomicLong();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int atOnce;

    Callers(int atOnce) {
        this.atOnce = atOnce;
    }

    /**
     * Buys so many numbers, all of which must come.
     *
     * @return how long each took, in milliseconds
     */
    double[] buy(int count, URI shop, List<String> tokens) throws InterruptedException {
        var next = new AtomicInteger();
        var took = new double[count];
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers =
                    IntStream.range(0, atOnce)
                            .<Future<?>>mapToObj(_ ->
                                    threads.submit(() -> {
                                        for (int i = next.getAndIncrement();
                                                i < count;
                                                i = next.getAndIncrement()) {
                                            took[i] = buyOne(shop, tokens);
                                        }
                                        return null;
                                    }))
                            .toList();
            for (var caller : callers) {
                caller.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return took;
    }

    private double buyOne(URI shop, List<String> tokens) throws IOException, InterruptedException {
        long number = KEYS.incrementAndGet();
        var chance = new SplittableRandom(number);
        var goods = GOODS.get(chance.nextInt(GOODS.size()));
        var wish =
                "{\"service\":\"%s\",\"country\":\"%s\",\"maxPrice\":\"0.50\"}"
                        .formatted(goods.service(), goods.country());
        var request =
                HttpRequest.newBuilder(shop)
                        .header(
                                "Authorization",
                                "Bearer " + tokens.get(chance.nextInt(tokens.size())))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "wish-" + number)
                        .header("Prefer", "wait=30")
                        .POST(BodyPublishers.ofString(wish))
                        .build();
        long start = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        double millis = (System.nanoTime() - start) / 1e6;
        boolean bought =
                answer.statusCode() == 201
                        && answer.body().contains("\"status\":\"ACTIVE\"")
                        && answer.body().contains("\"phoneNumber\":\"+4479");
        if (!bought) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return millis;
    }

    @Override
    public void close() {
        client.close();
    }
}
