package com.nexnum.command.wallet;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.command.wallet.WalletState.Unopened;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import java.util.ArrayList;
import java.util.List;

/** How many events per second a wallet folds, young and old: the same work must cost the same. */
public final class WalletFoldBenchmark extends WalletStory implements Benchmark {

    private static final int ROUNDS = 7;

    @Override
    public String name() {
        return "wallet-fold";
    }

    @Override
    public void run(Report report) {
        var events = life(1_000_000);
        var young = new double[ROUNDS];
        var old = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            WalletState state = WalletState.evolve(new Unopened(), opened());
            state = WalletState.evolve(state, deposited("1000000.00"));
            int tenth = events.size() / 10;
            long start = System.nanoTime();
            state = fold(state, events.subList(0, tenth));
            young[round] = rate(tenth, System.nanoTime() - start);
            state = fold(state, events.subList(tenth, events.size() - tenth));
            start = System.nanoTime();
            fold(state, events.subList(events.size() - tenth, events.size()));
            old[round] = rate(tenth, System.nanoTime() - start);
        }
        double figure = Report.median(old);
        report.add(
                Figure.of("wallet-fold", figure, "events/s")
                        .ratio(figure / Report.median(young))
                        .remark(
                                "the last tenth of a life of a million events; ratio to its first"));
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
}
