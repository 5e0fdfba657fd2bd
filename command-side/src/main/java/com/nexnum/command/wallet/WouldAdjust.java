package com.nexnum.command.wallet;

import com.nexnum.command.wallet.WalletCommand.AdjustBalance;
import com.nexnum.kernel.wallet.WalletId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks what would become of an adjustment now, and does nothing: refused as that would be. */
public record WouldAdjust(AdjustBalance adjustment) {

    @TargetAggregateIdentifier
    public WalletId walletId() {
        return adjustment.walletId();
    }
}
