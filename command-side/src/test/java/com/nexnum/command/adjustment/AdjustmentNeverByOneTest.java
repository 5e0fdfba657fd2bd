package com.nexnum.command.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.adjustment.AdjustmentCommand.Approve;
import com.nexnum.command.adjustment.AdjustmentCommand.Expire;
import com.nexnum.command.adjustment.AdjustmentCommand.Propose;
import com.nexnum.command.adjustment.AdjustmentCommand.RecordRefusal;
import com.nexnum.command.adjustment.AdjustmentCommand.Reject;
import com.nexnum.command.adjustment.AdjustmentCommand.Withdraw;
import com.nexnum.command.decision.Decision.Accepted;
import com.nexnum.kernel.adjustment.AdjustmentEvent;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentApproved;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentExpired;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentProposed;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRefused;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever asks for what, in whatever order and how often: money needs two, and is decided once. */
class AdjustmentNeverByOneTest extends AdjustmentStory {

    private static final List<CustomerId> ANYBODY = List.of(ADA, BEN, CYD, CUSTOMER);

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void money_needs_two_and_is_decided_once(long seed) {
        var random = new SplittableRandom(seed);
        AdjustmentState state = new AdjustmentState.Absent();
        var past = new ArrayList<AdjustmentEvent>();
        for (int step = 0; step < 40; step++) {
            var command = anyCommand(random);
            if (AdjustmentDecider.decide(command, state) instanceof Accepted(var events)) {
                for (var event : events) {
                    state = AdjustmentState.evolve(state, event);
                    past.add(event);
                }
                assertThat(AdjustmentDecider.decide(command, state))
                        .as("the same once more")
                        .isEqualTo(new Accepted<AdjustmentEvent, AdjustmentRejection>(List.of()));
            }
        }
        isDecidedOnce(past);
        assertThat(past).filteredOn(AdjustmentApproved.class::isInstance).allSatisfy(this::byTwo);
        assertThat(replayed(past)).isEqualTo(state);
    }

    private static void isDecidedOnce(List<AdjustmentEvent> past) {
        assertThat(past).hasSizeLessThanOrEqualTo(3);
        if (!past.isEmpty()) {
            assertThat(past.getFirst()).isInstanceOf(AdjustmentProposed.class);
        }
        if (past.size() == 3) {
            assertThat(past.get(1)).isInstanceOf(AdjustmentApproved.class);
            assertThat(past.get(2)).isInstanceOf(AdjustmentRefused.class);
        }
        assertThat(past)
                .filteredOn(AdjustmentExpired.class::isInstance)
                .hasSizeLessThanOrEqualTo(1);
    }

    private void byTwo(AdjustmentEvent event) {
        var approved = (AdjustmentApproved) event;
        assertThat(approved.approvedBy()).isNotEqualTo(approved.proposedBy());
        assertThat(approved.approvedBy()).isNotEqualTo(approved.customerId());
        assertThat(approved.proposedBy()).isNotEqualTo(approved.customerId());
    }

    private static AdjustmentState replayed(List<AdjustmentEvent> past) {
        AdjustmentState state = new AdjustmentState.Absent();
        for (var event : past) {
            state = AdjustmentState.evolve(state, event);
        }
        return state;
    }

    private static AdjustmentCommand anyCommand(SplittableRandom random) {
        var by = ANYBODY.get(random.nextInt(ANYBODY.size()));
        Instant now = random.nextInt(10) == 0 ? END : NOON;
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Propose(ID, anyProposal(random, by), END);
            case 3, 4, 5, 6 -> new Approve(ID, by, now);
            case 7 -> new Reject(ID, by, "no", now);
            case 8 -> new Withdraw(ID, by, now);
            case 9 -> new Expire(ID, now);
            default -> new RecordRefusal(ID, "INSUFFICIENT_FUNDS");
        };
    }

    private static Proposal anyProposal(SplittableRandom random, CustomerId by) {
        var direction = random.nextBoolean() ? Direction.CREDIT : Direction.DEBIT;
        var amount = Money.usd(random.nextBoolean() ? "1.00" : "2.00");
        return new Proposal(CUSTOMER, direction, amount, "goodwill", "ticket 1", by);
    }
}
