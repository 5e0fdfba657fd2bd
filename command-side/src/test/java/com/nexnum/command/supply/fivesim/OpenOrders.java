package com.nexnum.command.supply.fivesim;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.ActiveAnswer.Active;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.ActiveAnswer.Unavailable;
import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Finds the open orders in the order history, newest first. It stops at orders that are too old to
 * be open; one entry that cannot be read makes the whole list unavailable.
 */
final class OpenOrders {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;
    private static final String PATH =
            "/user/orders?category=activation&order=id&reverse=true&limit=" + PAGE + "&offset=";

    private final Account account;
    private final UpstreamSettings settings;
    private final CodeBook codes;
    private final Clock clock;

    OpenOrders(Account account, UpstreamSettings settings, CodeBook codes, Clock clock) {
        this.account = account;
        this.settings = settings;
        this.codes = codes;
        this.clock = clock;
    }

    ActiveAnswer read() {
        var tooOld = clock.instant().minus(settings.terms().lifetime().multipliedBy(3));
        var held = new LinkedHashMap<UpstreamId, Held>();
        for (int page = 0; page < MOST_PAGES; page++) {
            var reply = account.get(PATH + page * PAGE);
            var json = Account.json(reply);
            var entries = json == null ? null : json.get("Data");
            if (entries == null || !entries.isArray()) {
                return new Unavailable(account.why(reply));
            }
            boolean allTooOld = true;
            for (var entry : entries) {
                var order = Order.read(entry);
                if (order == null) {
                    return new Unavailable("an order that cannot be read");
                }
                if (order.isOpen()) {
                    held.put(order.id(), held(order));
                }
                allTooOld &= order.createdAt() != null && order.createdAt().isBefore(tooOld);
            }
            if (entries.size() < PAGE || allTooOld) {
                return new Active(List.copyOf(held.values()));
            }
        }
        return new Unavailable("more than " + MOST_PAGES * PAGE + " recent orders");
    }

    private Held held(Order order) {
        var product = order.product();
        var country = order.country();
        var price = order.price();
        return new Held(
                order.id(),
                order.number(),
                product == null
                        ? null
                        : codes.service(product).map(ServiceCode::value).orElse(null),
                country == null
                        ? null
                        : codes.country(country).map(CountryCode::value).orElse(null),
                price == null ? null : settings.tariff().toUsd(price),
                order.createdAt(),
                null);
    }
}
