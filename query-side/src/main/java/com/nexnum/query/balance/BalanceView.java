package com.nexnum.query.balance;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;

/**
 * What a wallet holds, as the web shows it.
 *
 * @param available a decimal string
 * @param held a decimal string
 */
public record BalanceView(Currency currency, String available, String held) {

    public static BalanceView ofMicros(Currency currency, long available, long held) {
        return new BalanceView(currency, Money.decimal(available), Money.decimal(held));
    }
}
