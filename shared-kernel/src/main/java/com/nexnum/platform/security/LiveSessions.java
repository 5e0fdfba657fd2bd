package com.nexnum.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the session behind a token still stands. What ends a session shows at once in the process
 * that ended it, and within seconds in the others.
 */
@Component
public final class LiveSessions {

    private static final Duration TRUSTED = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(TRUSTED).build();

    LiveSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean stands(String sessionId) {
        return Objects.requireNonNull(known.get(sessionId, this::load));
    }

    /** Call it after a session was ended. */
    public void forget(String sessionId) {
        known.invalidate(sessionId);
    }

    private boolean load(String sessionId) {
        return jdbc.sql("select revoked_at is null from user_session where id = ?")
                .param(sessionId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
