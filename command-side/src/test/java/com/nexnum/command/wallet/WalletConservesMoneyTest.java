package com.nexnum.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.decision.Decision.Accepted;
import com.nexnum.command.decision.Memory;
import com.nexnum.command.wallet.ClaimTable.DoneBefore;
import com.nexnum.command.wallet.WalletCommand.AdjustBalance;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.ChargePenalty;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletCommand.RuleOutHold;
import com.nexnum.command.wallet.WalletState.Open;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import com.nexnum.kernel.wallet.WalletEvent.HoldRuledOut;
import com.nexnum.kernel.wallet.WalletEvent.PenaltyCharged;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A wallet never makes or loses a cent, whatever it is asked, in whatever order and how often; a
 * failing seed is its own reproduction.
 */
class WalletConservesMoneyTest extends WalletStory {

    private static final int STEPS = 60;

    private final PlainWallet plain = new PlainWallet();
    private final List<WalletEvent> past = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_is_asked_no_cent_appears_or_vanishes(long seed) {
        var random = new SplittableRandom(seed);
        var start = remembering(random.nextBoolean() ? 1_000 : random.nextInt(1, 8));
        var state = start;
        var asked = new ArrayList<WalletCommand>();
        for (int step = 0; step < STEPS; step++) {
            boolean again = !asked.isEmpty() && random.nextInt(3) == 0;
            var command = again ? asked.get(random.nextInt(asked.size())) : anyCommand(random);
            asked.add(command);
            int before = past.size();
            state = carried(command, state);
            assertThat(past.size() > before).as("%s", command).isEqualTo(plain.changes(command));
            agrees(state);
        }
        assertThat(posted()).isEqualTo(state.available().micros() + held(state) + charged(state));
        assertThat(replayed(start)).isEqualTo(state);
        assertThat(past.stream().map(WalletEvent::operationId)).doesNotHaveDuplicates();
    }

    /** What the shell does: decide, claim, apply; a claim that is taken undoes it all. */
    private Open carried(WalletCommand command, Open state) {
        if (!(WalletDecider.decide(command, state) instanceof Accepted(var events))
                || events.isEmpty()) {
            return state;
        }
        try {
            claims.claim("w", command.operationId().value(), command.content());
        } catch (DoneBefore _) {
            return state;
        }
        var next = state;
        for (var event : events) {
            assertThat(Operations.contentOf(event)).isEqualTo(command.content());
            assertThat(event.operationId()).isEqualTo(command.operationId());
            next = (Open) WalletState.evolve(next, event);
            past.add(event);
        }
        return next;
    }

    private void agrees(Open state) {
        assertThat(state.available().micros()).isEqualTo(plain.available).isNotNegative();
        assertThat(state.holds().asMap().keySet()).isEqualTo(plain.held.keySet());
        assertThat(state.charges().asMap().keySet()).isEqualTo(plain.charged.keySet());
    }

    private long posted() {
        return past.stream().mapToLong(WalletConservesMoneyTest::fromOutside).sum();
    }

    private static long fromOutside(WalletEvent event) {
        return switch (event) {
            case FundsDeposited deposited -> deposited.amount().micros();
            case PenaltyCharged penalty -> -penalty.amount().micros();
            case BalanceAdjusted adjusted ->
                    adjusted.direction() == Direction.CREDIT
                            ? adjusted.amount().micros()
                            : -adjusted.amount().micros();
            case WalletOpened _,
                    FundsHeld _,
                    HoldRuledOut _,
                    HoldReleased _,
                    HoldCaptured _,
                    ChargeRefunded _ ->
                    0;
        };
    }

    private static long held(Open state) {
        return state.holds().asMap().values().stream().mapToLong(Money::micros).sum();
    }

    private long charged(Open state) {
        long captured = 0;
        long refunded = 0;
        for (var event : past) {
            captured += event instanceof HoldCaptured capture ? capture.amount().micros() : 0;
            refunded += event instanceof ChargeRefunded refund ? refund.amount().micros() : 0;
        }
        long open =
                state.charges().asMap().values().stream()
                        .mapToLong(charge -> charge.amount().micros())
                        .sum();
        assertThat(captured - refunded).isEqualTo(open);
        return open;
    }

    private WalletState replayed(WalletState start) {
        var state = start;
        for (var event : past) {
            state = WalletState.evolve(state, event);
        }
        return state;
    }

    private static Open remembering(int operations) {
        var fresh = Open.with(Money.zero(Currency.USD));
        return new Open(
                fresh.available(), fresh.holds(), fresh.charges(), Memory.ofLast(operations));
    }

    private static WalletCommand anyCommand(SplittableRandom random) {
        var hold = new HoldId("hold_" + random.nextInt(6));
        var amount = new Money(Currency.USD, random.nextLong(301));
        var operation = operation("operation:" + random.nextInt(12));
        return switch (random.nextInt(13)) {
            case 0, 1 -> new DepositFunds(WALLET, operation, amount, "sandbox");
            case 2, 3, 4 -> new HoldFunds(WALLET, hold, amount);
            case 5, 6 -> new CaptureHold(WALLET, hold, PROVIDER, amount);
            case 7 -> new ReleaseHold(WALLET, hold);
            case 8 -> new RefundCharge(WALLET, hold, amount);
            case 9 -> new ChargePenalty(WALLET, operation, amount, "abuse");
            case 10 -> adjustment(random, operation, amount);
            case 11 -> new RuleOutHold(WALLET, hold);
            default -> new OpenWallet(WALLET, Currency.USD);
        };
    }

    private static AdjustBalance adjustment(
            SplittableRandom random, OperationId operation, Money amount) {
        var direction = random.nextBoolean() ? Direction.CREDIT : Direction.DEBIT;
        return new AdjustBalance(
                WALLET, operation, direction, amount, "goodwill", "ticket 1", "one", "two");
    }
}
