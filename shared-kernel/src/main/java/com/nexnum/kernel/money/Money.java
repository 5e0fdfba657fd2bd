package com.nexnum.kernel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An exact, non-negative amount in millionths of one currency's unit.
 *
 * @param micros millionths of the unit: {@code 150_000} is 0.15
 */
public record Money(Currency currency, long micros) {

    private static final int SCALE = 6;
    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?");

    public Money {
        if (micros < 0) {
            throw new IllegalArgumentException("Money is never negative: " + micros);
        }
    }

    /**
     * Reads what {@link #decimal()} writes: at most 12 digits before and 6 after the point, no
     * sign, no exponent.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Money parse(String decimal, Currency currency) {
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new IllegalArgumentException(
                    "An amount is a decimal string with at most 6 digits after the point");
        }
        return new Money(currency, new BigDecimal(decimal).movePointRight(SCALE).longValueExact());
    }

    public static Money usd(String decimal) {
        return parse(decimal, Currency.USD);
    }

    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.addExact(micros, other.micros));
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.subtractExact(micros, other.micros));
    }

    public boolean covers(Money price) {
        requireSameCurrency(price);
        return micros >= price.micros;
    }

    public boolean isZero() {
        return micros == 0;
    }

    /** A plain decimal with at least two digits after the point: {@code 10.00}, {@code 0.0125}. */
    public String decimal() {
        return decimal(micros);
    }

    /** The same for a signed number of millionths, as ledgers have them. */
    public static String decimal(long micros) {
        var exact = BigDecimal.valueOf(micros, SCALE).stripTrailingZeros();
        return exact.setScale(Math.max(2, exact.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }

    @Override
    public String toString() {
        return decimal() + " " + currency;
    }

    private void requireSameCurrency(Money other) {
        if (currency != other.currency) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
    }
}
