package com.nexnum.query.ledger;

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

/** What an entry belongs to, why it was made and who answers for it, where the event tells. */
record Context(
        @Nullable HoldId hold,
        @Nullable String reason,
        @Nullable String evidence,
        @Nullable String proposedBy,
        @Nullable String approvedBy) {

    private static final Context NONE = new Context(null, null, null, null, null);

    static Context of(WalletEvent event) {
        return switch (event) {
            case WalletOpened _ -> NONE;
            case FundsDeposited _ -> NONE;
            case FundsHeld e -> of(e.holdId());
            case HoldCaptured e -> of(e.holdId());
            case HoldRuledOut e -> of(e.holdId());
            case HoldReleased e -> of(e.holdId());
            case ChargeRefunded e -> of(e.holdId());
            case PenaltyCharged e -> new Context(null, e.reason(), null, null, null);
            case BalanceAdjusted e ->
                    new Context(null, e.reason(), e.evidence(), e.proposedBy(), e.approvedBy());
        };
    }

    private static Context of(HoldId hold) {
        return new Context(hold, null, null, null, null);
    }

    @Nullable String holdId() {
        return hold == null ? null : hold.value();
    }
}
