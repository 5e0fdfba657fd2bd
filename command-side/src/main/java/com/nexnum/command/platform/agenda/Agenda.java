package com.nexnum.command.platform.agenda;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be done, and when. Entries are written in the transaction of what makes them
 * necessary, so that an entry is there exactly when its reason is.
 */
@Component
public class Agenda {

    private final JdbcClient sql;
    private final AgendaBell bell;
    private final Clock clock;

    Agenda(JdbcClient sql, AgendaBell bell, Clock clock) {
        this.sql = sql;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * Puts the work on the agenda; an entry of the same kind and subject is replaced.
     *
     * @param details what the work needs to know, as JSON or plain text
     */
    public void put(String kind, String subject, Instant dueAt, String details) {
        sql.sql(
                        """
                        insert into agenda (kind, subject, due_at, details)
                        values (:kind, :subject, :due, :details)
                        on conflict (kind, subject)
                        do update set due_at = excluded.due_at, details = excluded.details, taken = 0
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .param("due", Timestamp.from(dueAt))
                .param("details", details)
                .update();
        ringAfterCommit(kind, dueAt);
    }

    /** Puts the work on the agenda unless it stands there already. */
    public void putIfAbsent(String kind, String subject, Instant dueAt, String details) {
        sql.sql(
                        """
                        insert into agenda (kind, subject, due_at, details)
                        values (:kind, :subject, :due, :details) on conflict do nothing
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .param("due", Timestamp.from(dueAt))
                .param("details", details)
                .update();
        ringAfterCommit(kind, dueAt);
    }

    /** Makes work that stands there due earlier; nothing when it does not stand there. */
    public void hurry(String kind, String subject, Instant dueAt) {
        sql.sql(
                        """
                        update agenda set due_at = least(due_at, :due)
                         where kind = :kind and subject = :subject
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .param("due", Timestamp.from(dueAt))
                .update();
        ringAfterCommit(kind, dueAt);
    }

    /** Changes work that stands there; nothing when it does not stand there. */
    public void revise(String kind, String subject, Instant dueAt, String details) {
        sql.sql(
                        """
                        update agenda set due_at = :due, details = :details
                         where kind = :kind and subject = :subject
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .param("due", Timestamp.from(dueAt))
                .param("details", details)
                .update();
        ringAfterCommit(kind, dueAt);
    }

    /** Whether such work is waiting or under way. */
    public boolean stands(String kind, String subject) {
        return sql.sql(
                        """
                        select exists (select from agenda
                         where kind = :kind and subject = :subject)
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    public void strike(String kind, String subject) {
        sql.sql("delete from agenda where kind = :kind and subject = :subject")
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }

    /** What is due later comes to light when the clerk looks by itself. */
    private void ringAfterCommit(String kind, Instant dueAt) {
        if (dueAt.isAfter(clock.instant())) {
            return;
        }
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(_ -> bell.ringForNews(kind));
        } else {
            bell.ringForNews(kind);
        }
    }
}
