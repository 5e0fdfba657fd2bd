package com.nexnum.command.wallet;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import com.nexnum.kernel.wallet.WalletEvent.HoldRuledOut;
import com.nexnum.kernel.wallet.WalletEvent.PenaltyCharged;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.kernel.wallet.WalletId;

/**
 * The names and contents of wallet operations. They are stored for ever beside the events: changing
 * one spelling here makes every late repeat look like a reuse.
 */
final class Operations {

    static final String RELEASE = "release";
    static final String RULE_OUT = "rule out";

    static OperationId open(WalletId wallet) {
        return new OperationId("open:" + wallet);
    }

    static OperationId hold(HoldId hold) {
        return new OperationId("hold:" + hold);
    }

    static OperationId capture(HoldId hold) {
        return new OperationId("capture:" + hold);
    }

    static OperationId release(HoldId hold) {
        return new OperationId("release:" + hold);
    }

    static OperationId refund(HoldId hold) {
        return new OperationId("refund:" + hold);
    }

    static String open(Currency currency) {
        return "open " + currency;
    }

    static String deposit(Money amount, String gateway) {
        return "deposit " + micros(amount) + " " + gateway;
    }

    static String hold(Money amount) {
        return "hold " + micros(amount);
    }

    static String capture(ProviderSlug provider, Money cost) {
        return "capture " + provider + " " + micros(cost);
    }

    static String refund(Money credit) {
        return "refund " + micros(credit);
    }

    static String penalty(Money amount, String reason) {
        return "penalty " + micros(amount) + " " + reason;
    }

    static String adjust(Direction direction, Money amount, String reason, String approvedBy) {
        return "adjust " + direction + " " + micros(amount) + " " + approvedBy + " " + reason;
    }

    /** What was asked when this happened: the same words as the command's content. */
    static String contentOf(WalletEvent event) {
        return switch (event) {
            case WalletOpened opened -> open(opened.currency());
            case FundsDeposited deposited -> deposit(deposited.amount(), deposited.gateway());
            case FundsHeld held -> hold(held.amount());
            case HoldCaptured captured -> capture(captured.provider(), captured.supplierCost());
            case HoldReleased _ -> RELEASE;
            case HoldRuledOut _ -> RULE_OUT;
            case ChargeRefunded refunded -> refund(refunded.supplierCredit());
            case PenaltyCharged charged -> penalty(charged.amount(), charged.reason());
            case BalanceAdjusted adjusted ->
                    adjust(
                            adjusted.direction(),
                            adjusted.amount(),
                            adjusted.reason(),
                            adjusted.approvedBy());
        };
    }

    static void requireText(String what, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(
                    "The " + what + " must have 1 to " + most + " characters");
        }
    }

    /** Micros and not decimals: this runs for every event of a replay. */
    private static String micros(Money money) {
        return money.currency() + " " + money.micros();
    }

    private Operations() {}
}
