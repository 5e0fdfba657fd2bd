package com.nexnum.benchmark.wallet;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.CpuTime;
import com.nexnum.benchmark.Crowd;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.benchmark.Takes;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Wallet commands through the whole command path, against as many plain clients that insert one
 * event each: a process of the command role, and one of all roles whose read models follow.
 */
abstract class WalletsBenchmark implements Benchmark {

    private static final int WALLETS = 1_000;
    private static final int ROUNDS = 5;
    private static final Duration WARM = Duration.ofSeconds(12);
    private static final Duration TAKE = Duration.ofSeconds(4);

    private final String name;
    private final int callers;
    private final String roles;
    private final String who;

    WalletsBenchmark(String name, int callers, String roles, String who) {
        this.name = name;
        this.callers = callers;
        this.roles = roles;
        this.who = who;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Report report) throws Exception {
        try (var nexNum = new NexNum("nexnum.roles=" + roles)) {
            var customers = new Customers(nexNum.bean(CommandGateway.class), "w", WALLETS);
            var crowd = new Crowd(callers, Thread.ofVirtual().factory(), _ -> customers.oneStory());
            crowd.perSecond(Duration.ofSeconds(2));
            PlainClients.prepare(nexNum.sql());
            try (var plain = new PlainClients(nexNum.database.dataSource(), callers)) {
                var plainCrowd =
                        new Crowd(callers, Thread.ofPlatform().factory(), plain::insertOne);
                plainCrowd.perSecond(TAKE);
                crowd.perSecond(WARM);
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
                report.say("processors behind at the end: " + processors.furthestBehind());
                report.add(
                        Figure.of(name, takes.median(), "commands/s")
                                .floor("0.8")
                                .ratio(takes.ratio())
                                .remark(
                                        "%s, %d callers, against single-event inserts"
                                                .formatted(who, callers)));
            }
        }
    }

    /** The callers of one process of the command role. */
    abstract static class OfCommandRole extends WalletsBenchmark {
        OfCommandRole(int callers) {
            super("wallet-" + callers, callers, "command", "a process of the command role");
        }
    }

    /** The same while the read models of the same process follow. */
    abstract static class OfAllRoles extends WalletsBenchmark {
        OfAllRoles(int callers) {
            super(
                    "wallet-" + callers + "-all-roles",
                    callers,
                    "command,query",
                    "a process of all roles, every read model following");
        }
    }

    public static final class By16 extends OfCommandRole {
        public By16() {
            super(16);
        }
    }

    public static final class By64 extends OfCommandRole {
        public By64() {
            super(64);
        }
    }

    public static final class By16AllRoles extends OfAllRoles {
        public By16AllRoles() {
            super(16);
        }
    }

    public static final class By64AllRoles extends OfAllRoles {
        public By64AllRoles() {
            super(64);
        }
    }
}
