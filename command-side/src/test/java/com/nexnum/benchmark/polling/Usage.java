package com.nexnum.benchmark.polling;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this process, and the database for it, have used up to a moment. */
record Usage(long at, long cpu, long transactions) {

    static Usage now(DataSource database) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        // A backend reports when it is idle, a second late at the most.
        long transactions =
                JdbcClient.create(database)
                        .sql(
                                """
                                select xact_commit from pg_stat_database
                                 where datname = current_database()
                                """)
                        .query(Long.class)
                        .single();
        return new Usage(System.nanoTime(), system.getProcessCpuTime(), transactions);
    }

    String until(Usage later) throws IOException {
        double seconds = (later.at - at) / 1e9;
        double cores = (later.cpu - cpu) / 1e9 / seconds;
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return "this process used %.2f cores; heap %d MB after a collection, resident %d MB; %.1f database transactions/s"
                .formatted(
                        cores,
                        memory.getHeapMemoryUsage().getUsed() >> 20,
                        residentMegabytes("self"),
                        (later.transactions - transactions) / seconds);
    }

    /**
     * @param process its id
     */
    static long residentMegabytes(String process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", process, "status"))) {
            return lines.filter(it -> it.startsWith("VmRSS:"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
