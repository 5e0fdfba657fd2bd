package com.nexnum.command.supply.protection;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.SandboxFixture;
import com.nexnum.command.supply.Supply;
import com.nexnum.platform.database.TestDatabase;
import java.time.Clock;

/** What it costs a call over loopback HTTP that it goes through a circuit and is written down. */
public final class GuardBenchmark implements Benchmark {

    private static final int ROUNDS = 101;
    private static final int CALLS = 200;

    @Override
    public String name() {
        return "guard";
    }

    @Override
    public void run(Report report) {
        try (var fixture = new SandboxFixture();
                var process =
                        new ProtectedProcess(
                                TestDatabase.migrated(), CircuitTerms.USUAL, Clock.systemUTC())) {
            var plain = fixture.supply(Protocol.SMS_ACTIVATE);
            var guarded = process.guarded(plain);
            for (int i = 0; i < 10; i++) {
                micros(plain);
                micros(guarded);
            }
            var without = new double[ROUNDS];
            var with = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                without[round] = micros(plain);
                with[round] = micros(guarded);
            }
            double yardstick = Report.median(without);
            double found = Report.median(with);
            report.add(
                    Figure.of("guard", found, "us/call")
                            .ratio(found / yardstick)
                            .remark(
                                    "a balance read over loopback HTTP behind the guard, against the"
                                            + " same without it; median of "
                                            + ROUNDS
                                            + " takes in turn of "
                                            + CALLS
                                            + " calls"));
        }
    }

    private static double micros(Supply supply) {
        long began = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            supply.balance();
        }
        return (System.nanoTime() - began) / 1_000.0 / CALLS;
    }
}
