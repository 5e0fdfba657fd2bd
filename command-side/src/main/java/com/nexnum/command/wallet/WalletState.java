package com.nexnum.command.wallet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.nexnum.command.decision.Memory;
import com.nexnum.command.wallet.WalletState.Open;
import com.nexnum.command.wallet.WalletState.Unopened;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import com.nexnum.kernel.wallet.WalletEvent.HoldRuledOut;
import com.nexnum.kernel.wallet.WalletEvent.PenaltyCharged;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import org.jspecify.annotations.Nullable;

/** What a wallet's past amounts to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Unopened.class, name = "unopened"),
    @JsonSubTypes.Type(value = Open.class, name = "open")
})
sealed interface WalletState {

    int REMEMBERED_OPERATIONS = 1_000;

    /** More charges than any customer makes in the hours in which a charge may be refunded. */
    int REFUNDABLE_CHARGES = 20_000;

    record Unopened() implements WalletState {}

    /**
     * @param holds amounts by hold id
     * @param charges captured holds that may still be refunded, by hold id
     * @param operations contents by operation id; a settled hold stays known here, because a late
     *     retry must not take the money twice
     */
    record Open(
            Money available, Memory<Money> holds, Memory<Charge> charges, Memory<String> operations)
            implements WalletState {

        static Open with(Money available) {
            return new Open(
                    available,
                    Memory.boundless(),
                    Memory.ofLast(REFUNDABLE_CHARGES),
                    Memory.ofLast(REMEMBERED_OPERATIONS));
        }

        HoldFate fate(HoldId hold) {
            if (holds.get(hold.value()) != null) {
                return HoldFate.HELD;
            }
            if (charges.get(hold.value()) != null) {
                return HoldFate.CAPTURED;
            }
            if (operations.get(Operations.refund(hold).value()) != null) {
                return HoldFate.REFUNDED;
            }
            return operations.get(Operations.release(hold).value()) == null
                    ? HoldFate.UNKNOWN
                    : HoldFate.RELEASED;
        }

        private Open with(Money available, Memory<Money> holds, Memory<Charge> charges) {
            return new Open(available, holds, charges, operations);
        }

        private Open holding(Money available) {
            return with(available, holds, charges);
        }

        private Open remembering(WalletEvent event) {
            return new Open(
                    available,
                    holds,
                    charges,
                    operations.with(event.operationId().value(), Operations.contentOf(event)));
        }
    }

    record Charge(Money amount, ProviderSlug provider, Money supplierCost) {}

    /**
     * @throws RuntimeException when the event cannot have happened after this state
     */
    static WalletState evolve(WalletState state, WalletEvent event) {
        if (event instanceof WalletOpened opened) {
            possible(state instanceof Unopened, event);
            return Open.with(Money.zero(opened.currency())).remembering(event);
        }
        possible(state instanceof Open, event);
        return evolve((Open) state, event).remembering(event);
    }

    private static Open evolve(Open wallet, WalletEvent event) {
        return switch (event) {
            case WalletOpened _ -> throw new AssertionError(event);
            case FundsDeposited deposited ->
                    wallet.holding(wallet.available().plus(deposited.amount()));
            case FundsHeld held ->
                    wallet.with(
                            wallet.available().minus(held.amount()),
                            wallet.holds().with(held.holdId().value(), held.amount()),
                            wallet.charges());
            case HoldCaptured captured -> captured(wallet, captured);
            case HoldReleased released -> released(wallet, released);
            case HoldRuledOut ruledOut -> {
                possible(wallet.holds().get(ruledOut.holdId().value()) == null, ruledOut);
                yield wallet;
            }
            case ChargeRefunded refunded -> refunded(wallet, refunded);
            case PenaltyCharged charged ->
                    wallet.holding(wallet.available().minus(charged.amount()));
            case BalanceAdjusted adjusted ->
                    wallet.holding(
                            switch (adjusted.direction()) {
                                case CREDIT -> wallet.available().plus(adjusted.amount());
                                case DEBIT -> wallet.available().minus(adjusted.amount());
                            });
        };
    }

    private static Open captured(Open wallet, HoldCaptured captured) {
        var hold = captured.holdId().value();
        possible(captured.amount().equals(wallet.holds().get(hold)), captured);
        return wallet.with(
                wallet.available(),
                wallet.holds().without(hold),
                wallet.charges()
                        .with(
                                hold,
                                new Charge(
                                        captured.amount(),
                                        captured.provider(),
                                        captured.supplierCost())));
    }

    private static Open released(Open wallet, HoldReleased released) {
        var hold = released.holdId().value();
        possible(released.amount().equals(wallet.holds().get(hold)), released);
        return wallet.with(
                wallet.available().plus(released.amount()),
                wallet.holds().without(hold),
                wallet.charges());
    }

    private static Open refunded(Open wallet, ChargeRefunded refunded) {
        var hold = refunded.holdId().value();
        @Nullable Charge charge = wallet.charges().get(hold);
        possible(charge != null && charge.amount().equals(refunded.amount()), refunded);
        return wallet.with(
                wallet.available().plus(refunded.amount()),
                wallet.holds(),
                wallet.charges().without(hold));
    }

    private static void possible(boolean possible, WalletEvent event) {
        if (!possible) {
            throw new IllegalStateException("Corrupt stream: impossible now: " + event);
        }
    }
}
