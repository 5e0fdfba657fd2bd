package com.nexnum.command.supply;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.util.List;

/**
 * One upstream provider. Whatever the provider answers is an answer here too: no method throws for
 * what happens on the other side.
 */
public interface Supply {

    ProviderSlug provider();

    /**
     * Buys one number. Called once for an attempt, never again: an answer that leaves the outcome
     * open is {@link BuyAnswer.Unknown}.
     *
     * @param reference what we call the attempt, for providers that keep it
     * @param maxCost the most that the provider may charge
     */
    BuyAnswer buy(ServiceCode service, CountryCode country, Money maxCost, String reference);

    /** Which SMS have come; safe to ask again. */
    SmsAnswer sms(UpstreamId id);

    /** Gives the number back for a refund; asking again for a cancelled one is harmless. */
    CancelAnswer cancel(UpstreamId id);

    /** Says that no more SMS are wanted; keeps the charge. Asking again is harmless. */
    boolean complete(UpstreamId id);

    /** Asks for one more SMS after the first. */
    NextSmsAnswer nextSms(UpstreamId id);

    /** Every number that we hold at the provider now. */
    ActiveAnswer active();

    /** What the provider sells now. */
    PriceListAnswer priceList();

    /** What we have left at the provider. */
    BalanceAnswer balance();

    sealed interface PriceListAnswer {
        record PriceList(List<Priced> offers) implements PriceListAnswer {
            public PriceList {
                offers = List.copyOf(offers);
            }
        }

        record Unavailable(String why) implements PriceListAnswer {}
    }

    /**
     * @param cost what the provider asks for one number
     * @param stock how many it has
     */
    record Priced(ServiceCode service, CountryCode country, Money cost, int stock) {}

    sealed interface BalanceAnswer {
        record Balance(Money amount) implements BalanceAnswer {}

        record Unavailable(String why) implements BalanceAnswer {}
    }

    sealed interface NextSmsAnswer {
        record Accepted() implements NextSmsAnswer {}

        record Refused(String why) implements NextSmsAnswer {}

        record Unavailable(String why) implements NextSmsAnswer {}
    }
}
