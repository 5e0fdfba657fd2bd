package com.nexnum.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MarginTest {

    @Test
    void rounds_up_to_a_hundredth_of_a_cent() {
        assertThat(new Margin(20).priceFor(Money.usd("0.10"))).isEqualTo(Money.usd("0.12"));
        assertThat(new Margin(20).priceFor(Money.usd("0.123456"))).isEqualTo(Money.usd("0.1482"));
        assertThat(new Margin(0).priceFor(Money.usd("0.000001"))).isEqualTo(Money.usd("0.0001"));
        assertThat(new Margin(20).priceFor(Money.usd("0"))).isEqualTo(Money.usd("0"));
    }

    @RepeatedTest(2_000)
    void is_exact_and_never_below_cost(RepetitionInfo seed) {
        var random = new SplittableRandom(seed.getCurrentRepetition());
        long cost = random.nextLong(1_000_000_000_000L);
        int percent = random.nextInt(1_001);
        var price = new Margin(percent).priceFor(new Money(Currency.USD, cost));
        var exact =
                BigDecimal.valueOf(cost)
                        .multiply(BigDecimal.valueOf(100L + percent))
                        .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.CEILING);
        assertThat(price.micros()).isEqualTo(exact.longValueExact() * 100);
        assertThat(price.micros()).isGreaterThanOrEqualTo(cost);
    }
}
