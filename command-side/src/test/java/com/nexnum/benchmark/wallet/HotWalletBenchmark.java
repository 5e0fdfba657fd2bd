package com.nexnum.benchmark.wallet;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.CpuTime;
import com.nexnum.benchmark.Crowd;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.benchmark.Takes;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Sixteen callers at one wallet, against sixteen plain clients that update one row. */
public final class HotWalletBenchmark implements Benchmark {

    private static final int CALLERS = 16;
    private static final int ROUNDS = 5;
    private static final Duration TAKE = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "hot-wallet";
    }

    @Override
    public void run(Report report) throws Exception {
        try (var nexNum = new NexNum("nexnum.roles=command")) {
            var customer = new Customers(nexNum.bean(CommandGateway.class), "hot", 1);
            var crowd = new Crowd(CALLERS, Thread.ofVirtual().factory(), _ -> customer.oneStory());
            crowd.perSecond(Duration.ofSeconds(2));
            PlainClients.prepare(nexNum.sql());
            try (var plain = new PlainClients(nexNum.database.dataSource(), CALLERS)) {
                var plainCrowd =
                        new Crowd(CALLERS, Thread.ofPlatform().factory(), plain::updateTheHotRow);
                plainCrowd.perSecond(TAKE);
                crowd.perSecond(Duration.ofSeconds(12));
                var processors = new Processors(nexNum);
                var takes =
                        Takes.of(
                                ROUNDS,
                                TAKE,
                                new CpuTime(nexNum.database.dataSource()),
                                crowd,
                                plainCrowd,
                                () -> processors.caughtUp(Duration.ofSeconds(60)));
                takes.sayTo(report);
                report.add(
                        Figure.of(name(), takes.median(), "commands/s")
                                .floor("2.0")
                                .ratio(takes.ratio())
                                .remark(
                                        "a process of the command role, 16 callers, against"
                                                + " updates of one row"));
            }
        }
    }
}
