package com.nexnum.command.supply.http;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The money in which a provider counts.
 *
 * @param currency its ISO 4217 code, for people
 * @param usdPerUnit what one unit of it costs in US dollars; 1 for dollars
 */
public record Tariff(String currency, BigDecimal usdPerUnit) {

    public static final Tariff DOLLARS = new Tariff("USD", BigDecimal.ONE);

    private static final int MICROS = 6;
    private static final int PROVIDER_DECIMALS = 4;

    public Tariff {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("A currency is three capital letters");
        }
        if (usdPerUnit.signum() <= 0 || usdPerUnit.compareTo(new BigDecimal(1000)) > 0) {
            throw new IllegalArgumentException("A rate to USD is above 0 and at most 1000");
        }
    }

    /**
     * Rounds up: a cost is never understated.
     *
     * @param amount below a thousand million, as {@link Upstream#decimal} reads it
     */
    public Money toUsd(BigDecimal amount) {
        var micros =
                amount.multiply(usdPerUnit)
                        .movePointRight(MICROS)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact();
        return new Money(Currency.USD, micros);
    }

    /** Rounds down to four decimals: a limit is never overstated, but it may come out as zero. */
    public BigDecimal limit(Money most) {
        if (most.currency() != Currency.USD) {
            throw new IllegalArgumentException("Providers are paid out of dollars, not " + most);
        }
        var dollars = BigDecimal.valueOf(most.micros(), MICROS);
        return dollars.divide(usdPerUnit, PROVIDER_DECIMALS, RoundingMode.DOWN);
    }
}
