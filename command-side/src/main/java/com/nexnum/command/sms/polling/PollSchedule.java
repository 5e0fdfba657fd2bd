package com.nexnum.command.sms.polling;

import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which numbers are polled. Written in the transaction of what happens to the number. */
@Component
public class PollSchedule {

    private static final Duration FIRST_POLL = Duration.ofSeconds(2);

    /** What is hurried is due before everything that waits. */
    static final Duration AHEAD = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final PollBell bell;

    PollSchedule(JdbcClient sql, PollBell bell) {
        this.sql = sql;
        this.bell = bell;
    }

    /**
     * @param since when the customer got the number
     * @param details what a poll needs to know
     */
    public void begin(ActivationId id, ProviderSlug provider, Instant since, String details) {
        sql.sql(
                        """
                        insert into polling (activation_id, provider, since, due_at, details)
                        values (:id, :provider, :since, :due, :details)
                        on conflict (activation_id) do update
                           set due_at = excluded.due_at, details = excluded.details
                        """)
                .param("id", id.value())
                .param("provider", provider.value())
                .param("since", Timestamp.from(since))
                .param("due", Timestamp.from(since.plus(FIRST_POLL)))
                .param("details", details)
                .update();
    }

    /** Polls the number next; nothing when it is not polled. */
    public void hurry(ActivationId id, Instant now) {
        sql.sql(
                        """
                        update polling set due_at = least(due_at, :due) where activation_id = :id
                        """)
                .param("id", id.value())
                .param("due", Timestamp.from(now.minus(AHEAD)))
                .update();
        CurrentUnitOfWork.ifStarted(unit -> unit.root().afterCommit(_ -> bell.ring()));
        if (!CurrentUnitOfWork.isStarted()) {
            bell.ring();
        }
    }

    /** Polls with other details from now on, soon; nothing when the number is not polled. */
    public void revise(ActivationId id, Instant now, String details) {
        sql.sql("update polling set due_at = :due, details = :details where activation_id = :id")
                .param("id", id.value())
                .param("due", Timestamp.from(now.plus(FIRST_POLL)))
                .param("details", details)
                .update();
    }

    /** A number that is polled. */
    public record Polled(ActivationId activationId, UpstreamId upstreamId) {}

    /** Those of a provider that customers got before that time. */
    public List<Polled> polled(ProviderSlug provider, Instant before) {
        return sql.sql(
                        """
                        select activation_id, details::jsonb ->> 'upstreamId' from polling
                         where provider = :provider and since < :before
                        """)
                .param("provider", provider.value())
                .param("before", Timestamp.from(before))
                .query((row, _) ->
                        new Polled(
                                new ActivationId(row.getString(1)),
                                new UpstreamId(row.getString(2))))
                .list();
    }

    public void end(ActivationId id) {
        sql.sql("delete from polling where activation_id = :id").param("id", id.value()).update();
    }
}
