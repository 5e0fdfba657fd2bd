package com.nexnum.command.reconciliation;

import com.nexnum.kernel.supply.ProviderSlug;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which comparisons were made, for a week. */
@Component
class Runs {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST_FAILURE = 300;

    private final JdbcClient sql;

    Runs(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param failure why there was nothing to compare with; null when there was
     */
    record Run(
            ProviderSlug provider,
            Instant startedAt,
            Instant endedAt,
            int held,
            int ours,
            @Nullable String failure) {}

    void add(Run run) {
        var failure = run.failure();
        sql.sql(
                        """
                        with old as (delete from reconciliation_run where started_at < :old)
                        insert into reconciliation_run (provider, started_at, ended_at, held, ours, failure)
                        values (:provider, :started, :ended, :held, :ours, :failure)
                        """)
                .param("old", Timestamp.from(run.endedAt().minus(KEPT)))
                .param("provider", run.provider().value())
                .param("started", Timestamp.from(run.startedAt()))
                .param("ended", Timestamp.from(run.endedAt()))
                .param("held", run.held())
                .param("ours", run.ours())
                .param(
                        "failure",
                        failure == null || failure.length() <= LONGEST_FAILURE
                                ? failure
                                : failure.substring(0, LONGEST_FAILURE))
                .update();
    }
}
