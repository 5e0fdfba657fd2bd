package com.nexnum.benchmark.engine;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.engine.Shipped;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.reading.PriceList;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.reading.Values;
import com.nexnum.command.supply.engine.request.Requests;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.command.supply.http.UpstreamSettings.Terms;
import com.nexnum.kernel.supply.ProviderSlug;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the engine adds to a call, without the network: the request of a purchase written and its
 * answer read, and a whole price list read; each beside code written for this one protocol.
 */
public final class EngineBenchmark implements Benchmark {

    private static final int CALLS = 50_000;
    private static final int WARM = 30_000;
    private static final int LISTS = 15;
    private static final String KEY = "a-key-of-the-benchmark";
    private static final URI BASE = URI.create("https://provider.example.com");

    private @Nullable Object seen;

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public void run(Report report) {
        var key = new ApiKey(KEY);
        var document =
                Shipped.of(
                        Protocol.SMS_ACTIVATE,
                        new UpstreamSettings(
                                new ProviderSlug("bench"),
                                BASE,
                                key,
                                Tariff.DOLLARS,
                                Terms.USUAL,
                                Pace.USUAL));
        var requests = new Requests(BASE, document.auth(), Secrets.of(key));
        var byHand = new HandWritten(BASE, KEY);
        calls(report, document, requests, byHand);
        lists(report, document, byHand);
    }

    private void calls(
            Report report, ProviderDocument document, Requests requests, HandWritten byHand) {
        var endpoint = document.needed(Operation.BUY);
        IntConsumer engine =
                n -> {
                    var call =
                            requests.call(
                                    endpoint.request(),
                                    Map.of(
                                            "service", "wa",
                                            "country", "187",
                                            "maxPrice", "2.5",
                                            "reference", "ref-" + n),
                                    null,
                                    Duration.ofSeconds(15));
                    var reading = Reading.of(document, endpoint, new Answer(200, sale(n)));
                    var sold =
                            reading.succeeds()
                                    ? new Object[] {
                                        call,
                                        Values.id(reading.field("id")),
                                        Values.phone(reading.field("phone")),
                                        reading.field("cost"),
                                        reading.field("currency")
                                    }
                                    : null;
                    seen = sold;
                };
        IntConsumer hand =
                n -> {
                    var call = byHand.buy("wa", "187", "2.5", "ref-" + n);
                    seen = new Object[] {call, byHand.bought(sale(n))};
                };
        var engineTimes = times(engine, WARM, CALLS);
        var handTimes = times(hand, WARM, CALLS);
        var p99 = Report.percentile(0.99, engineTimes);
        report.add(
                Figure.of("engine-call-p99", p99, "µs")
                        .floor("at most 100")
                        .ratio(Report.median(engineTimes) / Report.median(handTimes))
                        .remark(
                                "request of a purchase written and answer read; ratio of the medians to a hand-written adapter; medians %.1f and %.1f µs"
                                        .formatted(
                                                Report.median(engineTimes),
                                                Report.median(handTimes))));
    }

    private void lists(Report report, ProviderDocument document, HandWritten byHand) {
        var goods = new Goods();
        var text = goods.priceList();
        var endpoint = document.needed(Operation.PRICES);
        IntFunction<Integer> engine =
                _ ->
                        new PriceList(
                                        Reading.of(document, endpoint, new Answer(200, text)),
                                        endpoint,
                                        goods,
                                        Tariff.DOLLARS,
                                        false)
                                .read()
                                .size();
        var rows = engine.apply(0);
        var byHandRows = byHand.prices(text, goods).size();
        if (rows != byHandRows || rows != Goods.SERVICES * Goods.COUNTRIES) {
            throw new IllegalStateException("Read " + rows + " rows, by hand " + byHandRows);
        }
        var engineTimes = times(n -> seen = engine.apply(n), LISTS, LISTS);
        var handTimes = times(_ -> seen = byHand.prices(text, goods), LISTS, LISTS);
        report.add(
                Figure.of("engine-price-list", Report.median(engineTimes) / 1_000, "ms")
                        .floor("at most 150")
                        .ratio(Report.median(engineTimes) / Report.median(handTimes))
                        .remark(
                                "%d rows in %d kB; median of %d after as many; ratio to a hand-written reader, %.1f ms"
                                        .formatted(
                                                rows,
                                                text.length() / 1_000,
                                                LISTS,
                                                Report.median(handTimes) / 1_000)));
    }

    /** Microseconds, each time by itself. */
    private static double[] times(IntConsumer work, int warm, int measured) {
        for (int n = 0; n < warm; n++) {
            work.accept(n);
        }
        var times = new double[measured];
        Arrays.setAll(
                times,
                n -> {
                    long began = System.nanoTime();
                    work.accept(n);
                    return (System.nanoTime() - began) / 1_000.0;
                });
        return times;
    }

    private static String sale(int n) {
        return "{\"activationId\":"
                + (635_468_024 + n)
                + ",\"phoneNumber\":\"12025550123\",\"activationCost\":0.5,\"currency\":840,"
                + "\"canGetAnotherSms\":true,\"activationTime\":\"2026-01-01 10:00:00\",\"activationOperator\":\"any\"}";
    }
}
