package com.nexnum.query.ledger.asof;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;

/**
 * What one account holds in one currency.
 *
 * @param account a leaf of the tree; {@code customer:*:available} and {@code customer:*:held} stand
 *     for those of all customers
 * @param micros in millionths; negative for what it gave
 * @param postings how many of them that sum is made of
 */
public record AccountSum(String account, String currency, long micros, long postings) {

    public Amount amount() {
        return new Amount(Money.decimal(micros), currency);
    }
}
