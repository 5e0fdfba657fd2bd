package com.nexnum.command.supply.balance;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.SupplyConditions.Funds;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyConditionEvent.ProviderBalanceLow;
import com.nexnum.kernel.supply.SupplyConditionEvent.ProviderBalanceRestored;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PurseTest {

    private static final ProviderSlug ACME = new ProviderSlug("acme");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Money ALERT = usd("10");
    private static final Purse UNKNOWN = Purse.unknown(ACME);

    @Test
    void a_fall_below_the_alert_is_told_once_and_the_rise_too() {
        var high = UNKNOWN.read(usd("10"), ALERT, NOON);
        assertThat(high.event()).isNull();
        var low = high.purse().read(usd("9.99"), ALERT, NOON);
        assertThat(low.event()).isEqualTo(new ProviderBalanceLow(ACME, usd("9.99"), ALERT));
        var lower = low.purse().read(usd("3"), ALERT, NOON);
        assertThat(lower.event()).isNull();
        var restored = lower.purse().read(usd("50"), ALERT, NOON);
        assertThat(restored.event()).isEqualTo(new ProviderBalanceRestored(ACME, usd("50"), ALERT));
        assertThat(restored.purse().told()).isEqualTo(2);
    }

    @Test
    void at_zero_nothing_is_asked_for_and_above_zero_it_is_again() {
        var empty = read(UNKNOWN, "0");
        assertThat(empty.funds(NOON)).isEqualTo(Funds.EXHAUSTED);
        assertThat(empty.covers(usd("0.01"), NOON)).isFalse();
        var some = read(empty, "0.05");
        assertThat(some.funds(NOON)).isEqualTo(Funds.LOW);
        assertThat(some.covers(usd("0.01"), NOON)).isTrue();
    }

    @Test
    void who_knows_nothing_asks() {
        assertThat(UNKNOWN.covers(usd("100"), NOON)).isTrue();
        assertThat(UNKNOWN.funds(NOON)).isEqualTo(Funds.ENOUGH);
    }

    @Test
    void after_a_refusal_only_cheaper_numbers_are_asked_for() {
        var refused = read(UNKNOWN, "20").refused(usd("0.50"), NOON);
        assertThat(refused.covers(usd("0.50"), NOON)).isFalse();
        assertThat(refused.covers(usd("0.80"), NOON)).isFalse();
        assertThat(refused.covers(usd("0.49"), NOON)).isTrue();
        assertThat(refused.funds(NOON)).isEqualTo(Funds.LOW);
    }

    @Test
    void a_refusal_counts_until_the_balance_does_or_five_minutes_are_over() {
        var refused = UNKNOWN.refused(usd("0.50"), NOON);
        assertThat(read(refused, "0.49").covers(usd("0.50"), NOON)).isFalse();
        assertThat(read(refused, "0.50").covers(usd("0.50"), NOON)).isTrue();
        var later = NOON.plus(Duration.ofMinutes(5));
        assertThat(refused.covers(usd("0.50"), later.minusMillis(1))).isFalse();
        assertThat(refused.covers(usd("0.50"), later)).isTrue();
    }

    private static Purse read(Purse purse, String balance) {
        return purse.read(usd(balance), ALERT, NOON).purse();
    }
}
