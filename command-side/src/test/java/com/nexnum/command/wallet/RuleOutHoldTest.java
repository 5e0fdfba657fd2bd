package com.nexnum.command.wallet;

import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.RuleOutHold;
import com.nexnum.command.wallet.WalletRejection.NotOpen;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.HoldRuledOut;
import org.junit.jupiter.api.Test;

class RuleOutHoldTest extends WalletStory {

    private static final WalletEvent RULED_OUT =
            new HoldRuledOut(WALLET, operation("hold:hold_1"), HOLD);
    private static final OperationReused MADE = new OperationReused(operation("hold:hold_1"));

    private final RuleOutHold ruleOut = new RuleOutHold(WALLET, HOLD);

    @Test
    void rules_out_a_hold_that_never_was_once() {
        does(RULED_OUT, ruleOut, opened(), deposited("5.00"));
        doesNothing(ruleOut, opened(), deposited("5.00"), RULED_OUT);
    }

    @Test
    void refuses_the_hold_from_then_on() {
        refuses(
                MADE,
                new HoldFunds(WALLET, HOLD, usd("1.00")),
                opened(),
                deposited("5.00"),
                RULED_OUT);
    }

    @Test
    void refuses_once_there_was_a_hold() {
        refuses(MADE, ruleOut, opened(), deposited("5.00"), held("2.00"));
        refuses(MADE, ruleOut, opened(), deposited("5.00"), held("2.00"), released("2.00"));
        refuses(MADE, ruleOut, opened(), deposited("5.00"), held("2.00"), captured("2.00", "1.00"));
    }

    @Test
    void refuses_without_a_wallet() {
        refuses(new NotOpen(), ruleOut);
    }
}
