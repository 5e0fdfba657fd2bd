package com.nexnum.command.wallet;

import static com.nexnum.command.decision.Decision.accept;
import static com.nexnum.command.decision.Decision.alreadyDone;
import static com.nexnum.command.decision.Decision.reject;

import com.nexnum.command.decision.Decision;
import com.nexnum.command.wallet.WalletCommand.AdjustBalance;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.ChargePenalty;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletCommand.RuleOutHold;
import com.nexnum.command.wallet.WalletRejection.AmountNotPositive;
import com.nexnum.command.wallet.WalletRejection.BalanceLimit;
import com.nexnum.command.wallet.WalletRejection.CurrencyMismatch;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.command.wallet.WalletRejection.NotOpen;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.command.wallet.WalletState.Open;
import com.nexnum.command.wallet.WalletState.Unopened;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.PenaltyCharged;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import org.jspecify.annotations.Nullable;

/** The rules of a wallet, with no framework, no clock and no I/O. */
final class WalletDecider {

    /** A billion units: far from where a long of micros overflows. */
    static final long LIMIT_MICROS = 1_000_000_000L * 1_000_000;

    static Decision<WalletEvent, WalletRejection> decide(WalletCommand command, WalletState state) {
        return switch (state) {
            case Unopened _ -> open(command);
            case Open wallet -> {
                var done = wallet.operations().get(command.operationId().value());
                yield done == null
                        ? decide(command, wallet)
                        : repeat(command, done.equals(command.content()));
            }
        };
    }

    private static Decision<WalletEvent, WalletRejection> open(WalletCommand command) {
        return command instanceof OpenWallet(var wallet, var currency)
                ? accept(
                        new WalletOpened(
                                wallet, command.operationId(), wallet.customer(), currency))
                : reject(new NotOpen());
    }

    private static Decision<WalletEvent, WalletRejection> decide(
            WalletCommand command, Open wallet) {
        return switch (command) {
            case OpenWallet again ->
                    repeat(again, again.currency() == wallet.available().currency());
            case DepositFunds(var id, var operation, var amount, var gateway) ->
                    give(wallet, amount, new FundsDeposited(id, operation, amount, gateway));
            case HoldFunds hold -> HoldDecider.hold(hold, wallet);
            case CaptureHold capture -> HoldDecider.capture(capture, wallet);
            case ReleaseHold release -> HoldDecider.release(release, wallet);
            case RuleOutHold ruleOut -> HoldDecider.ruleOut(ruleOut, wallet);
            case RefundCharge refund -> HoldDecider.refund(refund, wallet);
            case ChargePenalty(var id, var operation, var amount, var reason) ->
                    take(wallet, amount, new PenaltyCharged(id, operation, amount, reason));
            case AdjustBalance adjust -> adjust(adjust, wallet);
        };
    }

    private static Decision<WalletEvent, WalletRejection> adjust(
            AdjustBalance command, Open wallet) {
        var event =
                new BalanceAdjusted(
                        command.walletId(),
                        command.operationId(),
                        command.direction(),
                        command.amount(),
                        command.reason(),
                        command.evidence(),
                        command.proposedBy(),
                        command.approvedBy());
        return switch (command.direction()) {
            case CREDIT -> give(wallet, command.amount(), event);
            case DEBIT -> take(wallet, command.amount(), event);
        };
    }

    private static Decision<WalletEvent, WalletRejection> give(
            Open wallet, Money amount, WalletEvent event) {
        var unfit = unfit(wallet, amount);
        if (unfit != null) {
            return reject(unfit);
        }
        return amount.micros() > LIMIT_MICROS - wallet.available().micros()
                ? reject(new BalanceLimit(new Money(amount.currency(), LIMIT_MICROS)))
                : accept(event);
    }

    static Decision<WalletEvent, WalletRejection> take(
            Open wallet, Money amount, WalletEvent event) {
        var unfit = unfit(wallet, amount);
        if (unfit != null) {
            return reject(unfit);
        }
        return wallet.available().covers(amount)
                ? accept(event)
                : reject(new InsufficientFunds(wallet.available(), amount));
    }

    private static @Nullable WalletRejection unfit(Open wallet, Money amount) {
        return amount.isZero() ? new AmountNotPositive() : foreign(wallet, amount);
    }

    static @Nullable WalletRejection foreign(Open wallet, Money amount) {
        var own = wallet.available().currency();
        return amount.currency() == own ? null : new CurrencyMismatch(own, amount.currency());
    }

    static Decision<WalletEvent, WalletRejection> repeat(WalletCommand command, boolean same) {
        return same ? alreadyDone() : reject(new OperationReused(command.operationId()));
    }

    private WalletDecider() {}
}
