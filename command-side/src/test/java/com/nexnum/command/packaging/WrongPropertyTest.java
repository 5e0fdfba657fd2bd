package com.nexnum.command.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A wrong value stops the start, and says which property it is of. */
class WrongPropertyTest {

    /** All records of properties, and nothing else of the product. */
    @ConfigurationPropertiesScan({"com.nexnum.command", "com.nexnum.query", "com.nexnum.platform"})
    static class AllProperties {}

    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(AllProperties.class);

    @ParameterizedTest
    @CsvSource({
        "nexnum.aggregates.cached, 0",
        "nexnum.aggregates.snapshot-every, 0",
        "nexnum.catalog.sync-every, 0s",
        "nexnum.catalog.markup-percent, 1001",
        "nexnum.catalog.chunk, 0",
        "nexnum.database.url, postgresql://localhost",
        "nexnum.database.pool-size, 7",
        "nexnum.deposits.sandbox.delay, -1s",
        "nexnum.deposits.sandbox.attempts, 0",
        "nexnum.idempotency.lease, 0s",
        "nexnum.idempotency.keep, 59s",
        "nexnum.identity.hash-parallelism, -1",
        "nexnum.identity.hash-patience, 0s",
        "nexnum.identity.login-failures, 0",
        "nexnum.lanes.count, 65",
        "nexnum.lanes.batch, 0",
        "nexnum.lanes.queue, 0",
        "nexnum.processors.segments, 0",
        "nexnum.processors.threads, 65",
        "nexnum.processors.batch-size, 0",
        "nexnum.processors.token-claim-interval, 0s",
        "nexnum.purchase.unknown-settles-after, 0s",
        "nexnum.purchase.default-wait, 0s",
        "nexnum.purchase.default-wait, -1s",
        "nexnum.purchase.longest-wait, 9s",
        "nexnum.routing.half-life, 0s",
        "nexnum.routing.patience, -1s",
        "nexnum.routing.attempt-cost, 10.01",
        "nexnum.routing.attempt-cost, -0.01",
        "nexnum.routing.quality-headroom-percent, 1001",
        "nexnum.stream.heartbeat, 0s",
        "nexnum.stream.look-again, 0s",
        "nexnum.stream.per-customer, 0",
        "nexnum.web.max-body-bytes, 0",
    })
    void a_value_out_of_range_is_refused_in_a_sentence_about_its_property(
            String property, String value) {
        start.withPropertyValues(property + "=" + value)
                .run(context ->
                        assertThat(reasons(context.getStartupFailure()))
                                .anyMatch(reason -> reason.startsWith(property + " must ")));
    }

    @ParameterizedTest
    @CsvSource({
        "nexnum.aggregates.cached, many",
        "nexnum.aggregates.snapshot-every, often",
        "nexnum.deposits.sandbox.enabled, maybe",
        "nexnum.idempotency.lease, soon",
        "nexnum.idempotency.keep, 7 days",
        "nexnum.identity.hash-parallelism, all",
        "nexnum.identity.hash-patience, some",
        "nexnum.identity.login-failures, 1.5",
        "nexnum.purchase.default-wait, never",
        "nexnum.stream.heartbeat, often",
        "nexnum.stream.look-again, now",
        "nexnum.stream.per-customer, few",
        "nexnum.wallet.currency, GBP",
        "nexnum.web.max-body-bytes, 64KB",
    })
    void a_value_that_cannot_be_read_is_refused_with_its_property(String property, String value) {
        start.withPropertyValues(property + "=" + value)
                .run(context ->
                        assertThat(reasons(context.getStartupFailure()))
                                .anyMatch(reason -> reason.contains("'" + property + "'")));
    }

    @Test
    void the_defaults_are_right() {
        start.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void a_right_value_of_each_is_taken() {
        start.withPropertyValues(
                        "nexnum.aggregates.cached=1",
                        "nexnum.aggregates.snapshot-every=1",
                        "nexnum.idempotency.lease=1ms",
                        "nexnum.idempotency.keep=1ms",
                        "nexnum.identity.hash-parallelism=0",
                        "nexnum.identity.hash-patience=1ms",
                        "nexnum.identity.login-failures=1",
                        "nexnum.processors.token-claim-interval=1ms",
                        "nexnum.purchase.default-wait=1ms",
                        "nexnum.stream.heartbeat=1ms",
                        "nexnum.stream.look-again=1ms",
                        "nexnum.stream.per-customer=1",
                        "nexnum.wallet.currency=EUR",
                        "nexnum.web.max-body-bytes=1")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static Stream<String> reasons(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()));
    }
}
