package com.nexnum.command.wallet;

import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletRejection.HoldNotHeld;
import com.nexnum.command.wallet.WalletRejection.HoldUnknown;
import org.junit.jupiter.api.Test;

class ReleaseHoldTest extends WalletStory {

    private final ReleaseHold release = new ReleaseHold(WALLET, HOLD);

    @Test
    void gives_the_held_funds_back() {
        does(released("2.00"), release, opened(), deposited("5.00"), held("2.00"));
    }

    @Test
    void gives_them_back_once() {
        doesNothing(release, opened(), deposited("5.00"), held("2.00"), released("2.00"));
    }

    @Test
    void refuses_a_captured_or_refunded_hold() {
        refuses(
                new HoldNotHeld(HOLD, HoldFate.CAPTURED),
                release,
                opened(),
                deposited("5.00"),
                held("2.00"),
                captured("2.00", "1.00"));
        refuses(
                new HoldNotHeld(HOLD, HoldFate.REFUNDED),
                release,
                opened(),
                deposited("5.00"),
                held("2.00"),
                captured("2.00", "1.00"),
                refunded("2.00", "1.00"));
    }

    @Test
    void refuses_a_hold_that_never_was() {
        refuses(new HoldUnknown(HOLD), release, opened(), deposited("5.00"));
    }
}
