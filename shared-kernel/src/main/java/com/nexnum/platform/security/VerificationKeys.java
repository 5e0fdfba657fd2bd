package com.nexnum.platform.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The public keys that tokens are checked with. They are read again every minute, and at once for
 * an unknown key id, but not more often than once a second: forged ids must not load the database.
 */
@Component
public final class VerificationKeys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Loaded loaded = new Loaded(new JWKSet(), Instant.EPOCH);

    private record Loaded(JWKSet keys, Instant at) {}

    VerificationKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var now = clock.instant();
        var current = loaded;
        if (current.at().plus(FRESH).isBefore(now)) {
            current = reload(now);
        }
        var found = selector.select(current.keys());
        if (found.isEmpty() && current.at().plus(PAUSE).isBefore(now)) {
            found = selector.select(reload(now).keys());
        }
        return found;
    }

    /** Makes this process read the keys before the next token; others follow within a minute. */
    public void forget() {
        loaded = new Loaded(new JWKSet(), Instant.EPOCH);
    }

    private Loaded reload(Instant now) {
        var keys =
                jdbc.sql(
                                """
                                select public_jwk from signing_key
                                where verifies_until is null or verifies_until > ?
                                """)
                        .param(Timestamp.from(now))
                        .query(VerificationKeys::key)
                        .list();
        var fresh = new Loaded(new JWKSet(keys), now);
        loaded = fresh;
        return fresh;
    }

    private static JWK key(ResultSet row, int number) throws SQLException {
        try {
            return JWK.parse(row.getString(1));
        } catch (ParseException e) {
            throw new SQLException("A row of signing_key holds no JWK", e);
        }
    }
}
