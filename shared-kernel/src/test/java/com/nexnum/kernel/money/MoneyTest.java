package com.nexnum.kernel.money;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.00",
        "0.15, 150000, 0.15",
        "0.150000, 150000, 0.15",
        "0.0125, 12500, 0.0125",
        "0.000001, 1, 0.000001",
        "10, 10000000, 10.00",
        "10.5, 10500000, 10.50",
        "999999999999.999999, 999999999999999999, 999999999999.999999"
    })
    void reads_a_decimal_and_writes_it_with_at_least_two_digits(
            String text, long micros, String written) {
        var money = usd(text);
        assertThat(money.micros()).isEqualTo(micros);
        assertThat(money.decimal()).isEqualTo(written);
        assertThat(money).hasToString(written + " USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1.",
                ".5",
                "01",
                "1e3",
                "0x1",
                "1,5",
                "1.0000001",
                "1 ",
                " 1",
                "NaN",
                "Infinity",
                "1_000",
                "1000000000000",
                "٣",
                "1.2.3",
                "1\n"
            })
    void refuses_every_other_spelling(String text) {
        assertThatThrownBy(() -> usd(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void adds_and_subtracts_exactly() {
        assertThat(usd("0.10").plus(usd("0.20"))).isEqualTo(usd("0.30"));
        assertThat(usd("0.30").minus(usd("0.10"))).isEqualTo(usd("0.20"));
        assertThat(usd("0.30").minus(usd("0.30")).isZero()).isTrue();
    }

    @Test
    void refuses_to_go_below_zero() {
        assertThatThrownBy(() -> usd("0.10").minus(usd("0.100001")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(Currency.USD, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_to_overflow() {
        var most = new Money(Currency.USD, Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(usd("0.000001")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void covers_a_price_up_to_the_last_millionth() {
        assertThat(usd("1").covers(usd("1"))).isTrue();
        assertThat(usd("1").covers(usd("1.000001"))).isFalse();
    }

    @Test
    void refuses_to_mix_currencies() {
        var euro = Money.parse("1", Currency.EUR);
        assertThatThrownBy(() -> usd("1").plus(euro)).hasMessage("USD and EUR do not mix");
        assertThatThrownBy(() -> usd("1").minus(euro)).hasMessage("USD and EUR do not mix");
        assertThatThrownBy(() -> usd("1").covers(euro)).hasMessage("USD and EUR do not mix");
        assertThat(euro).isNotEqualTo(usd("1"));
    }

    @Test
    void writes_signed_amounts_for_ledgers() {
        assertThat(Money.decimal(-150_000)).isEqualTo("-0.15");
        assertThat(Money.decimal(-1)).isEqualTo("-0.000001");
        assertThat(Money.decimal(Long.MIN_VALUE)).isEqualTo("-9223372036854.775808");
    }

    @Test
    void reads_back_what_it_writes_and_agrees_with_exact_arithmetic() {
        for (var seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            var a = new Money(Currency.USD, random.nextLong(1_000_000_000_000_000_000L));
            var b = new Money(Currency.USD, random.nextLong(1_000_000_000_000_000_000L));
            assertThat(usd(a.decimal())).as("seed %d", seed).isEqualTo(a);
            assertThat(new BigDecimal(a.plus(b).decimal()))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(
                            new BigDecimal(a.decimal()).add(new BigDecimal(b.decimal())));
            assertThat(a.plus(b).minus(b)).as("seed %d", seed).isEqualTo(a);
        }
    }
}
