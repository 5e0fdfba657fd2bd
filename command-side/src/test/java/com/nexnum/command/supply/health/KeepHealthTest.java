package com.nexnum.command.supply.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.CallOutcome;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.sandbox.TickingClock;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Two processes that count calls and add up their minutes. */
class KeepHealthTest {

    private static final ProviderSlug ACME = new ProviderSlug("acme");
    private static final Instant TEN = Instant.parse("2026-05-04T10:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final Duration KEPT = Duration.ofDays(1);

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private final TickingClock clock = new TickingClock();
    private final HealthTable table =
            new HealthTable(
                    new JdbcTemplate(DATABASE.dataSource()),
                    new JdbcTransactionManager(DATABASE.dataSource()));
    private final CallBook first = TestCallBook.on(clock);
    private final CallBook second = TestCallBook.on(clock);

    @BeforeEach
    void no_minute_is_kept() {
        new JdbcTemplate(DATABASE.dataSource()).execute("truncate supply_health");
    }

    @Test
    void the_minutes_of_all_processes_are_added_up() {
        note(first, CallOutcome.OK, 100, 6);
        note(second, CallOutcome.OK, 200, 3);
        note(second, CallOutcome.NO_ANSWER, 1_000, 1);
        note(second, CallOutcome.CIRCUIT_OPEN, 0, 5);
        clock.forward(Duration.ofMinutes(1));
        keep(first).keep();
        keep(second).keep();

        var minute = minutes(10).getFirst();
        assertThat(minute.minute()).isEqualTo(TEN);
        assertThat(minute.all().calls()).isEqualTo(15);
        assertThat(minute.all().successRate()).isEqualTo(new BigDecimal("0.9000"));
        assertThat(minute.all().errors()).isEqualTo(Map.of(CallOutcome.NO_ANSWER, 1L));
        assertThat(minute.all().outcomes()).containsEntry(CallOutcome.CIRCUIT_OPEN, 5L);
        assertThat(minute.kinds()).containsOnlyKeys("buy");
        var latency = Objects.requireNonNull(minute.all().latency());
        assertThat(latency.p50Millis()).isBetween(88L, 113L);
        assertThat(latency.p95Millis()).isBetween(870L, 1_130L);
    }

    @Test
    void what_comes_late_to_a_minute_is_added_to_it() {
        note(first, CallOutcome.OK, 100, 2);
        clock.forward(Duration.ofMinutes(1));
        keep(first).keep();
        note(second, CallOutcome.OK, 100, 1);
        keep(second).keepRest();
        keep(first).keepRest();
        assertThat(minutes(10)).extracting(it -> it.all().calls()).containsExactly(1L, 2L);
    }

    @Test
    void the_minute_that_lasts_is_not_kept_yet() {
        note(first, CallOutcome.OK, 100, 2);
        keep(first).keep();
        assertThat(minutes(10)).isEmpty();
    }

    @Test
    void newest_minutes_come_first_and_whole() {
        for (int i = 0; i < 5; i++) {
            note(first, CallOutcome.OK, 10, 1);
            note(first, CallOutcome.NO_NUMBERS, 10, 1);
            clock.forward(Duration.ofMinutes(1));
        }
        keep(first).keep();
        assertThat(minutes(2))
                .extracting(HealthView::minute)
                .containsExactly(TEN.plusSeconds(240), TEN.plusSeconds(180));
        assertThat(minutes(2)).allSatisfy(it -> assertThat(it.all().calls()).isEqualTo(2));
        assertThat(minutes(2).getFirst().all().successRate()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void old_minutes_are_forgotten_and_young_ones_are_not() {
        note(first, CallOutcome.OK, 10, 1);
        clock.forward(KEPT);
        note(first, CallOutcome.OK, 10, 1);
        clock.forward(Duration.ofMinutes(1));
        keep(first).keep();
        keep(first).forget();
        assertThat(minutes(10)).extracting(HealthView::minute).containsExactly(TEN.plus(KEPT));
    }

    @Test
    void a_database_that_is_away_costs_no_count() {
        note(first, CallOutcome.OK, 100, 2);
        clock.forward(Duration.ofMinutes(1));
        var sql = new JdbcTemplate(DATABASE.dataSource());
        sql.execute("alter table supply_health rename to gone");
        keep(first).keep();
        sql.execute("alter table gone rename to supply_health");
        keep(first).keep();
        assertThat(minutes(10)).extracting(it -> it.all().calls()).containsExactly(2L);
    }

    private List<HealthView> minutes(int atMost) {
        return HealthView.of(table.minutes(ACME, Instant.EPOCH, END, atMost));
    }

    private KeepHealth keep(CallBook book) {
        return new KeepHealth(book, table, new HealthProperties(KEPT), clock);
    }

    private static void note(CallBook book, CallOutcome outcome, long millis, int times) {
        for (int i = 0; i < times; i++) {
            book.note(ACME, Operation.BUY, outcome, Duration.ofMillis(millis));
        }
    }
}
