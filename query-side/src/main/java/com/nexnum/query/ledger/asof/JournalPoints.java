package com.nexnum.query.ledger.asof;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                require(range().filter(range -> range.holds(number)), parameter);
                yield lastUpTo(number);
            }
            case AsOf.At(var instant) -> {
                require(range().filter(range -> !instant.isBefore(range.begin())), parameter);
                requirePast(instant, parameter);
                yield beforeTheFirstAfter(instant);
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
        return beforeTheFirstAfter(instant.minusNanos(1_000));
    }

    /** The last entry whose number is not above this one. */
    public JournalPoint lastUpTo(long number) {
        return sql.sql(
                        """
                        select position, occurred_at from ledger_entry where position <= :number
                         order by position desc limit 1
                        """)
                .param("number", number)
                .query((row, _) -> point(row))
                .optional()
                .orElse(JournalPoint.BEFORE_ALL);
    }

    /** The last one of all. */
    public JournalPoint last() {
        return lastUpTo(Long.MAX_VALUE);
    }

    /** Checkpoints say in which stretch of the journal it stands; only that one is read. */
    private JournalPoint beforeTheFirstAfter(Instant instant) {
        return sql.sql(
                        """
                        select position, occurred_at from ledger_entry where position < coalesce(
                               (select position from ledger_entry
                                 where occurred_at > :instant and position > coalesce(
                                       (select max(position) from ledger_checkpoint
                                         where journal = pg_relation_filenode('ledger_posting')::bigint and position < coalesce(
                                               (select position from ledger_checkpoint
                                                 where journal = pg_relation_filenode('ledger_posting')::bigint
                                                   and latest > :instant
                                                 order by latest, position limit 1), :end)), -1)
                                 order by position limit 1), :end)
                         order by position desc limit 1
                        """)
                .param("instant", SqlInstant.of(instant))
                .param("end", Long.MAX_VALUE)
                .query((row, _) -> point(row))
                .optional()
                .orElse(JournalPoint.BEFORE_ALL);
    }

    private static JournalPoint point(ResultSet row) throws SQLException {
        return new JournalPoint(row.getLong("position"), SqlInstant.from(row, "occurred_at"));
    }

    /** From the first entry, and when it happened, to the last. */
    private record Range(long first, Instant begin, long last) {
        boolean holds(long number) {
            return first <= number && number <= last;
        }
    }

    private Optional<Range> range() {
        return sql.sql(
                        """
                        select first.position, first.occurred_at, last.position as last
                          from (select position, occurred_at from ledger_entry order by position limit 1) first,
                               (select position from ledger_entry order by position desc limit 1) last
                        """)
                .query((row, _) ->
                        new Range(
                                row.getLong("position"),
                                SqlInstant.from(row, "occurred_at"),
                                row.getLong("last")))
                .optional();
    }

    private void require(Optional<Range> holding, String parameter) {
        if (holding.isEmpty()) {
            throw outOfRange(parameter);
        }
    }

    private ProblemException outOfRange(String parameter) {
        var problem =
                Problem.of(
                                400,
                                "AS_OF_OUT_OF_RANGE",
                                parameter + " is outside of what the ledger can tell.")
                        .with("parameter", parameter);
        return range().map(range ->
                        problem.with("from", range.begin().toString())
                                .with("to", clock.instant().toString())
                                .with("firstEntry", range.first())
                                .with("lastEntry", range.last()))
                .orElse(problem.with("entries", 0))
                .raised();
    }
}
