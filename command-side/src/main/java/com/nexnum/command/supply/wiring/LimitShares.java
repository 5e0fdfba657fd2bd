package com.nexnum.command.supply.wiring;

import com.nexnum.command.supply.Line.SharedLimit;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many tickets of a provider's limit each process holds. Tickets that one process gave up, or
 * that lapsed with it, go to the others; the sum is never above the limit.
 */
final class LimitShares {

    /** A process that renewed last this long ago calls nobody. */
    static final Duration LEASE = Duration.ofSeconds(4);

    /** What was sent at the end of the lease is answered, and a second has passed since. */
    private static final Duration LAPSES = LEASE.plusSeconds(2);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final String process = MemberIds.next();

    LimitShares(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    private record Others(int count, int before, int tickets) {}

    /**
     * Keeps what this process holds, gives up what is above its fair part, and takes what is free
     * up to there.
     */
    void renew(String provider, SharedLimit limit) {
        long begun = System.nanoTime();
        int tickets =
                transaction.execute(_ -> {
                    sql.sql("select pg_advisory_xact_lock(hashtextextended(:name, 1))")
                            .param("name", "upstream_share " + provider)
                            .query((_, _) -> 0)
                            .single();
                    var others = others(provider);
                    int processes = others.count() + 1;
                    int extra = others.before() < limit.tickets() % processes ? 1 : 0;
                    int fair = limit.tickets() / processes + extra;
                    int bound = limit.narrow(fair);
                    int free = Math.max(0, limit.tickets() - others.tickets());
                    int holds = Math.min(Math.max(fair, bound), free);
                    write(provider, holds, LAPSES);
                    return Math.min(fair, holds);
                });
        limit.hold(tickets, begun + LEASE.toNanos());
    }

    /** What it used last is free for others in two seconds. */
    void end(String provider, SharedLimit limit) {
        limit.hold(0, System.nanoTime());
        sql.sql(
                        """
                        update upstream_share
                           set until = least(until, clock_timestamp() + interval '2 seconds')
                         where provider = :provider and process = :process
                        """)
                .param("provider", provider)
                .param("process", process)
                .update();
    }

    private Others others(String provider) {
        sql.sql(
                        """
                        delete from upstream_share
                         where provider = :provider and until < clock_timestamp()
                        """)
                .param("provider", provider)
                .update();
        return sql.sql(
                        """
                        select count(*), count(*) filter (where process < :process),
                               coalesce(sum(tickets), 0)
                          from upstream_share where provider = :provider and process <> :process
                        """)
                .param("provider", provider)
                .param("process", process)
                .query((row, _) -> new Others(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    private void write(String provider, int tickets, Duration lapses) {
        sql.sql(
                        """
                        insert into upstream_share (provider, process, tickets, until)
                        values (:provider, :process, :tickets,
                                clock_timestamp() + :seconds * interval '1 second')
                        on conflict (provider, process)
                        do update set tickets = excluded.tickets, until = excluded.until
                        """)
                .param("provider", provider)
                .param("process", process)
                .param("tickets", tickets)
                .param("seconds", lapses.toSeconds())
                .update();
    }
}
