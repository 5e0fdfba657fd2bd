package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.engine.reading.Values;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.kernel.money.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads what a provider charges. */
final class Costs {

    private Costs() {}

    /**
     * Null when there is none, or when it is not in the currency that we count this provider in.
     *
     * @param currency by letters or by number; absent means the provider's own
     */
    static @Nullable Money of(@Nullable Object amount, @Nullable Object currency, Tariff tariff) {
        var number = Values.decimal(amount);
        return number == null || isForeign(Values.text(currency), tariff)
                ? null
                : tariff.toUsd(number);
    }

    private static boolean isForeign(@Nullable String currency, Tariff tariff) {
        if (currency == null || currency.equalsIgnoreCase(tariff.currency())) {
            return false;
        }
        try {
            var ours = Currency.getInstance(tariff.currency());
            return !currency.matches("[0-9]{1,3}")
                    || Integer.parseInt(currency) != ours.getNumericCode();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
