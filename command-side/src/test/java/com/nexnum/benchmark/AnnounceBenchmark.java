package com.nexnum.benchmark;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.signal.Signals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What it costs to tell other processes of each event: plain clients that append one event per
 * transaction, saying nothing, with a NOTIFY in the transaction, and with one sent afterwards for
 * all that were committed meanwhile.
 */
public final class AnnounceBenchmark implements Benchmark {

    private static final int ROUNDS = 5;
    private static final int CLIENTS = 16;
    private static final long TAKE_NANOS = 3_000_000_000L;
    private static final String APPEND =
            """
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                type, time_stamp, payload_type, payload_revision, payload, meta_data)
            values (?, ?, 0, 'Wallet', '2026-01-01T00:00:00Z', 'wallet.opened', '1', '{"walletId":"x"}', '{}')
            """;
    private static final String APPEND_AND_NOTIFY =
            "with stored as ("
                    + APPEND
                    + " returning 1) select pg_notify('nexnum', 'events') from stored";

    private final AtomicLong number = new AtomicLong();

    @Override
    public String name() {
        return "announce";
    }

    @Override
    public void run(Report report) throws Exception {
        var database = TestDatabase.migrated();
        var silent = new double[ROUNDS];
        var inside = new double[ROUNDS];
        var after = new double[ROUNDS];
        try (var speaker = new Signals(() -> database.dataSource().getConnection());
                var listener = new Signals(() -> database.dataSource().getConnection())) {
            speaker.start();
            listener.on("events", _ -> {});
            listener.start();
            appends(database, APPEND, () -> {});
            for (int round = 0; round < ROUNDS; round++) {
                silent[round] = appends(database, APPEND, () -> {});
                inside[round] = appends(database, APPEND_AND_NOTIFY, () -> {});
                after[round] = appends(database, APPEND, () -> speaker.send("events"));
            }
        }
        double yardstick = Report.median(silent);
        report.add(figure("announce-none", yardstick, yardstick, "nobody is told"));
        report.add(
                figure(
                        "announce-in-transaction",
                        Report.median(inside),
                        yardstick,
                        "a NOTIFY in each append"));
        report.add(
                figure(
                        "announce-afterwards",
                        Report.median(after),
                        yardstick,
                        "one NOTIFY for all appends of 5 ms, as the application does"));
    }

    private static Figure figure(String name, double rate, double yardstick, String remark) {
        return Figure.of(name, rate, "appends/s")
                .ratio(rate / yardstick)
                .remark(
                        remark
                                + "; "
                                + CLIENTS
                                + " clients, median of "
                                + ROUNDS
                                + " takes in turn");
    }

    private double appends(TestDatabase database, String sql, Runnable committed) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Callable<Integer>>();
            long end = System.nanoTime() + TAKE_NANOS;
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(() -> {
                    try (var connection = database.dataSource().getConnection()) {
                        return appends(connection, sql, committed, end);
                    }
                });
            }
            int all = 0;
            for (var client : threads.invokeAll(clients)) {
                all += client.get();
            }
            return all * 1e9 / TAKE_NANOS;
        }
    }

    private int appends(Connection connection, String sql, Runnable committed, long end)
            throws SQLException {
        int done = 0;
        try (var append = connection.prepareStatement(sql)) {
            while (System.nanoTime() < end) {
                var id = Long.toString(number.incrementAndGet());
                append.setString(1, id);
                append.setString(2, id);
                append.execute();
                committed.run();
                done++;
            }
        }
        return done;
    }
}
