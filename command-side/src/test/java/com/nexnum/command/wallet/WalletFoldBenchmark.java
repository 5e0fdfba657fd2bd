package com.nexnum.command.wallet;

import com.nexnum.command.wallet.WalletState.Unopened;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import java.util.ArrayList;
import java.util.List;

/**
 * How many events per second a wallet folds, young and old: the same work must cost the same. Run
 * its main method on the test class path; timing never fails a test.
 */
final class WalletFoldBenchmark extends WalletStory {

    public static void main(String[] arguments) {
        var events = life(1_000_000);
        for (int round = 1; round <= 4; round++) {
            WalletState state = WalletState.evolve(new Unopened(), opened());
            state = WalletState.evolve(state, deposited("1000000.00"));
            int tenth = events.size() / 10;
            long young = System.nanoTime();
            state = fold(state, events.subList(0, tenth));
            long middle = System.nanoTime();
            state = fold(state, events.subList(tenth, events.size() - tenth));
            long old = System.nanoTime();
            state = fold(state, events.subList(events.size() - tenth, events.size()));
            long end = System.nanoTime();
            System.out.printf(
                    "round %d: first tenth %,d events/s, last tenth %,d events/s%n",
                    round, rate(tenth, middle - young), rate(tenth, end - old));
        }
    }

    private static WalletState fold(WalletState start, List<WalletEvent> events) {
        var state = start;
        for (var event : events) {
            state = WalletState.evolve(state, event);
        }
        return state;
    }

    private static List<WalletEvent> life(int count) {
        var events = new ArrayList<WalletEvent>(count);
        for (int i = 0; i < count / 2; i++) {
            var hold = new HoldId("hold_" + i);
            events.add(new FundsHeld(WALLET, operation("hold:" + hold), hold, usd("0.15")));
            events.add(
                    i % 2 == 0
                            ? new HoldReleased(
                                    WALLET, operation("release:" + hold), hold, usd("0.15"))
                            : new HoldCaptured(
                                    WALLET,
                                    operation("capture:" + hold),
                                    hold,
                                    usd("0.15"),
                                    PROVIDER,
                                    usd("0.10")));
        }
        return events;
    }

    private static long rate(long events, long nanos) {
        return events * 1_000_000_000L / nanos;
    }

    private WalletFoldBenchmark() {}
}
