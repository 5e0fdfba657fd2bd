package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.Supply.PriceListAnswer;
import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.reading.PriceList;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.reading.Values;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Reads what a provider sells: from one list, or from a list of goods and a price for each. */
final class Pricing {

    private static final int MOST_GOODS = 1_000;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final @Nullable Endpoint endpoint;
    private final Exchange exchange;
    private final CodeBook codes;
    private final Tariff tariff;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Kept kept = new Kept(List.of(), Instant.MIN);

    Pricing(
            @Nullable Endpoint endpoint,
            Exchange exchange,
            CodeBook codes,
            Tariff tariff,
            Clock clock) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.codes = codes;
        this.tariff = tariff;
        this.clock = clock;
    }

    /** What was asked for one by one, and until when it need not be asked for again. */
    private record Kept(List<Priced> offers, Instant until) {}

    private record Goods(String service, String country) {

        Map<String, String> variables() {
            return Map.of("service", service, "country", country);
        }
    }

    PriceListAnswer read() {
        if (endpoint == null) {
            return new PriceListAnswer.Unavailable("the provider has no price list");
        }
        if (endpoint.follow() == null) {
            return read(endpoint);
        }
        lock.lock();
        try {
            if (clock.instant().isBefore(kept.until())) {
                return new PriceListAnswer.PriceList(kept.offers());
            }
            var answer = read(endpoint);
            if (answer instanceof PriceListAnswer.PriceList(var offers)) {
                kept = new Kept(offers, clock.instant().plus(FRESH));
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    private PriceListAnswer read(Endpoint list) {
        var reply = exchange.ask(list, Map.of());
        var reading = exchange.read(list, reply);
        if (reading == null || !reading.succeeds()) {
            return new PriceListAnswer.Unavailable(exchange.why(reply));
        }
        var follow = list.follow();
        return follow == null
                ? new PriceListAnswer.PriceList(
                        new PriceList(reading, list, codes, tariff, false).read())
                : oneByOne(goods(reading, list), follow);
    }

    /** What we have words for, each once. */
    private Set<Goods> goods(Reading reading, Endpoint list) {
        var root = list.rows();
        var listed = root == null ? null : root.in(reading.scope());
        var goods = new LinkedHashSet<Goods>();
        for (var row : listed instanceof List<?> rows ? rows : List.of()) {
            var scope = reading.scope().at(row);
            var one =
                    known(
                            Values.text(reading.field("service", scope)),
                            Values.text(reading.field("country", scope)));
            if (one != null && goods.size() < MOST_GOODS) {
                goods.add(one);
            }
        }
        return goods;
    }

    private @Nullable Goods known(@Nullable String service, @Nullable String country) {
        return service == null
                        || country == null
                        || codes.service(service).isEmpty()
                        || codes.country(country).isEmpty()
                ? null
                : new Goods(service, country);
    }

    /** A price that cannot be had now makes the list unavailable; one that is refused, shorter. */
    private PriceListAnswer oneByOne(Set<Goods> goods, Endpoint priced) {
        var offers = new ArrayList<Priced>();
        for (var one : goods) {
            var reply = exchange.ask(priced, one.variables());
            var reading = exchange.read(priced, reply);
            if (reading == null || isPassing(reading, reply)) {
                return new PriceListAnswer.Unavailable(exchange.why(reply));
            }
            if (reading.succeeds()) {
                var known = reading.with(one.variables());
                offers.addAll(new PriceList(known, priced, codes, tariff, false).read());
            }
        }
        return new PriceListAnswer.PriceList(offers);
    }

    private static boolean isPassing(Reading reading, Object reply) {
        boolean failed = reply instanceof Answer answer && answer.status() >= 500;
        return failed
                || (!reading.succeeds()
                        && reading.meaning().map(it -> it.meaning().passes()).orElse(true));
    }
}
