package com.nexnum.command.sms.polling;

import com.nexnum.kernel.activation.ActivationId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real schedule of polls on a test's database, and what stands on it. */
public final class TestPolls {

    private final JdbcClient sql;

    public TestPolls(JdbcClient sql) {
        this.sql = sql;
    }

    public PollSchedule schedule() {
        return new PollSchedule(sql, new PollBell());
    }

    public record Entry(Instant dueAt, String details) {}

    public Optional<Entry> entry(ActivationId id) {
        return sql.sql("select due_at, details from polling where activation_id = ?")
                .param(id.value())
                .query((row, _) -> new Entry(row.getTimestamp(1).toInstant(), row.getString(2)))
                .optional();
    }
}
