package com.nexnum.query.ledger.asof;

import com.nexnum.query.platform.SqlInstant;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds the journal up, stretch by stretch. A checkpoint is written beside the journal and never in
 * the way of it: it is summed first, and counts only when, with new postings held off for a moment,
 * none came into the stretch meanwhile. What comes below it later takes it away again: a trigger of
 * {@code ledger_posting} sees to that in the same transaction.
 */
@Component
class LedgerCheckpoints {

    private static final int ENTRIES_APART = 2_000;
    private static final int POSTINGS_OF_A_CUSTOMER = 500;
    private static final int AT_ONCE = 20;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final int entriesApart;
    private final int postingsOfACustomer;

    @Autowired
    LedgerCheckpoints(JdbcClient sql, TransactionTemplate transaction) {
        this(sql, transaction, ENTRIES_APART, POSTINGS_OF_A_CUSTOMER);
    }

    LedgerCheckpoints(
            JdbcClient sql,
            TransactionTemplate transaction,
            int entriesApart,
            int postingsOfACustomer) {
        this.sql = sql;
        this.transaction = transaction;
        this.entriesApart = entriesApart;
        this.postingsOfACustomer = postingsOfACustomer;
    }

    private record Checkpoint(long position, long entries, Instant latest) {}

    /**
     * Writes those that are missing up to a position, a few in one transaction.
     *
     * @return how many were written; 0 when there is nothing to do, or another process is at it
     */
    int write(long horizon) {
        var written =
                transaction.execute(status -> {
                    if (!isOurs()) {
                        return 0;
                    }
                    sql.sql("set local lock_timeout = '2s'").update();
                    var journal = journal();
                    sql.sql("delete from ledger_checkpoint where journal <> ?")
                            .param(journal)
                            .update();
                    var first = last(journal);
                    var last = first;
                    var count = 0;
                    for (var next = next(last, horizon);
                            next.isPresent() && count < AT_ONCE;
                            count++) {
                        sum(journal, last, next.get());
                        last = next.get();
                        next = next(last, horizon);
                    }
                    if (count > 0 && !isStillWhatWasSummed(first, last)) {
                        status.setRollbackOnly();
                        return 0;
                    }
                    return count;
                });
        return written == null ? 0 : written;
    }

    private boolean isOurs() {
        return sql.sql(
                        "select pg_try_advisory_xact_lock(hashtextextended('ledger checkpoints', 0))")
                .query(Boolean.class)
                .single();
    }

    /** Another one after each rebuild and each reset. */
    private long journal() {
        return sql.sql("select pg_relation_filenode('ledger_posting')::bigint")
                .query(Long.class)
                .single();
    }

    private Checkpoint last(long journal) {
        return sql.sql(
                        """
                        select position, entries, latest from ledger_checkpoint where journal = ?
                         order by position desc limit 1
                        """)
                .param(journal)
                .query((row, _) ->
                        new Checkpoint(
                                row.getLong(1), row.getLong(2), SqlInstant.from(row, "latest")))
                .optional()
                .orElse(new Checkpoint(-1, 0, Instant.EPOCH));
    }

    private Optional<Checkpoint> next(Checkpoint last, long horizon) {
        return sql.sql(
                        """
                        with stretch as (
                             select position, occurred_at from ledger_entry
                              where position > :last and position <= :horizon order by position limit :apart)
                        select max(position) as position, greatest(max(occurred_at), :latest) as latest
                          from stretch having count(*) = :apart
                        """)
                .param("last", last.position())
                .param("horizon", horizon)
                .param("apart", entriesApart)
                .param("latest", SqlInstant.of(last.latest()))
                .query((row, _) ->
                        new Checkpoint(
                                row.getLong("position"),
                                last.entries() + entriesApart,
                                SqlInstant.from(row, "latest")))
                .optional();
    }

    private void sum(long journal, Checkpoint last, Checkpoint next) {
        sql.sql("insert into ledger_checkpoint values (?, ?, ?, ?)")
                .params(journal, next.position(), next.entries(), SqlInstant.of(next.latest()))
                .update();
        sql.sql(CheckpointSums.OF_ALL)
                .param("journal", journal)
                .param("last", last.position())
                .param("next", next.position())
                .update();
        sql.sql(CheckpointSums.OF_BUSY_CUSTOMERS)
                .param("journal", journal)
                .param("last", last.position())
                .param("next", next.position())
                .param("many", postingsOfACustomer)
                .update();
    }

    /** Whoever was just posting has committed once we hold the lock; nobody posts until we do. */
    private boolean isStillWhatWasSummed(Checkpoint first, Checkpoint last) {
        sql.sql("lock table ledger_posting in share mode").update();
        var entries =
                sql.sql("select count(*) from ledger_entry where position > ? and position <= ?")
                        .params(first.position(), last.position())
                        .query(Long.class)
                        .single();
        return entries == last.entries() - first.entries();
    }
}
