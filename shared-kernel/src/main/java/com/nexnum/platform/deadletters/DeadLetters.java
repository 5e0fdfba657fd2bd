package com.nexnum.platform.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, of every group and every process; the database's clock says when it is due. */
@Component
public class DeadLetters {

    /** The first letter of each sequence. */
    private static final String FIRST =
            """
            (select distinct on (processing_group, sequence_identifier) *,
                    count(*) over (partition by processing_group, sequence_identifier) - 1 as behind
               from dead_letter_entry
              order by processing_group, sequence_identifier, sequence_index)
            """;

    private final JdbcClient sql;

    DeadLetters(JdbcClient sql) {
        this.sql = sql;
    }

    /** A sequence of a group. */
    public record SequenceKey(String group, String sequence) {}

    /**
     * The sequences that wait, by group and name, behind the given one.
     *
     * @param group of one group alone, or of all
     */
    public List<WaitingSequence> after(
            @Nullable String group, @Nullable SequenceKey last, int atMost) {
        return sql.sql(
                        "select f.*, (select global_index from domain_event_entry e"
                                + " where e.event_identifier = f.event_identifier) as position from "
                                + FIRST
                                + """
                                 f where (processing_group, sequence_identifier) > (:group, :sequence)
                                   and (:only::text is null or processing_group = :only)
                                 order by processing_group, sequence_identifier limit :most
                                """)
                .param("only", group)
                .param("group", last == null ? "" : last.group())
                .param("sequence", last == null ? "" : last.sequence())
                .param("most", atMost)
                .query((row, _) -> waiting(row))
                .list();
    }

    /** How many events wait, of each group that has any. */
    public Map<String, Long> countByGroup() {
        return sql
                .sql("select processing_group, count(*) from dead_letter_entry group by 1")
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Makes everything due that waits in a group; its processes soon try it.
     *
     * @param sequence one sequence alone, or all of the group
     * @return how many sequences are due now
     */
    public int retryNow(String group, @Nullable String sequence) {
        return sql.sql(
                        "update dead_letter_entry set retry_at = now() where dead_letter_id in"
                                + " (select dead_letter_id from "
                                + FIRST
                                + """
                                 f where processing_group = :group
                                   and (:sequence::text is null or sequence_identifier = :sequence))
                                """)
                .param("group", group)
                .param("sequence", sequence)
                .update();
    }

    /**
     * Gives up the first event of a sequence for its group, and keeps who did it and why; what
     * waits behind it is due now.
     *
     * @return the sequence as it was, or empty when no sequence of the group begins with the event
     */
    public Optional<WaitingSequence> discard(
            String group, String eventId, String by, String reason) {
        return sql.sql(
                        "with gone as (delete from dead_letter_entry where dead_letter_id ="
                                + " (select dead_letter_id from "
                                + FIRST
                                + """
                                 f where processing_group = :group and event_identifier = :event)
                                returning *),
                                told as (
                                select gone.*, (select global_index from domain_event_entry e
                                                 where e.event_identifier = gone.event_identifier) as position,
                                       (select count(*) - 1 from dead_letter_entry d
                                         where d.processing_group = gone.processing_group
                                           and d.sequence_identifier = gone.sequence_identifier)
                                       as behind
                                  from gone),
                                kept as (
                                insert into dead_letter_discard (discarded_at, discarded_by, reason, letter_group, sequence,
                                       event_id, event_name, position, cause_type, cause, behind)
                                select now(), :by, :reason, processing_group, sequence_identifier, event_identifier,
                                       payload_type, position, cause_type, cause_message, behind from told)
                                select * from told
                                """)
                .param("group", group)
                .param("event", eventId)
                .param("by", by)
                .param("reason", reason)
                .query((row, _) -> waiting(row))
                .optional();
    }

    /** One event that waits, the first of its sequence or behind it. */
    public Optional<Letter> find(String id) {
        return sql.sql(
                        """
                        select d.*, e.global_index as position, coalesce(e.payload, convert_from(d.payload, 'UTF8')) as content
                          from dead_letter_entry d left join domain_event_entry e using (event_identifier)
                         where d.dead_letter_id = :id
                        """)
                .param("id", id)
                .query((row, _) -> Letter.of(row))
                .optional();
    }

    /** Which sequence of a group the event waits in. */
    public Optional<String> sequenceOf(String group, String eventId) {
        return sql.sql(
                        "select sequence_identifier from dead_letter_entry where processing_group = ? and event_identifier = ?")
                .params(group, eventId)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    /** What was given up, newest first, before the given one. */
    public List<Discarded> discarded(long before, int atMost) {
        return sql.sql("select * from dead_letter_discard where id < ? order by id desc limit ?")
                .params(before, atMost)
                .query((row, _) -> Discarded.of(row))
                .list();
    }

    List<SequenceKey> due(Collection<String> groups, boolean all) {
        return groups.isEmpty()
                ? List.of()
                : sql.sql(
                                "select processing_group, sequence_identifier from "
                                        + FIRST
                                        + """
                                         f where processing_group in (:groups)
                                           and (:all or retry_at <= now()) order by retry_at limit 100
                                        """)
                        .param("groups", groups)
                        .param("all", all)
                        .query((row, _) -> new SequenceKey(row.getString(1), row.getString(2)))
                        .list();
    }

    /** Puts the next try off, twice as long each time. */
    void failedAgain(SequenceKey key, Duration first, Duration atMost) {
        sql.sql(
                        """
                        update dead_letter_entry set attempts = attempts + 1, retry_at = now() +
                         least(:first::bigint * power(2, least(attempts, 30)), :most::bigint)
                         * interval '1 millisecond'
                         where processing_group = :group and sequence_identifier = :sequence
                           and sequence_index = (select min(sequence_index) from dead_letter_entry
                            where processing_group = :group and sequence_identifier = :sequence)
                        """)
                .param("first", first.toMillis())
                .param("most", atMost.toMillis())
                .param("group", key.group())
                .param("sequence", key.sequence())
                .update();
    }

    private static WaitingSequence waiting(ResultSet row) throws SQLException {
        return new WaitingSequence(
                row.getString("dead_letter_id"),
                row.getString("processing_group"),
                row.getString("sequence_identifier"),
                row.getString("event_identifier"),
                row.getString("payload_type"),
                row.getObject("position", Long.class),
                row.getString("cause_type"),
                row.getString("cause_message"),
                Instant.parse(row.getString("enqueued_at")),
                row.getLong("behind"),
                row.getInt("attempts"),
                row.getObject("retry_at", OffsetDateTime.class).toInstant());
    }
}
