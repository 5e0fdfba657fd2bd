package com.nexnum.command.platform.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.BreakableDatabase;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionLogTest {

    private final BreakableDatabase database =
            new BreakableDatabase(TestDatabase.migrated().dataSource());
    private final JdbcClient sql = JdbcClient.create(database);
    private final TransactionLog log = new TransactionLog(sql, 200, Duration.ofMillis(10));
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database));

    @Test
    void a_transaction_that_was_committed_is_known_as_such() {
        assertThat(log.fate(storing("e1", false), "e1")).isEqualTo(Fate.COMMITTED);
        assertThat(log.fate(storing(null, false), null)).isEqualTo(Fate.COMMITTED);
    }

    @Test
    void a_transaction_that_was_undone_is_known_as_such() {
        assertThat(log.fate(storing("e1", true), "e1")).isEqualTo(Fate.UNDONE);
        assertThat(log.fate(storing(null, true), null)).isEqualTo(Fate.UNDONE);
    }

    @Test
    void a_number_that_a_crash_gave_to_another_transaction_proves_nothing() {
        assertThat(log.fate(storing("another", false), "ours")).isEqualTo(Fate.UNDONE);
    }

    @Test
    void a_number_that_was_lost_in_a_crash_is_of_a_transaction_that_is_undone() {
        assertThat(log.fate("999999999", "ours")).isEqualTo(Fate.UNDONE);
    }

    @Test
    void what_is_still_going_on_is_waited_for() {
        var asked =
                transaction.execute(_ -> {
                    store("e1");
                    var number = numberOf();
                    var answer = CompletableFuture.supplyAsync(() -> log.fate(number, "e1"));
                    await().during(Duration.ofMillis(100)).until(() -> !answer.isDone());
                    return answer;
                });
        assertThat(asked).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Fate.COMMITTED);
    }

    @Test
    void a_transaction_that_wrote_nothing_has_no_number() {
        assertThat(Optional.ofNullable(transaction.execute(_ -> log.current()))).isEmpty();
    }

    @Test
    void nobody_knows_while_the_database_cannot_be_asked() {
        var number = storing("e1", false);
        database.goDown();
        var impatient = new TransactionLog(sql, 3, Duration.ofMillis(1));
        assertThat(impatient.fate(number, "e1")).isEqualTo(Fate.UNKNOWN);
    }

    private String storing(@Nullable String event, boolean undo) {
        return transaction.execute(status -> {
            store(event == null ? "of somebody else" : event);
            if (undo) {
                status.setRollbackOnly();
            }
            return numberOf();
        });
    }

    private String numberOf() {
        return Objects.requireNonNull(log.current());
    }

    private void store(String event) {
        sql.sql(
                        """
                        insert into domain_event_entry
                         (event_identifier, aggregate_identifier, sequence_number, time_stamp,
                          payload_type, payload, meta_data)
                        values (:id, :id, 0, '2026-03-01T00:00:00Z', 'wallet.opened', '{}', '{}')
                        """)
                .param("id", event)
                .update();
    }
}
