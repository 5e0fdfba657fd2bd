package com.nexnum.trial.command;

import com.nexnum.kernel.wallet.WalletEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a row for each operation of a wallet, and then fails on those it is told to fail on. */
@ProcessingGroup("brittle")
public final class BrittleProjection {

    public static final String TABLE =
            """
            create table brittle (
                n         bigint generated always as identity primary key,
                wallet    text not null,
                operation text not null
            )
            """;

    /** The operations on which it fails. */
    public final Map<String, Fault> faults = new ConcurrentHashMap<>();

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    /** What goes wrong after the row was written. */
    public enum Fault {
        BUG,
        STATEMENT;

        public String words() {
            return this == BUG ? "a bug" : "division by zero";
        }
    }

    BrittleProjection(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventHandler
    void on(WalletEvent event) {
        var operation = event.operationId().value();
        sql.sql("insert into brittle (wallet, operation) values (:wallet, :operation)")
                .param("wallet", event.walletId().value())
                .param("operation", operation)
                .update();
        switch (faults.get(operation)) {
            case BUG -> throw new IllegalStateException("a bug");
            case STATEMENT -> sql.sql("select 1/0").query().singleValue();
            case null -> {}
        }
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate brittle").update();
    }

    /** Not even a superuser changes events, unless triggers are off. */
    public void asSuperuser(String change) {
        transaction.executeWithoutResult(_ -> {
            sql.sql("set local session_replication_role = replica").update();
            sql.sql(change).update();
        });
    }
}
