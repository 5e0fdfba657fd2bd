package com.nexnum.command.wallet;

import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletRejection.CurrencyMismatch;
import com.nexnum.command.wallet.WalletRejection.HoldNotHeld;
import com.nexnum.command.wallet.WalletRejection.HoldUnknown;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import org.junit.jupiter.api.Test;

class CaptureHoldTest extends WalletStory {

    @Test
    void captures_exactly_what_is_held() {
        does(captured("2.00", "1.20"), capture("1.20"), opened(), deposited("5.00"), held("2.00"));
    }

    @Test
    void captures_a_number_that_cost_us_nothing() {
        does(captured("2.00", "0"), capture("0"), opened(), deposited("5.00"), held("2.00"));
    }

    @Test
    void a_repeat_does_nothing_even_after_the_refund() {
        doesNothing(
                capture("1.20"),
                opened(),
                deposited("5.00"),
                held("2.00"),
                captured("2.00", "1.20"));
        doesNothing(
                capture("1.20"),
                opened(),
                deposited("5.00"),
                held("2.00"),
                captured("2.00", "1.20"),
                refunded("2.00", "0"));
    }

    @Test
    void refuses_a_repeat_at_another_cost() {
        refuses(
                new OperationReused(operation("capture:hold_1")),
                capture("1.30"),
                opened(),
                deposited("5.00"),
                held("2.00"),
                captured("2.00", "1.20"));
    }

    @Test
    void refuses_a_released_hold() {
        refuses(
                new HoldNotHeld(HOLD, HoldFate.RELEASED),
                capture("1.20"),
                opened(),
                deposited("5.00"),
                held("2.00"),
                released("2.00"));
    }

    @Test
    void refuses_a_hold_that_never_was_and_a_foreign_cost() {
        refuses(new HoldUnknown(HOLD), capture("1.20"), opened(), deposited("5.00"));
        refuses(
                new CurrencyMismatch(Currency.USD, Currency.EUR),
                new CaptureHold(WALLET, HOLD, PROVIDER, Money.parse("1", Currency.EUR)),
                opened(),
                deposited("5.00"),
                held("2.00"));
    }

    private static CaptureHold capture(String cost) {
        return new CaptureHold(WALLET, HOLD, PROVIDER, usd(cost));
    }
}
