package com.nexnum.command.wallet;

import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletRejection.AmountNotPositive;
import com.nexnum.command.wallet.WalletRejection.CurrencyMismatch;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.HoldId;
import org.junit.jupiter.api.Test;

class HoldFundsTest extends WalletStory {

    @Test
    void holds_funds_that_are_available() {
        does(held("5.00"), hold("5.00"), opened(), deposited("5.00"));
    }

    @Test
    void refuses_a_hold_the_balance_does_not_cover() {
        refuses(
                new InsufficientFunds(usd("4.999999"), usd("5.00")),
                hold("5.00"),
                opened(),
                deposited("4.999999"));
    }

    @Test
    void refuses_to_hold_what_is_held_already() {
        refuses(
                new InsufficientFunds(usd("2.00"), usd("3.00")),
                new HoldFunds(WALLET, new HoldId("hold_2"), usd("3.00")),
                opened(),
                deposited("5.00"),
                held("3.00"));
    }

    @Test
    void a_repeat_takes_nothing_whatever_became_of_the_hold() {
        doesNothing(hold("2.00"), opened(), deposited("5.00"), held("2.00"));
        doesNothing(
                hold("2.00"), opened(), deposited("5.00"), held("2.00"), captured("2.00", "1.00"));
        doesNothing(hold("2.00"), opened(), deposited("5.00"), held("2.00"), released("2.00"));
        doesNothing(
                hold("2.00"),
                opened(),
                deposited("5.00"),
                held("2.00"),
                captured("2.00", "1.00"),
                refunded("2.00", "1.00"));
    }

    @Test
    void refuses_the_same_hold_for_another_amount() {
        refuses(
                new OperationReused(operation("hold:hold_1")),
                hold("3.00"),
                opened(),
                deposited("5.00"),
                held("2.00"));
    }

    @Test
    void refuses_to_hold_nothing_or_foreign_money() {
        refuses(new AmountNotPositive(), hold("0"), opened(), deposited("5.00"));
        refuses(
                new CurrencyMismatch(Currency.USD, Currency.EUR),
                new HoldFunds(WALLET, HOLD, Money.parse("1", Currency.EUR)),
                opened(),
                deposited("5.00"));
    }

    @Test
    void a_repeat_that_only_the_claim_table_remembers_is_no_refusal() {
        claims.claim(WALLET.value(), "hold:hold_1", "hold USD 9000000");
        doesNothing(hold("9.00"), opened(), deposited("5.00"));
        refuses(
                new OperationReused(operation("hold:hold_1")),
                hold("8.00"),
                opened(),
                deposited("5.00"));
    }

    private static HoldFunds hold(String amount) {
        return new HoldFunds(WALLET, HOLD, usd(amount));
    }
}
