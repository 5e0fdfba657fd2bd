package com.nexnum.command.platform.agenda;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes up, finishes and postpones entries. */
@Component
class AgendaTable {

    private final JdbcClient sql;

    AgendaTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** An entry with the time until which it is ours. */
    record Taken(Due due, Instant until) {}

    /** Rows that another process is taking are passed over, not waited for. */
    List<Taken> take(String kind, Instant now, Instant until, int atMost) {
        return sql.sql(
                        """
                        update agenda a set due_at = :until, taken = a.taken + 1
                          from (select kind, subject from agenda
                                 where kind = :kind and due_at <= :now
                                 order by due_at limit :most for update skip locked) due
                         where a.kind = due.kind and a.subject = due.subject
                        returning a.kind, a.subject, a.taken, a.details, a.due_at
                        """)
                .param("kind", kind)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("most", atMost)
                .query((row, _) ->
                        new Taken(
                                new Due(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getInt(3),
                                        row.getString(4)),
                                row.getTimestamp(5).toInstant()))
                .list();
    }

    /** Off the agenda, unless it was put there anew meanwhile. */
    void done(Taken taken) {
        sql.sql(
                        """
                        delete from agenda
                         where kind = :kind and subject = :subject and due_at = :until
                        """)
                .param("kind", taken.due().kind())
                .param("subject", taken.due().subject())
                .param("until", Timestamp.from(taken.until()))
                .update();
    }

    /** Due again, unless it was put there anew, hurried or struck meanwhile. */
    void again(Taken taken, Instant dueAt, String details) {
        sql.sql(
                        """
                        update agenda set due_at = :due, details = :details
                         where kind = :kind and subject = :subject and due_at = :until
                        """)
                .param("due", Timestamp.from(dueAt))
                .param("details", details)
                .param("kind", taken.due().kind())
                .param("subject", taken.due().subject())
                .param("until", Timestamp.from(taken.until()))
                .update();
    }
}
