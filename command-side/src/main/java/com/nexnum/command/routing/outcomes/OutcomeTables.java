package com.nexnum.command.routing.outcomes;

import com.nexnum.command.routing.learning.Judge;
import com.nexnum.command.routing.learning.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps open trials and tallies. */
@Component
class OutcomeTables {

    /**
     * What a tally belongs to; always locked in this order, so that two who count do not wait for
     * each other.
     */
    record Key(String provider, String cell) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int providers = provider.compareTo(other.provider);
            return providers == 0 ? cell.compareTo(other.cell) : providers;
        }
    }

    private final JdbcTemplate sql;
    private final Duration halfLife;

    OutcomeTables(JdbcTemplate sql, Judge judge) {
        this.sql = sql;
        this.halfLife = judge.halfLife();
    }

    List<Trial> trials(Collection<String> orders) {
        return sql.query(
                "select order_id, provider, cell, asked_at, sold_at from routing_trial"
                        + " where order_id = any(?)",
                (row, _) ->
                        new Trial(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                instant(row, 4),
                                instant(row, 5)),
                (Object) orders.toArray(String[]::new));
    }

    void put(Collection<Trial> trials) {
        sql.batchUpdate(
                """
                insert into routing_trial (order_id, provider, cell, asked_at, sold_at)
                values (?, ?, ?, ?, ?)
                on conflict (order_id) do update
                   set provider = excluded.provider, cell = excluded.cell,
                       asked_at = excluded.asked_at, sold_at = excluded.sold_at
                """,
                trials.stream()
                        .map(t ->
                                new Object[] {
                                    t.orderId(),
                                    t.provider(),
                                    t.cell(),
                                    timestamp(t.askedAt()),
                                    timestamp(t.soldAt())
                                })
                        .toList());
    }

    void end(Collection<String> orders) {
        sql.update(
                "delete from routing_trial where order_id = any(?)",
                (Object) orders.toArray(String[]::new));
    }

    /** Adds to what is there. */
    void add(SortedMap<Key, Tally> more) {
        var rows = List.copyOf(more.entrySet());
        sql.batchUpdate(
                """
                insert into routing_tally values (?, ?, 0, 0, 0, 0, 0, ?) on conflict do nothing
                """,
                rows.stream()
                        .map(row ->
                                new Object[] {
                                    row.getKey().provider(),
                                    row.getKey().cell(),
                                    timestamp(row.getValue().asOf())
                                })
                        .toList());
        var before = locked(more.keySet());
        sql.batchUpdate(
                """
                update routing_tally
                   set delivered = ?, silent = ?, sms_seconds = ?, answers = ?, answer_seconds = ?,
                       as_of = ?
                 where provider = ? and cell = ?
                """,
                rows.stream()
                        .map(row ->
                                values(
                                        row.getKey(),
                                        before.getOrDefault(row.getKey(), Tally.NOTHING)
                                                .plus(row.getValue(), halfLife)))
                        .toList());
    }

    void clear() {
        sql.execute("truncate routing_tally, routing_trial");
    }

    private Map<Key, Tally> locked(Collection<Key> keys) {
        var found = new HashMap<Key, Tally>();
        sql.query(
                """
                select provider, cell, delivered, silent, sms_seconds, answers, answer_seconds, as_of
                  from routing_tally
                 where (provider, cell) in (select * from unnest(?::text[], ?::text[]))
                 order by provider collate "C", cell collate "C" for update
                """,
                row -> {
                    found.put(new Key(row.getString(1), row.getString(2)), tally(row));
                },
                keys.stream().map(Key::provider).toArray(String[]::new),
                keys.stream().map(Key::cell).toArray(String[]::new));
        return found;
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getDouble(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getDouble(7),
                row.getTimestamp(8).toInstant());
    }

    private static Object[] values(Key key, Tally tally) {
        return new Object[] {
            tally.delivered(),
            tally.silent(),
            tally.smsSeconds(),
            tally.answers(),
            tally.answerSeconds(),
            timestamp(tally.asOf()),
            key.provider(),
            key.cell()
        };
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
