package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.reading.Values;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.kernel.money.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for the price first, where a provider takes no limit with a purchase. */
final class Quoting {

    private final Endpoint endpoint;
    private final Exchange exchange;
    private final Tariff tariff;

    Quoting(Endpoint endpoint, Exchange exchange, Tariff tariff) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.tariff = tariff;
    }

    /** Why nothing is bought; null when the price is within the limit. */
    @Nullable Refused refusal(Map<String, String> wanted, Money maxCost) {
        var reply = exchange.ask(endpoint, wanted);
        var answered = exchange.read(endpoint, reply);
        var reading = answered == null ? null : answered.with(wanted);
        if (reading == null || !reading.succeeds()) {
            return Refusals.beforehand(exchange, endpoint, reply);
        }
        var stock = Values.count(reading.field("count"));
        if (stock != null && stock == 0) {
            return new Refused(Reason.NO_NUMBERS, "none in stock");
        }
        var cost = Costs.of(reading.field("cost"), reading.field("currency"), tariff);
        if (cost == null) {
            return Refusals.beforehand(exchange, endpoint, reply);
        }
        return cost.micros() > maxCost.micros()
                ? new Refused(Reason.PRICE_TOO_LOW, "it costs " + cost + " now")
                : null;
    }
}
