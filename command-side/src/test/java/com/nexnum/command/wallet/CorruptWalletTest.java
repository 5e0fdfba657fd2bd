package com.nexnum.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.decision.Decision.Rejected;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletRejection.NotOpen;
import com.nexnum.kernel.wallet.WalletEvent;
import org.junit.jupiter.api.Test;

class CorruptWalletTest extends WalletStory {

    @Test
    void a_possible_past_is_read() {
        assertThat(past(opened(), deposited("5.00"), held("2.00"), captured("2.00", "1.00")))
                .isInstanceOf(WalletState.Open.class);
    }

    @Test
    void an_impossible_past_is_an_error() {
        isCorrupt(deposited("5.00"));
        isCorrupt(opened(), opened());
        isCorrupt(opened(), deposited("5.00"), deposited("5.00"));
        isCorrupt(opened(), held("1.00"));
        isCorrupt(opened(), deposited("5.00"), released("1.00"));
        isCorrupt(opened(), deposited("5.00"), held("2.00"), captured("2.01", "1.00"));
        isCorrupt(opened(), deposited("5.00"), held("2.00"), refunded("2.00", "1.00"));
        isCorrupt(
                opened(), deposited("5.00"), held("2.00"), released("2.00"), captured("2.00", "1"));
        isCorrupt(
                opened(), deposited("5.00"), held("2.00"), captured("2.00", "1"), released("2.00"));
    }

    @Test
    void a_wallet_that_is_not_open_decides_nothing() {
        assertThat(WalletDecider.decide(new ReleaseHold(WALLET, HOLD), new WalletState.Unopened()))
                .isEqualTo(new Rejected<>(new NotOpen()));
    }

    private static void isCorrupt(WalletEvent... events) {
        assertThatThrownBy(() -> past(events))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
    }

    private static WalletState past(WalletEvent... events) {
        WalletState state = new WalletState.Unopened();
        for (var event : events) {
            state = WalletState.evolve(state, event);
        }
        return state;
    }
}
