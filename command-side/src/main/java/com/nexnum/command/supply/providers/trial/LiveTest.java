package com.nexnum.command.supply.providers.trial;

import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.Supply.BalanceAnswer;
import com.nexnum.command.supply.Supply.PriceListAnswer;
import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.platform.web.Amount;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a provider what costs nothing: what we have there, and what it sells. Its limit of spending
 * is zero, so that it never buys.
 *
 * @param balance absent when it could not be read
 * @param offers how many of its offers are in stock and understood
 * @param cheapest some of them
 */
public record LiveTest(
        boolean passed,
        @Nullable Amount balance,
        @Nullable String balanceFailure,
        int offers,
        List<Offer> cheapest,
        @Nullable String pricesFailure) {

    private static final int SHOWN = 20;

    /** One number at the provider's price. */
    public record Offer(String service, String country, Amount cost, int stock) {

        static Offer of(Priced priced) {
            return new Offer(
                    priced.service().value(),
                    priced.country().value(),
                    Amount.of(priced.cost()),
                    priced.stock());
        }
    }

    public static LiveTest of(Supply supply) {
        var balance = supply.balance();
        var prices = supply.priceList();
        var offers = prices instanceof PriceListAnswer.PriceList(var all) ? all : List.<Priced>of();
        var cheapest =
                offers.stream()
                        .sorted(Comparator.comparingLong(it -> it.cost().micros()))
                        .limit(SHOWN)
                        .map(Offer::of)
                        .toList();
        return new LiveTest(
                balance instanceof BalanceAnswer.Balance && !offers.isEmpty(),
                balance instanceof BalanceAnswer.Balance(var amount) ? Amount.of(amount) : null,
                balance instanceof BalanceAnswer.Unavailable(var why) ? why : null,
                offers.size(),
                cheapest,
                failure(prices, offers.isEmpty()));
    }

    private static @Nullable String failure(PriceListAnswer prices, boolean empty) {
        return switch (prices) {
            case PriceListAnswer.Unavailable(var why) -> why;
            case PriceListAnswer.PriceList _ -> empty ? "no offer was understood" : null;
        };
    }
}
