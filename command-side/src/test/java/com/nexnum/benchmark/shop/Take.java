package com.nexnum.benchmark.shop;

import com.nexnum.benchmark.Report;
import java.net.URI;
import java.util.List;

/**
 * One round of purchases at one of the two shops.
 *
 * @param perSecond numbers that customers had, per second, until all that follows was done too
 * @param p50 milliseconds from the request to the number; half of them took no longer
 * @param lagMillis how long the read models went on after the last answer
 */
record Take(double perSecond, double p50, double p95, double lagMillis) {

    static final String EVENT_SOURCED = "/api/v1/numbers/purchase";
    static final String CRUD = "/crud/numbers/purchase";

    static Take of(Shop shop, String path, Callers callers, List<String> tokens, int count)
            throws InterruptedException {
        var address = URI.create("http://127.0.0.1:" + shop.port() + path);
        long start = System.nanoTime();
        var took = callers.buy(count, address, tokens);
        long answered = System.nanoTime();
        shop.catchUp();
        long end = System.nanoTime();
        return new Take(
                count / ((end - start) / 1e9),
                Report.median(took),
                Report.percentile(0.95, took),
                (end - answered) / 1e6);
    }

    String line() {
        return "%.0f/s, p50 %.1f ms, p95 %.1f ms, then %.0f ms until all had caught up"
                .formatted(perSecond, p50, p95, lagMillis);
    }
}
