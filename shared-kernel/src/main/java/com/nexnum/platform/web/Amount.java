package com.nexnum.platform.web;

import com.nexnum.kernel.money.Money;

/**
 * Money on the wire: {@code {"amount":"0.15","currency":"USD"}}.
 *
 * @param amount a decimal string, never a JSON number
 */
public record Amount(String amount, String currency) {

    public static Amount of(Money money) {
        return new Amount(money.decimal(), money.currency().name());
    }
}
