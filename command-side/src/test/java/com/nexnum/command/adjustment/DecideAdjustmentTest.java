package com.nexnum.command.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.adjustment.AdjustmentCommand.Approve;
import com.nexnum.command.adjustment.AdjustmentCommand.Expire;
import com.nexnum.command.adjustment.AdjustmentCommand.Propose;
import com.nexnum.command.adjustment.AdjustmentCommand.RecordRefusal;
import com.nexnum.command.adjustment.AdjustmentCommand.Reject;
import com.nexnum.command.adjustment.AdjustmentCommand.Withdraw;
import com.nexnum.command.adjustment.AdjustmentRejection.IdReused;
import com.nexnum.command.adjustment.AdjustmentRejection.NotOpen;
import com.nexnum.command.adjustment.AdjustmentRejection.NotTheProposer;
import com.nexnum.command.adjustment.AdjustmentRejection.NotYet;
import com.nexnum.command.adjustment.AdjustmentRejection.OwnProposal;
import com.nexnum.command.adjustment.AdjustmentRejection.OwnWallet;
import com.nexnum.command.adjustment.AdjustmentRejection.Unknown;
import com.nexnum.kernel.adjustment.AdjustmentEvent;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentApproved;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentExpired;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRefused;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRejected;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentWithdrawn;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.platform.audit.Change;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecideAdjustmentTest extends AdjustmentStory {

    @Test
    void one_proposes() {
        does(proposed(), propose(ADA));
        assertThat(recorded).extracting(Change::what).containsExactly("adjustment.proposed");
        assertThat(origins).containsExactly(DESK);
    }

    @Test
    void another_approves() {
        does(approved(), approve(BEN), proposed());
        assertThat(recorded).extracting(Change::what).containsExactly("adjustment.approved");
        assertThat(recorded.getFirst().before()).containsEntry("status", "PROPOSED");
        assertThat(recorded.getFirst().after())
                .containsEntry("status", "APPROVED")
                .containsEntry("proposedBy", ADA.value());
    }

    @Test
    void another_rejects_with_a_reason() {
        does(new AdjustmentRejected(ID, BEN, "paid before"), reject(BEN), proposed());
    }

    @Test
    void the_proposer_withdraws() {
        does(new AdjustmentWithdrawn(ID, ADA), withdraw(ADA), proposed());
    }

    @Test
    void nobody_approves_or_rejects_his_own_proposal() {
        refuses(new OwnProposal(ID), approve(ADA), proposed());
        refuses(new OwnProposal(ID), reject(ADA), proposed());
        assertThat(recorded).isEmpty();
    }

    @Test
    void nobody_has_a_hand_in_his_own_wallet() {
        refuses(new OwnWallet(ID), new Propose(ID, proposal(CUSTOMER), END));
        refuses(new OwnWallet(ID), approve(CUSTOMER), proposed());
        refuses(new OwnWallet(ID), reject(CUSTOMER), proposed());
    }

    @Test
    void nobody_withdraws_what_another_proposed() {
        refuses(new NotTheProposer(ID), withdraw(BEN), proposed());
    }

    @Test
    void a_repeat_does_nothing() {
        doesNothing(propose(ADA), proposed());
        doesNothing(new Propose(ID, proposal(ADA), END.plusSeconds(9)), proposed(), approved());
        doesNothing(approve(BEN), proposed(), approved());
        doesNothing(reject(BEN), proposed(), new AdjustmentRejected(ID, BEN, "paid before"));
        doesNothing(withdraw(ADA), proposed(), new AdjustmentWithdrawn(ID, ADA));
        doesNothing(new RecordRefusal(ID, "X"), proposed(), approved(), refused());
        assertThat(recorded).isEmpty();
    }

    @Test
    void an_id_stands_for_one_proposal() {
        var more = new Proposal(CUSTOMER, Direction.CREDIT, Money.usd("4"), "goodwill", "t", ADA);
        refuses(new IdReused(ID), new Propose(ID, more, END), proposed());
        refuses(new IdReused(ID), new Propose(ID, more, END), proposed(), approved());
    }

    @Test
    void what_was_decided_stays_decided() {
        refuses(new NotOpen(ID, AdjustmentStatus.APPROVED), approve(CYD), proposed(), approved());
        refuses(new NotOpen(ID, AdjustmentStatus.APPROVED), reject(CYD), proposed(), approved());
        refuses(new NotOpen(ID, AdjustmentStatus.APPROVED), withdraw(ADA), proposed(), approved());
        for (var end : ends()) {
            var how = ((AdjustmentState.Ended) state(proposed(), end)).how();
            refuses(new NotOpen(ID, how), approve(BEN), proposed(), end);
        }
        refuses(
                new NotOpen(ID, AdjustmentStatus.REFUSED),
                approve(BEN),
                proposed(),
                approved(),
                refused());
    }

    @Test
    void a_proposal_ends_when_its_time_is_over() {
        refuses(new NotYet(ID, END), new Expire(ID, END.minusMillis(1)), proposed());
        does(new AdjustmentExpired(ID), new Expire(ID, END), proposed());
        doesNothing(new Expire(ID, END), proposed(), approved());
        doesNothing(new Expire(ID, END), proposed(), new AdjustmentWithdrawn(ID, ADA));
    }

    @Test
    void nobody_decides_a_proposal_whose_time_is_over() {
        var over = new NotOpen(ID, AdjustmentStatus.EXPIRED);
        refuses(over, new Approve(ID, BEN, END), proposed());
        refuses(over, new Reject(ID, BEN, "no", END), proposed());
        refuses(over, new Withdraw(ID, ADA, END), proposed());
    }

    @Test
    void the_wallet_refuses_only_what_was_approved() {
        does(refused(), new RecordRefusal(ID, "INSUFFICIENT_FUNDS"), proposed(), approved());
        refuses(
                new NotOpen(ID, AdjustmentStatus.PROPOSED),
                new RecordRefusal(ID, "INSUFFICIENT_FUNDS"),
                proposed());
    }

    @Test
    void nothing_is_decided_about_what_was_never_proposed() {
        refuses(new Unknown(ID), approve(BEN));
        refuses(new Unknown(ID), reject(BEN));
        refuses(new Unknown(ID), withdraw(ADA));
    }

    @ParameterizedTest
    @MethodSource("corruptPasts")
    void an_impossible_past_is_an_error(List<AdjustmentEvent> past) {
        assertThatThrownBy(() -> state(past.toArray(AdjustmentEvent[]::new)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("impossible");
    }

    static List<List<AdjustmentEvent>> corruptPasts() {
        var byOne =
                new AdjustmentApproved(
                        ID, CUSTOMER, Direction.CREDIT, AMOUNT, "goodwill", "ticket 1", ADA, ADA);
        return List.of(
                List.of(approved()),
                List.of(proposed(), byOne),
                List.of(proposed(), proposed()),
                List.of(proposed(), refused()),
                List.of(proposed(), approved(), new AdjustmentExpired(ID)));
    }

    private static AdjustmentEvent refused() {
        return new AdjustmentRefused(ID, "INSUFFICIENT_FUNDS");
    }

    private static List<AdjustmentEvent> ends() {
        return List.of(
                new AdjustmentRejected(ID, CYD, "no"),
                new AdjustmentWithdrawn(ID, ADA),
                new AdjustmentExpired(ID));
    }

    private static AdjustmentState state(AdjustmentEvent... past) {
        AdjustmentState state = new AdjustmentState.Absent();
        for (var event : past) {
            state = AdjustmentState.evolve(state, event);
        }
        return state;
    }
}
