package com.nexnum.benchmark.proof;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.CpuTime;
import com.nexnum.benchmark.Crowd;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.benchmark.Takes;
import com.nexnum.benchmark.wallet.Customers;
import com.nexnum.benchmark.wallet.NexNum;
import com.nexnum.query.proof.Block;
import com.nexnum.query.proof.Blocks;
import com.nexnum.query.proof.Sealer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;

/**
 * What sealing takes from wallet commands: the same callers with sealing and, as the yardstick,
 * without, turn by turn. Read models stand still, so that nothing else hides it.
 */
public final class ChainCostBenchmark implements Benchmark {

    private static final int CALLERS = 16;
    private static final int WALLETS = 1_000;
    private static final int ROUNDS = Integer.getInteger("chain-cost.rounds", 5);
    private static final Duration TAKE = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "chain-cost";
    }

    @Override
    public void run(Report report) throws Exception {
        try (var nexNum = new NexNum("nexnum.proof.sealing=false")) {
            nexNum.bean(EventProcessingConfiguration.class)
                    .eventProcessors()
                    .values()
                    .forEach(EventProcessor::shutDown);
            var sealing = new Sealing(nexNum);
            var customers = new Customers(nexNum.bean(CommandGateway.class), "c", WALLETS);
            var crowd = new Crowd(CALLERS, Thread.ofVirtual().factory(), _ -> customers.oneStory());
            crowd.perSecond(Duration.ofSeconds(12));
            sealing.set(false);
            sealing.forget();
            var turn = new AtomicInteger();
            var takes =
                    Takes.of(
                            ROUNDS,
                            TAKE,
                            new CpuTime(nexNum.bean(DataSource.class)),
                            crowd,
                            crowd,
                            () -> sealing.set(turn.getAndIncrement() % 2 == 1));
            sealing.set(false);
            takes.sayTo(report);
            report.add(
                    Figure.of(name(), takes.median(), "commands/s")
                            .floor("0.97")
                            .ratio(takes.ratio())
                            .remark(
                                    ("a process of both roles that seals, against itself when it does"
                                                    + " not; %d callers; sealing an event costs %.2f us of"
                                                    + " CPU, process and PostgreSQL together")
                                            .formatted(CALLERS, sealing.microsOfAnEvent())));
        }
    }

    /** A thread that seals as the application's own does, once a second. */
    private static final class Sealing {
        private final Sealer sealer;
        private final Blocks blocks;
        private final CpuTime cpu;
        private Thread thread = new Thread();
        private volatile boolean on;
        private long events;
        private double micros;

        Sealing(NexNum nexNum) {
            this.sealer = nexNum.bean(Sealer.class);
            this.blocks = nexNum.bean(Blocks.class);
            this.cpu = new CpuTime(nexNum.bean(DataSource.class));
        }

        /** The first blocks were sealed by code that was cold. */
        void forget() {
            events = 0;
            micros = 0;
        }

        /** What was not sealed meanwhile is, before anything is measured. */
        void set(boolean wanted) throws InterruptedException {
            on = false;
            thread.join();
            sealTheRest();
            on = wanted;
            if (wanted) {
                thread = Thread.ofPlatform().daemon().start(this::run);
            }
        }

        /** Nothing else runs meanwhile, so that the CPU time is its own. */
        private void sealTheRest() {
            long before = sealed();
            double cost = -spent();
            sealer.seal();
            cost += spent();
            if (sealed() > before + 5_000) {
                events += sealed() - before;
                micros += cost;
            }
            sealer.seal();
        }

        private double spent() {
            return cpu.own().plus(cpu.postgres()).toNanos() / 1e3;
        }

        private long sealed() {
            return blocks.last().map(Block::lastPosition).orElse(0L);
        }

        private void run() {
            try {
                while (on) {
                    sealer.seal();
                    Thread.sleep(1_000);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /** In this process and in PostgreSQL together. */
        double microsOfAnEvent() {
            return micros / Math.max(1, events);
        }
    }
}
