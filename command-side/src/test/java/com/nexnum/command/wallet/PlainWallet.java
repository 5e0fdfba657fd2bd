package com.nexnum.command.wallet;

import com.nexnum.command.wallet.WalletCommand.AdjustBalance;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.ChargePenalty;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletCommand.RuleOutHold;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The same rules in the plainest form: mutable, never forgetting, and without any reason given. */
final class PlainWallet {

    long available;
    final Map<String, Long> held = new HashMap<>();
    final Map<String, long[]> charged = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    /** Whether the command changes anything. */
    boolean changes(WalletCommand command) {
        if (done.contains(command.operationId().value()) || !apply(command)) {
            return false;
        }
        return done.add(command.operationId().value());
    }

    private boolean apply(WalletCommand command) {
        return switch (command) {
            case OpenWallet _ -> false;
            case DepositFunds deposit -> move(deposit.amount().micros(), true);
            case HoldFunds hold -> {
                boolean taken = move(hold.amount().micros(), false);
                if (taken) {
                    held.put(hold.holdId().value(), hold.amount().micros());
                }
                yield taken;
            }
            case CaptureHold capture -> {
                var amount = held.remove(capture.holdId().value());
                if (amount != null) {
                    charged.put(
                            capture.holdId().value(),
                            new long[] {amount, capture.supplierCost().micros()});
                }
                yield amount != null;
            }
            case RuleOutHold _ -> true;
            case ReleaseHold release -> {
                var amount = held.remove(release.holdId().value());
                available += amount == null ? 0 : amount;
                yield amount != null;
            }
            case RefundCharge refund -> {
                var charge = charged.get(refund.holdId().value());
                if (charge == null || refund.supplierCredit().micros() > charge[1]) {
                    yield false;
                }
                charged.remove(refund.holdId().value());
                available += charge[0];
                yield true;
            }
            case ChargePenalty penalty -> move(penalty.amount().micros(), false);
            case AdjustBalance adjust ->
                    move(adjust.amount().micros(), adjust.direction() == Direction.CREDIT);
        };
    }

    private boolean move(long micros, boolean in) {
        if (micros == 0 || (!in && available < micros)) {
            return false;
        }
        available += in ? micros : -micros;
        return true;
    }
}
