package com.nexnum.command.routing.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.nexnum.command.routing.learning.Judge;
import com.nexnum.command.routing.learning.Tally;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counting on real tables, by several processes at once. */
class OutcomeBatchTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofHours(3);
    private static final DataSource DATABASE = TestDatabase.migrated().dataSource();

    private final JdbcTemplate sql = new JdbcTemplate(DATABASE);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(DATABASE));
    private final OutcomeTables tables =
            new OutcomeTables(sql, new Judge(HALF_LIFE, HALF_LIFE, Money.usd("0.02")));

    @BeforeEach
    void nothing_is_known() {
        tables.clear();
    }

    @Test
    void a_trial_goes_on_where_an_earlier_batch_left_it() {
        count(batch -> batch.put(trial("ord_000001", "acme").sold(NOON)));
        count(batch -> {
            var trial = batch.find("ord_000001");
            assertThat(trial).isEqualTo(trial("ord_000001", "acme").sold(NOON));
            batch.count(Objects.requireNonNull(trial), Tally.sold(NOON));
            batch.end("ord_000001");
            assertThat(batch.find("ord_000001")).isNull();
        });
        assertThat(tables.trials(List.of("ord_000001"))).isEmpty();
        assertThat(silent("whatsapp-US")).isEqualTo(1);
        assertThat(silent("*")).isEqualTo(1);
    }

    @Test
    void a_batch_that_fails_counts_nothing() {
        try {
            count(batch -> {
                batch.count(trial("ord_000002", "acme"), Tally.sold(NOON));
                throw new IllegalStateException("broken");
            });
        } catch (IllegalStateException _) {
            // As it should be.
        }
        assertThat(sql.queryForObject("select count(*) from routing_tally", Long.class)).isZero();
    }

    @Test
    void processes_that_count_the_same_providers_at_once_lose_nothing_and_never_lock_each_other_up()
            throws Exception {
        int each = 60;
        try (var processes = Executors.newFixedThreadPool(4)) {
            var work =
                    IntStream.range(0, 4)
                            .<Callable<Boolean>>mapToObj(process ->
                                    () -> {
                                        IntStream.range(0, each)
                                                .forEach(i -> count(batch -> both(batch, i)));
                                        return true;
                                    })
                            .toList();
            for (var done : processes.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(silent("*")).isCloseTo(4 * each, within(1e-6));
    }

    /** In either order: whoever writes sorts. */
    private static void both(OutcomeBatch batch, int turn) {
        var one = trial("ord_000003", turn % 2 == 0 ? "acme" : "zeta");
        var other = trial("ord_000004", turn % 2 == 0 ? "zeta" : "acme");
        batch.count(one, Tally.sold(NOON));
        batch.count(other, Tally.sold(NOON));
    }

    private void count(Consumer<OutcomeBatch> work) {
        transaction.executeWithoutResult(_ -> {
            var batch = new OutcomeBatch(tables, HALF_LIFE, () -> {});
            work.accept(batch);
            batch.beforeCommit(false);
        });
    }

    private double silent(String cell) {
        return Objects.requireNonNull(
                sql.queryForObject(
                        "select silent from routing_tally where provider = 'acme' and cell = ?",
                        Double.class,
                        cell));
    }

    private static Trial trial(String order, String provider) {
        return new Trial(order, provider, "whatsapp-US", NOON, null);
    }
}
