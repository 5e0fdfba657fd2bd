package com.nexnum.query.ledger.asof;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.query.platform.SqlInstant;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds points of the journal. One order holds for all accounts: that of the entries' numbers. */
@Component
public class JournalPoints {

    private final JdbcClient sql;
    private final Clock clock;

    public JournalPoints(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @param parameter who asks, for a refusal
     * @throws ProblemException 400 AS_OF_OUT_OF_RANGE before the first entry, behind the last one
     *     or in the future; the range stands in the details
     */
    public JournalPoint at(AsOf asOf, String parameter) {
        return switch (asOf) {
            case AsOf.Latest _ -> last();
            case AsOf.Entry(var number) -> {
                if (first().isEmpty()
                        || number < first().get().entry()
                        || number > last().entry()) {
                    throw outOfRange(parameter);
                }
                yield lastUpTo(number);
            }
            case AsOf.At(var instant) -> {
                if (first().isEmpty()
                        || instant.isBefore(begin(first().get()))
                        || instant.isAfter(clock.instant())) {
                    throw outOfRange(parameter);
                }
                yield lastUpTo(before(firstLaterThan(instant)));
            }
        };
    }

    /**
     * @throws ProblemException 400 AS_OF_OUT_OF_RANGE in the future
     */
    public void requirePast(Instant instant, String parameter) {
        if (instant.isAfter(clock.instant())) {
            throw outOfRange(parameter);
        }
    }

    /** The last entry before an instant, without a look at the range. */
    public JournalPoint before(Instant instant) {
        return lastUpTo(before(firstLaterThan(instant.minusNanos(1_000))));
    }

    /** The last entry whose number is not above this one. */
    public JournalPoint lastUpTo(long number) {
        return point("where position <= :number order by position desc limit 1", number)
                .orElse(JournalPoint.BEFORE_ALL);
    }

    /** The last one of all. */
    public JournalPoint last() {
        return lastUpTo(Long.MAX_VALUE);
    }

    Optional<JournalPoint> first() {
        return point("where position >= :number order by position limit 1", 0);
    }

    private Optional<JournalPoint> point(String where, long number) {
        return sql.sql("select position, occurred_at from ledger_entry " + where)
                .param("number", number)
                .query((row, _) ->
                        new JournalPoint(
                                row.getLong("position"), SqlInstant.from(row, "occurred_at")))
                .optional();
    }

    private static long before(Optional<Long> position) {
        return position.map(found -> found - 1).orElse(Long.MAX_VALUE);
    }

    /** LedgerCheckpoints say in which stretch of the journal it stands; only that one is read. */
    private Optional<Long> firstLaterThan(Instant instant) {
        return sql.sql(
                        """
                        select position from ledger_entry
                         where occurred_at > :instant and position > coalesce(
                               (select max(position) from ledger_checkpoint
                                 where journal = pg_relation_filenode('ledger_posting')::bigint and position < coalesce(
                                       (select position from ledger_checkpoint
                                         where journal = pg_relation_filenode('ledger_posting')::bigint and latest > :instant
                                         order by latest, position limit 1), :end)), -1)
                         order by position limit 1
                        """)
                .param("instant", SqlInstant.of(instant))
                .param("end", Long.MAX_VALUE)
                .query(Long.class)
                .optional();
    }

    private ProblemException outOfRange(String parameter) {
        var problem =
                Problem.of(
                                400,
                                "AS_OF_OUT_OF_RANGE",
                                parameter + " is outside of what the ledger can tell.")
                        .with("parameter", parameter);
        return first().map(first ->
                        problem.with("from", begin(first).toString())
                                .with("to", clock.instant().toString())
                                .with("firstEntry", first.entry())
                                .with("lastEntry", last().entry()))
                .orElse(problem.with("entries", 0))
                .raised();
    }

    private static Instant begin(JournalPoint first) {
        return first.occurredAt() == null ? Instant.EPOCH : first.occurredAt();
    }
}
