package com.nexnum.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.wallet.WalletState.Open;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WalletSnapshotTest extends WalletStory {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void a_state_survives_being_written_and_read() {
        var state = lived();
        assertThat(json.readValue(json.writeValueAsString(state), WalletState.class))
                .isEqualTo(state);
    }

    @Test
    void a_read_state_goes_on_as_if_it_had_never_been_written() {
        var read = json.readValue(json.writeValueAsString(lived()), WalletState.class);
        var next = new FundsHeld(WALLET, operation("hold:h9"), new HoldId("hold_9"), usd("0.01"));
        assertThat(WalletState.evolve(read, next)).isEqualTo(WalletState.evolve(lived(), next));
    }

    @Test
    void an_unopened_wallet_is_read_as_such() {
        var state = new WalletState.Unopened();
        assertThat(json.readValue(json.writeValueAsString(state), WalletState.class))
                .isEqualTo(state);
    }

    @Test
    void a_snapshot_of_the_aggregate_is_its_id_and_its_state() {
        var serializer = Jackson3Serializer.builder().build();
        var wallet = new Wallet();
        wallet.on(opened());
        var written = serializer.serialize(wallet, String.class);
        assertThat(written.getType().getRevision()).isEqualTo("1");
        assertThat(json.readTree(written.getData()).propertyNames())
                .containsExactlyInAnyOrder("id", "state");
        var read = serializer.<String, Wallet>deserialize(written);
        assertThat(serializer.serialize(read, String.class).getData()).isEqualTo(written.getData());
    }

    private static WalletState lived() {
        WalletState state = WalletState.evolve(new WalletState.Unopened(), opened());
        state = WalletState.evolve(state, deposited("100.00"));
        for (int i = 0; i < 1_100; i++) {
            var hold = new HoldId("hold_many_" + i);
            state =
                    WalletState.evolve(
                            state,
                            new FundsHeld(WALLET, operation("hold:" + hold), hold, usd("0.01")));
        }
        state = WalletState.evolve(state, held("2.00"));
        state = WalletState.evolve(state, captured("2.00", "1.00"));
        assertThat(((Open) state).operations().size()).isEqualTo(1_000);
        return state;
    }
}
