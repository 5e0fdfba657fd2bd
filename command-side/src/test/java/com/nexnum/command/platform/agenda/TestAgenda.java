package com.nexnum.command.platform.agenda;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real agenda on a test's database, and what stands on it. */
public final class TestAgenda {

    private final JdbcClient sql;

    public TestAgenda(JdbcClient sql) {
        this.sql = sql;
    }

    public Agenda agenda() {
        return new Agenda(sql, new AgendaBell(), Clock.systemUTC());
    }

    public record Entry(Instant dueAt, String details) {}

    public Optional<Entry> entry(String kind, String subject) {
        return sql.sql("select due_at, details from agenda where kind = ? and subject = ?")
                .params(kind, subject)
                .query((row, _) -> new Entry(row.getTimestamp(1).toInstant(), row.getString(2)))
                .optional();
    }
}
