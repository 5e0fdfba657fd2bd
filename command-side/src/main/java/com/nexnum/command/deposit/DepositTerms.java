package com.nexnum.command.deposit;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How much may be deposited at once: 1.00 to 10000.00, in whole cents, in the wallet's currency.
 */
final class DepositTerms {

    private static final long CENT_MICROS = 10_000;
    private static final long MIN_MICROS = 1_000_000;
    private static final long MAX_MICROS = 10_000L * 1_000_000;

    /**
     * @throws com.nexnum.platform.web.ProblemException when the amount is none, or not within terms
     */
    static Money amount(@Nullable String amount, @Nullable String currency, Currency wallet) {
        if (!wallet.name().equals(currency)) {
            throw Problem.of(400, "CURRENCY_NOT_SUPPORTED", "Deposit in the wallet's currency")
                    .with("supported", wallet.name())
                    .raised();
        }
        var money = parse(amount, wallet);
        if (money.micros() < MIN_MICROS) {
            throw Problem.of(400, "AMOUNT_TOO_SMALL", "Deposit at least the minimum")
                    .with("minimum", Amount.of(new Money(wallet, MIN_MICROS)))
                    .raised();
        }
        if (money.micros() > MAX_MICROS) {
            throw Problem.of(400, "AMOUNT_TOO_LARGE", "Deposit at most the maximum")
                    .with("maximum", Amount.of(new Money(wallet, MAX_MICROS)))
                    .raised();
        }
        return money;
    }

    private static Money parse(@Nullable String amount, Currency wallet) {
        try {
            var money = Money.parse(amount == null ? "" : amount, wallet);
            if (money.micros() % CENT_MICROS == 0) {
                return money;
            }
        } catch (IllegalArgumentException _) {
            // Refused below, like a fraction of a cent.
        }
        throw Problem.of(
                        400,
                        "AMOUNT_INVALID",
                        "Give the amount as a decimal string with at most 2 digits after the point")
                .raised();
    }

    private DepositTerms() {}
}
