package com.nexnum.command.supply.smsactivate;

import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.BuyAnswer.Unknown;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.Upstream;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.UpstreamId;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what is meant to be a sold number; a sale that cannot be read is an open outcome. */
final class Sold {

    private static final String UNREADABLE = "an answer to the purchase that cannot be read";

    private final UpstreamSettings settings;

    Sold(UpstreamSettings settings) {
        this.settings = settings;
    }

    BuyAnswer read(String body, Money maxCost) {
        var json = Upstream.json(body);
        if (json != null && json.isObject()) {
            var cost = cost(json, settings.tariff());
            return bought(
                    Upstream.id(json.get("activationId")),
                    Upstream.phone(json.get("phoneNumber")),
                    cost == null ? maxCost : cost);
        }
        var token = Token.of(body);
        if (token != null && token.name().equals("ACCESS_NUMBER")) {
            var colon = token.argument().lastIndexOf(':');
            return colon < 1
                    ? new Unknown(UNREADABLE)
                    : bought(
                            id(token.argument().substring(0, colon)),
                            Upstream.phone(token.argument().substring(colon + 1)),
                            maxCost);
        }
        var said = token == null ? UNREADABLE : Upstream.quoted(token.name(), settings.apiKey());
        return new Unknown(said);
    }

    /** Null when there is none, or when it is not in the currency that we count this host in. */
    static @Nullable Money cost(JsonNode json, Tariff tariff) {
        var amount = Upstream.decimal(json.get("activationCost"));
        var currency = Upstream.decimal(json.get("currency"));
        return amount == null || isForeign(currency, tariff) ? null : tariff.toUsd(amount);
    }

    private static boolean isForeign(@Nullable BigDecimal currency, Tariff tariff) {
        try {
            var ours = BigDecimal.valueOf(Currency.getInstance(tariff.currency()).getNumericCode());
            return currency != null && currency.compareTo(ours) != 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private BuyAnswer bought(@Nullable UpstreamId id, @Nullable E164 number, Money cost) {
        if (id == null || number == null) {
            return new Unknown(UNREADABLE);
        }
        var terms = settings.terms();
        return new Bought(id, number, cost, terms.minCancelAge(), terms.lifetime());
    }

    private static @Nullable UpstreamId id(String text) {
        try {
            return new UpstreamId(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
