package com.nexnum.faults;

import com.nexnum.faults.Evidence.Balance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads the evidence from the database, behind the product's back. */
final class Books {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;

    Books(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** What the provider sold is read first: what comes later is not expected here yet. */
    Evidence evidence(Upstream upstream, Journal journal) {
        var told = journal.told();
        var sold = upstream.sold();
        return new Evidence(
                events(), sold, messages(), balances(), postings(), deadLetters(), told);
    }

    private List<String> deadLetters() {
        return sql.sql(
                        """
                        select concat_ws(' ', processing_group, sequence_identifier, payload_type, attempts,
                               cause_type, cause_message) from dead_letter_entry order by enqueued_at
                        """)
                .query(String.class)
                .list();
    }

    private List<StoredEvent> events() {
        return sql.sql(
                        """
                        select aggregate_identifier, sequence_number, payload_type, payload
                          from domain_event_entry where payload_type not like 'catalog.%'
                         order by global_index
                        """)
                .query((row, _) ->
                        new StoredEvent(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                JSON.readTree(row.getString(4))))
                .list();
    }

    private Map<String, Set<String>> messages() {
        var messages = new HashMap<String, Set<String>>();
        sql.sql(
                        """
                        select activation_id, m ->> 'text', m ->> 'code'
                          from activations, jsonb_array_elements(sms) m
                        """)
                .query(row -> {
                    var here = messages.computeIfAbsent(row.getString(1), _ -> new HashSet<>());
                    here.add(row.getString(2));
                    here.add(row.getString(3));
                });
        return messages;
    }

    private Map<String, Balance> balances() {
        var balances = new HashMap<String, Balance>();
        sql.sql("select wallet_id, available, held from balance")
                .query(row -> {
                    balances.put(row.getString(1), new Balance(row.getLong(2), row.getLong(3)));
                });
        return balances;
    }

    private Map<String, Long> postings() {
        var sums = new HashMap<String, Long>();
        sql.sql("select currency, sum(amount) from ledger_posting group by currency")
                .query(row -> {
                    sums.put(row.getString(1), row.getLong(2));
                });
        return sums;
    }

    long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Work that has to be done before everything is quiet. */
    List<Complaint> unrest() {
        return sql
                .sql(
                        """
                        select 'the agenda: ' || kind || ' ' || subject || ', taken ' || taken from agenda
                         where kind not in ('poll-sms', 'expire-rental', 'sync-prices', 'reconcile', 'read-balance', 'expire-reservation',
                                            'return-late')
                        union all
                        select 'processor ' || processor_name || ' is behind' from token_entry
                         where token_type like '%GapAwareTrackingToken'
                           and (convert_from(token, 'UTF8')::json ->> 'index')::bigint
                               < (select max(global_index) from domain_event_entry)
                        """)
                .query(String.class)
                .list()
                .stream()
                .map(Complaint::pending)
                .toList();
    }

    /**
     * The dead hold no leases: saves the wait until theirs end, where that is not what is tested.
     */
    void endLeases() {
        sql.sql("update agenda set due_at = now() where taken > 0 and due_at > now()").update();
        sql.sql("update token_entry set owner = null").update();
        sql.sql("update idempotency_record set lease_until = now() where status is null").update();
    }
}
