package com.nexnum.command.platform.idempotency;

import com.nexnum.command.platform.idempotency.Claim.Answered;
import com.nexnum.command.platform.idempotency.Claim.Granted;
import com.nexnum.command.platform.idempotency.Claim.OtherContent;
import com.nexnum.command.platform.idempotency.Claim.StillRunning;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of keys; every step is one statement that only one of many processes wins. */
@Component
@EnableConfigurationProperties(IdempotencyProperties.class)
final class IdempotencyRecords {

    private static final int TRIES = 3;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration lease;

    IdempotencyRecords(
            JdbcClient jdbc, JsonMapper json, Clock clock, IdempotencyProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.lease = properties.lease();
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared by Arrays.equals.
    private record Row(
            byte[] fingerprint, int run, Instant leaseUntil, @Nullable StoredAnswer answer) {}

    /** Asks to run a request; the record may be freed while it is looked at, so it asks again. */
    Claim claim(IdempotencyKey key, byte[] fingerprint) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            if (insert(key, fingerprint)) {
                return new Granted(key, 1);
            }
            var row = find(key);
            if (row != null) {
                return claim(key, fingerprint, row);
            }
        }
        return new StillRunning();
    }

    private Claim claim(IdempotencyKey key, byte[] fingerprint, Row row) {
        if (!Arrays.equals(row.fingerprint(), fingerprint)) {
            return new OtherContent();
        }
        if (row.answer() != null) {
            return new Answered(row.answer());
        }
        if (row.leaseUntil().isAfter(clock.instant()) || !takeOver(key, row.run())) {
            return new StillRunning();
        }
        return new Granted(key, row.run() + 1);
    }

    private boolean insert(IdempotencyKey key, byte[] fingerprint) {
        return jdbc.sql(
                                """
                                insert into idempotency_record
                                    (caller, key, fingerprint, run, lease_until, started_at)
                                values (?, ?, ?, 1, ?, ?) on conflict do nothing
                                """)
                        .params(key.caller().value(), key.value(), fingerprint, leaseEnd(), now())
                        .update()
                == 1;
    }

    private boolean takeOver(IdempotencyKey key, int deadRun) {
        return jdbc.sql(
                                """
                                update idempotency_record set run = run + 1, lease_until = ?
                                where caller = ? and key = ? and run = ? and status is null
                                """)
                        .params(leaseEnd(), key.caller().value(), key.value(), deadRun)
                        .update()
                == 1;
    }

    /** Keeps the answer, unless another run has taken over meanwhile. */
    void answered(Granted claim, StoredAnswer answer) {
        jdbc.sql(
                        """
                        update idempotency_record set status = ?, headers = ?, body = ?
                        where caller = ? and key = ? and run = ? and status is null
                        """)
                .params(
                        answer.status(),
                        json.writeValueAsString(answer.headers()),
                        answer.body(),
                        claim.key().caller().value(),
                        claim.key().value(),
                        claim.run())
                .update();
    }

    /** Nothing was done: the key is free for any content. */
    void forget(Granted claim) {
        jdbc.sql(
                        """
                        delete from idempotency_record
                        where caller = ? and key = ? and run = ? and status is null
                        """)
                .params(claim.key().caller().value(), claim.key().value(), claim.run())
                .update();
    }

    /** Something may have been done: the same content may run again, at once. */
    void abandon(Granted claim) {
        jdbc.sql(
                        """
                        update idempotency_record set lease_until = ?
                        where caller = ? and key = ? and run = ? and status is null
                        """)
                .params(now(), claim.key().caller().value(), claim.key().value(), claim.run())
                .update();
    }

    /** Drops what was started before, running or not. */
    int forgetBefore(Instant limit) {
        return jdbc.sql("delete from idempotency_record where started_at < ? and lease_until < ?")
                .params(Timestamp.from(limit), now())
                .update();
    }

    private @Nullable Row find(IdempotencyKey key) {
        return jdbc.sql("select * from idempotency_record where caller = ? and key = ?")
                .params(key.caller().value(), key.value())
                .query(this::row)
                .optional()
                .orElse(null);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var headers = row.getString("headers");
        return new Row(
                row.getBytes("fingerprint"),
                row.getInt("run"),
                row.getTimestamp("lease_until").toInstant(),
                headers == null
                        ? null
                        : new StoredAnswer(
                                row.getInt("status"), headers(headers), row.getBytes("body")));
    }

    private Map<String, String> headers(String stored) {
        return json.readValue(stored, new TypeReference<>() {});
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp leaseEnd() {
        return Timestamp.from(clock.instant().plus(lease));
    }
}
