package com.nexnum.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.database.TestDatabase;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What begins and an erasure never pass each other unseen. */
class ErasureFenceTest {

    private static final CustomerId ANN = new CustomerId("cus_ann001");
    private static final CustomerId BOB = new CustomerId("cus_bob001");

    private final DataSource database = TestDatabase.migrated().dataSource();
    private final JdbcClient sql = JdbcClient.create(database);
    private final ErasureFence fence = new ErasureFence(sql);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database));

    @Test
    void an_erasure_waits_for_what_has_begun_and_is_not_committed_and_then_sees_it() {
        var seen = new CompletableFuture<Boolean>();
        transaction.executeWithoutResult(_ -> {
            assertThat(fence.enter(ANN)).isTrue();
            sql.sql("insert into activation_owner (activation_id, customer_id) values ('act_1', ?)")
                    .param(ANN.value())
                    .update();
            erases(ANN, seen);
            await().until(this::somebodyWaits);
            assertThat(seen).isNotDone();
        });
        assertThat(seen.join()).isTrue();
    }

    @Test
    void what_begins_waits_for_an_erasure_and_then_knows_of_it() {
        sql.sql(
                        """
                        insert into app_user (id, email, password_hash, roles, created_at)
                        values (?, 'ann@example.com', 'secret', 'USER', now())
                        """)
                .param(ANN.value())
                .update();
        var entered = new CompletableFuture<Boolean>();
        transaction.executeWithoutResult(_ -> {
            fence.close(ANN);
            entered.completeAsync(() -> transaction.execute(_ -> fence.enter(ANN)));
            await().until(this::somebodyWaits);
            sql.sql("update app_user set password_hash = '' where id = ?")
                    .param(ANN.value())
                    .update();
        });
        assertThat(entered.join()).isFalse();
    }

    @Test
    void customers_do_not_wait_for_each_other_nor_one_for_itself() {
        transaction.executeWithoutResult(_ -> {
            fence.close(ANN);
            assertThat(
                            CompletableFuture.supplyAsync(
                                            () -> transaction.execute(_ -> fence.enter(BOB)))
                                    .join())
                    .isTrue();
        });
        transaction.executeWithoutResult(_ -> {
            fence.enter(ANN);
            assertThat(
                            CompletableFuture.supplyAsync(
                                            () -> transaction.execute(_ -> fence.enter(ANN)))
                                    .join())
                    .isTrue();
        });
    }

    private void erases(CustomerId customer, CompletableFuture<Boolean> seen) {
        seen.completeAsync(() ->
                transaction.execute(_ -> {
                    fence.close(customer);
                    return sql.sql(
                                    "select exists (select from activation_owner where customer_id = ? and open)")
                            .param(customer.value())
                            .query(Boolean.class)
                            .single();
                }));
    }

    private boolean somebodyWaits() {
        return sql.sql(
                        "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }
}
