package com.nexnum.query.balance;

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

/** By how many millionths an event moves what is available and what is held. */
public record BalanceChange(long available, long held) {

    public static BalanceChange of(WalletEvent event) {
        return switch (event) {
            case WalletOpened _, HoldRuledOut _ -> new BalanceChange(0, 0);
            case FundsDeposited e -> new BalanceChange(e.amount().micros(), 0);
            case FundsHeld e -> new BalanceChange(-e.amount().micros(), e.amount().micros());
            case HoldCaptured e -> new BalanceChange(0, -e.amount().micros());
            case HoldReleased e -> new BalanceChange(e.amount().micros(), -e.amount().micros());
            case ChargeRefunded e -> new BalanceChange(e.amount().micros(), 0);
            case PenaltyCharged e -> new BalanceChange(-e.amount().micros(), 0);
            case BalanceAdjusted e ->
                    switch (e.direction()) {
                        case CREDIT -> new BalanceChange(e.amount().micros(), 0);
                        case DEBIT -> new BalanceChange(-e.amount().micros(), 0);
                    };
        };
    }
}
