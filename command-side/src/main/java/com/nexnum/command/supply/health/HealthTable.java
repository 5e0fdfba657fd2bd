package com.nexnum.command.supply.health;

import com.nexnum.command.supply.CallOutcome;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.kernel.supply.ProviderSlug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The minutes of all processes, added up. */
@Component
class HealthTable {

    private final JdbcTemplate batch;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    HealthTable(JdbcTemplate batch, PlatformTransactionManager transactions) {
        this.batch = batch;
        this.sql = JdbcClient.create(batch);
        this.transactions = new TransactionTemplate(transactions);
    }

    /** A row of the table. */
    record Entry(Slot slot, Tally tally) {}

    /**
     * Adds to what is there, all or nothing.
     *
     * @param tallies in the order of {@link Slot#IN_ORDER}
     */
    void add(Map<Slot, Tally> tallies) {
        var rows =
                tallies.entrySet().stream()
                        .map(it ->
                                new Object[] {
                                    it.getKey().provider().value(),
                                    Timestamp.from(it.getKey().minute()),
                                    it.getKey().kind().name(),
                                    it.getKey().outcome().name(),
                                    it.getValue().calls(),
                                    it.getValue().latencies().stored()
                                })
                        .toList();
        transactions.executeWithoutResult(_ ->
                batch.batchUpdate(
                        """
                        insert into supply_health as h (provider, minute, kind, outcome, calls, latency)
                        values (?, ?, ?, ?, ?, ?::bigint[])
                        on conflict (provider, minute, kind, outcome) do update
                           set calls = h.calls + excluded.calls,
                               latency = coalesce(
                                   (select array_agg(coalesce(a, 0) + coalesce(b, 0) order by n)
                                      from unnest(h.latency, excluded.latency)
                                           with ordinality as both_of(a, b, n)),
                                   '{}')
                        """,
                        rows));
    }

    /** The newest minutes with calls to a provider, whole, each in the order of kinds. */
    List<Entry> minutes(ProviderSlug provider, Instant from, Instant before, int atMost) {
        return sql.sql(
                        """
                        select * from supply_health
                         where provider = :provider and minute in
                               (select distinct minute from supply_health
                                 where provider = :provider and minute >= :from and minute < :before
                                 order by minute desc limit :most)
                         order by minute desc, kind, outcome
                        """)
                .param("provider", provider.value())
                .param("from", Timestamp.from(from))
                .param("before", Timestamp.from(before))
                .param("most", atMost)
                .query((row, _) -> entry(row))
                .list();
    }

    int forgetBefore(Instant minute) {
        return sql.sql("delete from supply_health where minute < :minute")
                .param("minute", Timestamp.from(minute))
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var slot =
                new Slot(
                        new ProviderSlug(row.getString("provider")),
                        row.getTimestamp("minute").toInstant(),
                        Operation.valueOf(row.getString("kind")),
                        CallOutcome.valueOf(row.getString("outcome")));
        var latencies = Latencies.read((Long[]) row.getArray("latency").getArray());
        return new Entry(slot, new Tally(row.getLong("calls"), latencies));
    }
}
