package com.nexnum.query.projections;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.query.platform.SqlInstant;
import com.nexnum.query.rebuild.ProjectionProperties;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens that confirm a reset: each for one projection, position and caller, once and soon. */
@Component
class Confirmations {

    private static final int BYTES = 24;

    private final JdbcClient sql;
    private final ProjectionProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Confirmations(JdbcClient sql, ProjectionProperties properties, Clock clock) {
        this.sql = sql;
        this.properties = properties;
        this.clock = clock;
    }

    record Confirmation(String token, Instant expiresAt) {}

    Confirmation issue(String model, long position, CustomerId caller) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var end = now.plus(properties.confirmWithin());
        sql.sql("delete from reset_confirmation where expires_at <= ?")
                .param(SqlInstant.of(now))
                .update();
        sql.sql("insert into reset_confirmation values (?, ?, ?, ?, ?)")
                .params(hash(token), model, position, caller.value(), SqlInstant.of(end))
                .update();
        return new Confirmation(token, end);
    }

    /** Whether it confirms just this; then it never does again. */
    boolean use(String token, String model, long position, CustomerId caller) {
        return sql.sql(
                                """
                                delete from reset_confirmation where token_hash = ? and model = ? and position = ? and caller = ?
                                   and expires_at > ?
                                """)
                        .params(
                                hash(token),
                                model,
                                position,
                                caller.value(),
                                SqlInstant.of(clock.instant()))
                        .update()
                == 1;
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
