package com.nexnum.benchmark.shop;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was spent until now: the processor's time, which neighbours on the machine do not change
 * much, and the work of the database by its own count. What runs idle beside is in it.
 */
record Cost(
        double javaMillis,
        double databaseMillis,
        long commits,
        long inserted,
        long updated,
        long deleted) {

    static Cost now(Shop shop) {
        return shop.sql()
                .sql(
                        """
                        select pg_backend_pid(), xact_commit, tup_inserted, tup_updated, tup_deleted
                          from pg_stat_database where datname = current_database()
                        """)
                .query((row, _) ->
                        new Cost(
                                javaNanos() / 1e6,
                                databaseNanos(row.getLong(1)) / 1e6,
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5)))
                .single();
    }

    private static double javaNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Of the server's processes that live now; the pool keeps its connections. */
    private static double databaseNanos(long backend) {
        return ProcessHandle.of(backend).flatMap(ProcessHandle::parent).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.children()))
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .mapToLong(Duration::toNanos)
                .sum();
    }

    /** The processor's milliseconds for each purchase, the database's included. */
    double millisEach(Cost before, int purchases) {
        return (javaMillis - before.javaMillis + databaseMillis - before.databaseMillis)
                / purchases;
    }

    String each(Cost before, int purchases) {
        return "; each %.2f ms of processor (%.2f in PostgreSQL), %.1f transactions, %.1f rows inserted, %.1f updated, %.1f deleted"
                .formatted(
                        millisEach(before, purchases),
                        (databaseMillis - before.databaseMillis) / purchases,
                        (commits - before.commits) / (double) purchases,
                        (inserted - before.inserted) / (double) purchases,
                        (updated - before.updated) / (double) purchases,
                        (deleted - before.deleted) / (double) purchases);
    }
}
