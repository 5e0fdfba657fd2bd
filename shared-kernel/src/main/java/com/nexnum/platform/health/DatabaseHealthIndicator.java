package com.nexnum.platform.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database, and takes two seconds of silence for a no: a probe must not hang. */
@Component("databaseHealthIndicator")
final class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("database-health").start(task);

    private final JdbcClient jdbc;

    DatabaseHealthIndicator(JdbcClient jdbc) {
        super("The database does not answer");
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        CompletableFuture.supplyAsync(
                        () -> jdbc.sql("select 1").query(Integer.class).single(), THREADS)
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        health.up();
    }
}
