package com.nexnum.command.wallet;

import static com.nexnum.command.decision.Decision.accept;
import static com.nexnum.command.decision.Decision.reject;

import com.nexnum.command.decision.Decision;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletCommand.RuleOutHold;
import com.nexnum.command.wallet.WalletRejection.ChargeNotRefundable;
import com.nexnum.command.wallet.WalletRejection.HoldNotHeld;
import com.nexnum.command.wallet.WalletRejection.HoldUnknown;
import com.nexnum.command.wallet.WalletRejection.SupplierCreditTooLarge;
import com.nexnum.command.wallet.WalletState.Charge;
import com.nexnum.command.wallet.WalletState.Open;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import com.nexnum.kernel.wallet.WalletEvent.HoldRuledOut;
import org.jspecify.annotations.Nullable;

/** The rules of holds: held, then captured or released; a captured one may be refunded, once. */
final class HoldDecider {

    static Decision<WalletEvent, WalletRejection> hold(HoldFunds command, Open wallet) {
        var known = known(wallet, command.holdId());
        return known == null
                ? WalletDecider.take(
                        wallet,
                        command.amount(),
                        new FundsHeld(
                                command.walletId(),
                                command.operationId(),
                                command.holdId(),
                                command.amount()))
                : WalletDecider.repeat(command, known.equals(command.amount()));
    }

    static Decision<WalletEvent, WalletRejection> capture(CaptureHold command, Open wallet) {
        var charge = wallet.charges().get(command.holdId().value());
        if (charge != null) {
            return WalletDecider.repeat(
                    command,
                    charge.provider().equals(command.provider())
                            && charge.supplierCost().equals(command.supplierCost()));
        }
        var held = wallet.holds().get(command.holdId().value());
        if (held == null) {
            return notHeld(wallet, command.holdId());
        }
        var mismatch = WalletDecider.foreign(wallet, command.supplierCost());
        if (mismatch != null) {
            return reject(mismatch);
        }
        return accept(
                new HoldCaptured(
                        command.walletId(),
                        command.operationId(),
                        command.holdId(),
                        held,
                        command.provider(),
                        command.supplierCost()));
    }

    static Decision<WalletEvent, WalletRejection> release(ReleaseHold command, Open wallet) {
        var held = wallet.holds().get(command.holdId().value());
        return held == null
                ? notHeld(wallet, command.holdId())
                : accept(
                        new HoldReleased(
                                command.walletId(), command.operationId(), command.holdId(), held));
    }

    static Decision<WalletEvent, WalletRejection> ruleOut(RuleOutHold command, Open wallet) {
        return known(wallet, command.holdId()) == null
                ? accept(
                        new HoldRuledOut(
                                command.walletId(), command.operationId(), command.holdId()))
                : WalletDecider.repeat(command, false);
    }

    static Decision<WalletEvent, WalletRejection> refund(RefundCharge command, Open wallet) {
        var charge = wallet.charges().get(command.holdId().value());
        if (charge == null) {
            var fate = wallet.fate(command.holdId());
            return reject(
                    fate == HoldFate.UNKNOWN
                            ? new HoldUnknown(command.holdId())
                            : new ChargeNotRefundable(command.holdId(), fate));
        }
        var mismatch = WalletDecider.foreign(wallet, command.supplierCredit());
        if (mismatch != null) {
            return reject(mismatch);
        }
        if (!charge.supplierCost().covers(command.supplierCredit())) {
            return reject(
                    new SupplierCreditTooLarge(charge.supplierCost(), command.supplierCredit()));
        }
        return accept(
                new ChargeRefunded(
                        command.walletId(),
                        command.operationId(),
                        command.holdId(),
                        charge.amount(),
                        charge.provider(),
                        command.supplierCredit()));
    }

    private static @Nullable Money known(Open wallet, HoldId hold) {
        var held = wallet.holds().get(hold.value());
        if (held != null) {
            return held;
        }
        @Nullable Charge charge = wallet.charges().get(hold.value());
        return charge == null ? null : charge.amount();
    }

    private static Decision<WalletEvent, WalletRejection> notHeld(Open wallet, HoldId hold) {
        var fate = wallet.fate(hold);
        return reject(
                fate == HoldFate.UNKNOWN ? new HoldUnknown(hold) : new HoldNotHeld(hold, fate));
    }

    private HoldDecider() {}
}
