package com.nexnum.command.wallet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.wallet.WalletCommand.AdjustBalance;
import com.nexnum.command.wallet.WalletCommand.ChargePenalty;
import com.nexnum.command.wallet.WalletRejection.AmountNotPositive;
import com.nexnum.command.wallet.WalletRejection.BalanceLimit;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.kernel.wallet.WalletEvent.PenaltyCharged;
import org.junit.jupiter.api.Test;

/** Penalties and adjustments. */
class CorrectBalanceTest extends WalletStory {

    @Test
    void charges_a_penalty_the_balance_covers() {
        does(penalised("5.00"), penalty("5.00"), opened(), deposited("5.00"));
    }

    @Test
    void refuses_a_penalty_the_balance_does_not_cover() {
        refuses(
                new InsufficientFunds(usd("5.00"), usd("5.01")),
                penalty("5.01"),
                opened(),
                deposited("5.00"));
        refuses(new AmountNotPositive(), penalty("0"), opened(), deposited("5.00"));
    }

    @Test
    void charges_a_penalty_once_and_refuses_its_reuse() {
        doesNothing(penalty("1.00"), opened(), deposited("5.00"), penalised("1.00"));
        refuses(
                new OperationReused(operation("penalty:1")),
                penalty("2.00"),
                opened(),
                deposited("5.00"),
                penalised("1.00"));
    }

    @Test
    void adjusts_in_favour_of_the_customer() {
        does(
                adjusted(Direction.CREDIT, "3.00"),
                adjust(Direction.CREDIT, "3.00"),
                opened(),
                deposited("5.00"));
    }

    @Test
    void adjusts_at_the_expense_of_the_customer() {
        does(
                adjusted(Direction.DEBIT, "5.00"),
                adjust(Direction.DEBIT, "5.00"),
                opened(),
                deposited("5.00"));
    }

    @Test
    void refuses_to_adjust_below_zero_or_above_the_limit() {
        refuses(
                new InsufficientFunds(usd("5.00"), usd("5.01")),
                adjust(Direction.DEBIT, "5.01"),
                opened(),
                deposited("5.00"));
        refuses(
                new BalanceLimit(usd("1000000000")),
                adjust(Direction.CREDIT, "999999999"),
                opened(),
                deposited("5.00"));
    }

    @Test
    void adjusts_once_and_refuses_the_opposite_under_the_same_name() {
        doesNothing(
                adjust(Direction.CREDIT, "3.00"),
                opened(),
                deposited("5.00"),
                adjusted(Direction.CREDIT, "3.00"));
        refuses(
                new OperationReused(operation("adjust:1")),
                adjust(Direction.DEBIT, "3.00"),
                opened(),
                deposited("5.00"),
                adjusted(Direction.CREDIT, "3.00"));
    }

    @Test
    void refuses_a_correction_without_a_reason() {
        assertThatThrownBy(() -> new ChargePenalty(WALLET, operation("p"), usd("1"), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new AdjustBalance(
                                WALLET,
                                operation("a"),
                                Direction.CREDIT,
                                usd("1"),
                                "x".repeat(121),
                                "ticket 1",
                                "one",
                                "two"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ChargePenalty penalty(String amount) {
        return new ChargePenalty(WALLET, operation("penalty:1"), usd(amount), "abuse");
    }

    private static WalletEvent penalised(String amount) {
        return new PenaltyCharged(WALLET, operation("penalty:1"), usd(amount), "abuse");
    }

    private static AdjustBalance adjust(Direction direction, String amount) {
        return new AdjustBalance(
                WALLET,
                operation("adjust:1"),
                direction,
                usd(amount),
                "goodwill",
                "ticket 1",
                "one",
                "two");
    }

    private static WalletEvent adjusted(Direction direction, String amount) {
        return new BalanceAdjusted(
                WALLET,
                operation("adjust:1"),
                direction,
                usd(amount),
                "goodwill",
                "ticket 1",
                "one",
                "two");
    }
}
