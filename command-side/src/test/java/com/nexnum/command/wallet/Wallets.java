package com.nexnum.command.wallet;

import com.nexnum.command.decision.Folded;
import com.nexnum.kernel.wallet.WalletEvent;

/** Wallets for the models of their neighbours, by the real rules. */
public final class Wallets {

    public static Folded<WalletCommand, WalletEvent, WalletRejection, ?> fresh() {
        return new Folded<>(new WalletState.Unopened(), WalletDecider::decide, WalletState::evolve);
    }

    private Wallets() {}
}
