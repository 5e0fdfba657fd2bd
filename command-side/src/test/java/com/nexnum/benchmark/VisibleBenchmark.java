package com.nexnum.benchmark;

import com.nexnum.command.CommandSide;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.NexNum;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.process.OsProcess;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * How long after its commit a deposit stands in the row of its balance, while other wallets are
 * busy: with the read model in the same process, and in another one.
 */
public final class VisibleBenchmark implements Benchmark {

    private static final int PROBES = 2_000;
    private static final int WARM_UP = 500;
    private static final int OTHERS_PER_SECOND = 200;
    private static final String LOAD =
            "from the commit's acknowledgement until a reader that looks every half millisecond"
                    + " sees the row; %d deposits, one after the other, beside %d commands/s on"
                            .formatted(PROBES, OTHERS_PER_SECOND)
                    + " 200 other wallets";

    private final AtomicInteger operations = new AtomicInteger();

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public void run(Report report) throws Exception {
        var one = delays(TestDatabase.migrated(), "command,query");
        report.add(
                Figure.of("visible-p95", Report.percentile(0.95, one), "ms")
                        .floor("<=25")
                        .remark("one process: " + LOAD));
        report.add(
                Figure.of("visible-p99", Report.percentile(0.99, one), "ms")
                        .floor("<=100")
                        .remark("of the same deposits"));
        var database = TestDatabase.migrated();
        try (var query = OsProcess.start("query", OsProcess.on(database, "nexnum.roles=query"))) {
            query.awaitReady();
            var two = delays(database, "command");
            report.add(
                    Figure.of("visible-two-p99", Report.percentile(0.99, two), "ms")
                            .floor("<=250")
                            .remark("the read model in a second process: " + LOAD));
        }
    }

    private double[] delays(TestDatabase database, String roles) throws Exception {
        var settings =
                OsProcess.on(database, "server.port=0", "nexnum.roles=" + roles).stream()
                        .map(it -> "--" + it)
                        .toArray(String[]::new);
        try (var process = NexNum.run(CommandSide.class, settings);
                var threads = Executors.newScheduledThreadPool(4);
                var connection = database.dataSource().getConnection();
                var seen =
                        connection.prepareStatement(
                                "select sequence from balance where wallet_id = ?")) {
            var commands = process.getBean(CommandGateway.class);
            var others = IntStream.range(0, 200).mapToObj(VisibleBenchmark::wallet).toList();
            others.forEach(it -> commands.sendAndWait(new OpenWallet(it, Currency.USD)));
            var _ =
                    threads.scheduleAtFixedRate(
                            () -> deposit(commands, others),
                            0,
                            1_000_000 / OTHERS_PER_SECOND,
                            TimeUnit.MICROSECONDS);
            var probe = wallet(1_000);
            commands.sendAndWait(new OpenWallet(probe, Currency.USD));
            seen.setString(1, probe.value());
            var delays = new double[PROBES];
            for (int i = 1; i <= WARM_UP + PROBES; i++) {
                commands.sendAndWait(deposit(probe));
                long committed = System.nanoTime();
                awaitSequence(seen, i);
                if (i > WARM_UP) {
                    delays[i - WARM_UP - 1] = (System.nanoTime() - committed) / 1e6;
                }
            }
            threads.shutdownNow();
            return delays;
        }
    }

    private void deposit(CommandGateway commands, List<WalletId> others) {
        var _ = commands.send(deposit(others.get(operations.get() % others.size())));
    }

    private DepositFunds deposit(WalletId wallet) {
        var operation = new OperationId("op_visible%09d".formatted(operations.incrementAndGet()));
        return new DepositFunds(wallet, operation, Money.usd("1.00"), "sandbox");
    }

    private static WalletId wallet(int number) {
        return WalletId.of(new CustomerId("cus_visible%06d".formatted(number)));
    }

    private static void awaitSequence(PreparedStatement seen, long sequence) throws SQLException {
        while (true) {
            try (var row = seen.executeQuery()) {
                if (row.next() && row.getLong(1) >= sequence) {
                    return;
                }
            }
            LockSupport.parkNanos(500_000);
        }
    }
}
