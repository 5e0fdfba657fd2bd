package com.nexnum.command.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepositTermsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.00", "1.5", "9999.99", "10000.00"})
    void accepts_one_to_ten_thousand_in_whole_cents(String amount) {
        assertThat(DepositTerms.amount(amount, "USD", Currency.USD)).isEqualTo(Money.usd(amount));
    }

    @ParameterizedTest
    @CsvSource({
        "0.99, AMOUNT_TOO_SMALL",
        "0, AMOUNT_TOO_SMALL",
        "10000.01, AMOUNT_TOO_LARGE",
        "999999999999, AMOUNT_TOO_LARGE",
        "1.001, AMOUNT_INVALID",
        "-5, AMOUNT_INVALID",
        "1e3, AMOUNT_INVALID",
        "'1,5', AMOUNT_INVALID",
        "' 5', AMOUNT_INVALID",
        "9999999999999999999999, AMOUNT_INVALID",
        "NaN, AMOUNT_INVALID"
    })
    void refuses_everything_else(String amount, String code) {
        assertThat(refusal(amount, "USD")).isEqualTo(code);
    }

    @Test
    void refuses_a_missing_amount_and_every_other_currency() {
        assertThat(refusal(null, "USD")).isEqualTo("AMOUNT_INVALID");
        assertThat(refusal("5", null)).isEqualTo("CURRENCY_NOT_SUPPORTED");
        assertThat(refusal("5", "EUR")).isEqualTo("CURRENCY_NOT_SUPPORTED");
        assertThat(refusal("5", "usd")).isEqualTo("CURRENCY_NOT_SUPPORTED");
    }

    private static String refusal(@Nullable String amount, @Nullable String currency) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> DepositTerms.amount(amount, currency, Currency.USD))
                .problem()
                .code();
    }
}
