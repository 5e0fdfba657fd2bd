package com.nexnum.command.adjustment;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.Direction;

/**
 * What an administrator wants to be corrected.
 *
 * @param customer whose wallet it is
 * @param amount more than zero
 * @param reason 1 to 120 characters
 * @param evidence where the proof is, 1 to 500 characters
 */
record Proposal(
        CustomerId customer,
        Direction direction,
        Money amount,
        String reason,
        String evidence,
        CustomerId by) {

    Proposal {
        if (amount.isZero()) {
            throw new IllegalArgumentException("The amount of an adjustment is more than zero");
        }
    }
}
