package com.nexnum.benchmark;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What this process and its PostgreSQL have computed so far. On a machine with neighbours it says
 * more than the time on the clock.
 */
public final class CpuTime {

    private final Optional<ProcessHandle> postmaster;

    public CpuTime(DataSource database) {
        long backend =
                JdbcClient.create(database)
                        .sql("select pg_backend_pid()")
                        .query(Long.class)
                        .single();
        postmaster = ProcessHandle.of(backend).flatMap(ProcessHandle::parent);
    }

    /** Of this process. */
    public Duration own() {
        return of(ProcessHandle.current());
    }

    /** Of all processes of PostgreSQL that run now; callers keep their connections. */
    public Duration postgres() {
        return postmaster.stream()
                .flatMap(ProcessHandle::descendants)
                .map(CpuTime::of)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
