package com.nexnum.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.platform.database.TestDatabase;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class UnhurriedCommitsTest {

    private final SingleConnectionDataSource connection =
            new SingleConnectionDataSource(TestDatabase.empty().url(), "postgres", "", true);
    private final JdbcClient sql = JdbcClient.create(connection);
    private final UnhurriedCommits commits =
            new UnhurriedCommits(
                    new SpringTransactionManager(new JdbcTransactionManager(connection)), sql);

    @Test
    void its_own_transaction_does_not_wait_for_the_disk_and_the_next_one_does() {
        commits.executeInTransaction(() -> assertThat(mode()).isEqualTo("off"));
        assertThat(mode()).isEqualTo("on");
    }

    @Test
    void one_that_cannot_begin_leaves_no_transaction_behind() {
        var broken =
                new UnhurriedCommits(
                        new SpringTransactionManager(new JdbcTransactionManager(connection)),
                        JdbcClient.create(
                                new SingleConnectionDataSource(
                                        "jdbc:postgresql://localhost:1/none", true)));
        assertThatThrownBy(broken::startTransaction).isInstanceOf(RuntimeException.class);
        assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
    }

    private String mode() {
        return sql.sql("show synchronous_commit").query(String.class).single();
    }
}
