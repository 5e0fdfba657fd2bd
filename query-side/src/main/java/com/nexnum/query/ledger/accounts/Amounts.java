package com.nexnum.query.ledger.accounts;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import java.util.List;
import java.util.Map;

/** Signed sums by currency, as they look on the wire. */
final class Amounts {

    static List<Amount> of(Map<String, Long> micros) {
        return micros.entrySet().stream()
                .map(sum -> new Amount(Money.decimal(sum.getValue()), sum.getKey()))
                .toList();
    }

    private Amounts() {}
}
