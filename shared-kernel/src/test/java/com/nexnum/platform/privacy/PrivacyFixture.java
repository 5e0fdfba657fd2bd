package com.nexnum.platform.privacy;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nexnum.platform.database.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One process's view of a database: its own cache, its own master key, a clock at a standstill. */
final class PrivacyFixture {

    final CustomerKeys keys;
    final TinkPersonalData data;
    final JdbcClient sql;
    final TransactionTemplate transaction;

    private PrivacyFixture(DataSource source, MasterKey master, Ticker ticker) {
        sql = JdbcClient.create(source);
        var manager = new JdbcTransactionManager(source);
        transaction = new TransactionTemplate(manager);
        var clock = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
        keys = new CustomerKeys(new CustomerKeyTable(sql, clock), master, manager, ticker);
        data = new TinkPersonalData(keys);
    }

    static PrivacyFixture on(TestDatabase database, MasterKey master, Ticker ticker) {
        return new PrivacyFixture(database.dataSource(), master, ticker);
    }

    static PrivacyFixture on(TestDatabase database, MasterKey master) {
        return on(database, master, Ticker.systemTicker());
    }
}
