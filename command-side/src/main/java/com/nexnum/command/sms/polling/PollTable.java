package com.nexnum.command.sms.polling;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes up polls that are due. Taking a poll moves it to its next time, in one statement for many:
 * nothing is to be written when they are done, and what a killed process took comes again by
 * itself. No statement here waits for a row that another holds.
 */
@Component
class PollTable {

    private static final String STEP =
            "width_bucket(cast(extract(epoch from cast(:now as timestamptz) - since) as bigint),"
                    + " cast(:ages as bigint[])) + 1";

    private final JdbcClient sql;

    PollTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The ones that are due for the longest time. */
    List<Poll> take(String provider, Instant now, long stretch, int atMost) {
        return sql.sql(
                        """
                        with due as materialized (
                            select activation_id, %s as step
                              from polling where provider = :provider and due_at <= :now
                             order by due_at limit :most for update skip locked)
                        update polling p
                           set asked_at = :now,
                               due_at = cast(:now as timestamptz) + interval '1 millisecond'
                                 * ((cast(:least as bigint[]))[due.step] + random()
                                   * ((cast(:most_ms as bigint[]))[due.step]
                                     - (cast(:least as bigint[]))[due.step]))
                                 * :stretch / 1000
                          from due where p.activation_id = due.activation_id
                        returning p.activation_id, p.details
                        """
                                .formatted(STEP))
                .param("provider", provider)
                .param("now", Timestamp.from(now))
                .param("ages", PollPace.AGES)
                .param("least", PollPace.AT_LEAST)
                .param("most_ms", PollPace.AT_MOST)
                .param("stretch", stretch)
                .param("most", atMost)
                .query((row, _) -> new Poll(row.getString(1), row.getString(2)))
                .list();
    }

    /** These could not be asked for, and are next. */
    void putBack(Collection<String> ids, Instant now) {
        sql.sql(
                        """
                        update polling set due_at = least(due_at, :due)
                         where activation_id in (select activation_id from polling
                                where activation_id in (:ids) for update skip locked)
                        """)
                .param("due", Timestamp.from(now.minus(PollSchedule.AHEAD)))
                .param("ids", ids)
                .update();
    }

    /** How many numbers are polled at each step of {@link PollPace}. */
    List<Long> census(String provider, Instant now) {
        var counts = new ArrayList<>(Collections.nCopies(PollPace.STEPS.size(), 0L));
        sql.sql(
                        "select %s, count(*) from polling where provider = :provider group by 1"
                                .formatted(STEP))
                .param("provider", provider)
                .param("now", Timestamp.from(now))
                .param("ages", PollPace.AGES)
                .query(row -> {
                    counts.set(row.getInt(1) - 1, row.getLong(2));
                });
        return counts;
    }

    /** Brings forward what was put off for longer than the stretch asks for now. */
    void tighten(String provider, Instant now, long stretch) {
        sql.sql(
                        """
                        with late as materialized (
                            select activation_id, asked_at + interval '1 millisecond'
                                     * (cast(:most_ms as bigint[]))[%s] * :stretch / 1000 as due
                              from polling where provider = :provider and due_at > :now
                               for update skip locked)
                        update polling p set due_at = late.due
                          from late
                         where p.activation_id = late.activation_id and p.due_at > late.due
                        """
                                .formatted(STEP))
                .param("provider", provider)
                .param("now", Timestamp.from(now))
                .param("ages", PollPace.AGES)
                .param("most_ms", PollPace.AT_MOST)
                .param("stretch", stretch)
                .update();
    }

    /** A number that is to be asked for now. */
    record Poll(String id, String details) {}
}
