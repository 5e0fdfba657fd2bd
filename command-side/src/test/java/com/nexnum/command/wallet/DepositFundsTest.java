package com.nexnum.command.wallet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletRejection.AmountNotPositive;
import com.nexnum.command.wallet.WalletRejection.BalanceLimit;
import com.nexnum.command.wallet.WalletRejection.CurrencyMismatch;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import org.junit.jupiter.api.Test;

class DepositFundsTest extends WalletStory {

    @Test
    void adds_to_what_is_available() {
        does(deposited("10.00"), deposit("deposit:1", usd("10.00")), opened());
    }

    @Test
    void adds_a_repeated_deposit_once() {
        doesNothing(deposit("deposit:1", usd("10.00")), opened(), deposited("10.00"));
    }

    @Test
    void adds_a_second_deposit_of_the_same_amount() {
        does(
                new FundsDeposited(WALLET, operation("deposit:2"), usd("10.00"), "sandbox"),
                deposit("deposit:2", usd("10.00")),
                opened(),
                deposited("10.00"));
    }

    @Test
    void refuses_the_same_deposit_with_another_amount() {
        refuses(
                new OperationReused(operation("deposit:1")),
                deposit("deposit:1", usd("10.01")),
                opened(),
                deposited("10.00"));
    }

    @Test
    void refuses_nothing_foreign_money_and_absurd_amounts() {
        refuses(new AmountNotPositive(), deposit("deposit:2", usd("0")), opened());
        refuses(
                new CurrencyMismatch(Currency.USD, Currency.EUR),
                deposit("deposit:2", Money.parse("1", Currency.EUR)),
                opened());
        refuses(
                new BalanceLimit(usd("1000000000")),
                deposit("deposit:2", usd("999999999.01")),
                opened(),
                deposited("1.00"));
    }

    @Test
    void refuses_a_deposit_that_no_gateway_vouches_for() {
        assertThatThrownBy(() -> new DepositFunds(WALLET, operation("d"), usd("1"), " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DepositFunds deposit(String id, Money amount) {
        return new DepositFunds(WALLET, operation(id), amount, "sandbox");
    }
}
