package com.nexnum.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds the read models once more from nothing: they must come out as they were. */
final class Replay {

    private static final List<String> PROCESSORS =
            List.of(
                    "activations",
                    "activenumbers",
                    "balance",
                    "feed",
                    "ledger",
                    "orders",
                    "pricing");
    private static final List<String> TABLES =
            List.of(
                    "activations",
                    "activenumbers",
                    "balance",
                    "feed",
                    "feed_wallet",
                    "ledger_wallet",
                    "ledger_entry",
                    "ledger_posting",
                    "orders",
                    "orders_attempt",
                    "pricing");

    private final Harness harness;
    private final JdbcClient sql;

    Replay(Harness harness) {
        this.harness = harness;
        this.sql = JdbcClient.create(harness.app().database().dataSource());
    }

    /** Of a quiet system; the application is killed, and not started again. */
    void check() {
        harness.killApp();
        var before = rows();
        forget();
        try (var _ = harness.app().startReader()) {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> caughtUp());
        }
        harness.tally().replayed(differences(before, rows()));
    }

    static List<Complaint> differences(List<String> before, List<String> after) {
        var gone = new LinkedHashSet<>(before);
        after.forEach(gone::remove);
        var come = new LinkedHashSet<>(after);
        before.forEach(come::remove);
        var complaints = new ArrayList<Complaint>();
        gone.forEach(row -> complaints.add(Complaint.wrong("No replay gives " + row)));
        come.forEach(row -> complaints.add(Complaint.wrong("A replay gives " + row)));
        if (before.isEmpty()) {
            complaints.add(Complaint.lost("The read models are empty"));
        }
        return complaints;
    }

    private List<String> rows() {
        return TABLES.stream()
                .flatMap(table ->
                        sql
                                .sql(
                                        "select '%s ' || to_jsonb(t)::text from %s t order by 1"
                                                .formatted(table, table))
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }

    private void forget() {
        var transactions = new JdbcTransactionManager(harness.app().database().dataSource());
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> {
                    var within =
                            JdbcClient.create(
                                    java.util.Objects.requireNonNull(transactions.getDataSource()));
                    TABLES.forEach(table -> within.sql("truncate " + table).update());
                    within.sql("delete from token_entry where processor_name in (:all)")
                            .param("all", PROCESSORS)
                            .update();
                });
    }

    /** All of them have begun, and each is at the head. */
    private boolean caughtUp() {
        return sql.sql(
                        """
                        select count(distinct processor_name) = :all
                               and min((convert_from(token, 'UTF8')::json ->> 'index')::bigint)
                                   >= (select max(global_index) from domain_event_entry)
                          from token_entry where processor_name in (:names)
                           and token_type like '%GapAwareTrackingToken'
                        """)
                .param("all", PROCESSORS.size())
                .param("names", PROCESSORS)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
