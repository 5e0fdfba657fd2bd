package com.nexnum.command.identity.session;

import com.nexnum.command.identity.session.Refreshed.Renewed;
import com.nexnum.command.identity.session.Refreshed.Reused;
import com.nexnum.command.identity.session.Refreshed.Unknown;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.ids.TimeOrderedIds;
import com.nexnum.platform.security.LiveSessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions and their chains of refresh tokens, after RFC 9700 section 4.14.2: each use spends the
 * token and gives its child, and a spent token that comes back ends the session. For ten seconds,
 * and while the child was not used, it gives the same child again: two tabs refresh at once, and
 * answers get lost.
 */
@Component
public final class Sessions {

    static final Duration REISSUE = Duration.ofSeconds(10);
    static final Duration TOKEN_LIFETIME = Duration.ofDays(14);
    static final Duration SESSION_LIFETIME = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final RefreshTokens tokens;
    private final LiveSessions live;
    private final TimeOrderedIds ids;
    private final Clock clock;

    Sessions(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            RefreshTokens tokens,
            LiveSessions live,
            TimeOrderedIds ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tokens = tokens;
        this.live = live;
        this.ids = ids;
        this.clock = clock;
    }

    private record Family(CustomerId customerId, Instant expiresAt, boolean revoked) {}

    private record Token(Instant expiresAt, @Nullable Instant spentAt) {}

    /** Opens a session for a caller who has shown who that is. */
    public Renewed open(CustomerId customerId) {
        var now = clock.instant();
        var sessionId = ids.next("ses_");
        var token = tokens.random();
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("delete from user_session where user_id = ? and expires_at < ?")
                    .params(customerId.value(), Timestamp.from(now))
                    .update();
            jdbc.sql(
                            """
                            insert into user_session (id, user_id, created_at, expires_at)
                            values (?, ?, ?, ?)
                            """)
                    .params(
                            sessionId,
                            customerId.value(),
                            Timestamp.from(now),
                            Timestamp.from(now.plus(SESSION_LIFETIME)))
                    .update();
            insert(token, sessionId, now);
        });
        return new Renewed(customerId, sessionId, token);
    }

    public Refreshed refresh(String token) {
        var hash = RefreshTokens.hash(token);
        var sessionId =
                jdbc.sql("select session_id from refresh_token where hash = ?")
                        .param(hash)
                        .query(String.class)
                        .optional();
        if (sessionId.isEmpty()) {
            return new Unknown();
        }
        var outcome =
                Objects.requireNonNull(
                        transactions.execute(_ -> refresh(sessionId.get(), token, hash)));
        if (outcome instanceof Reused) {
            live.forget(sessionId.get());
        }
        return outcome;
    }

    private Refreshed refresh(String sessionId, String token, byte[] hash) {
        var now = clock.instant();
        var family = locked(sessionId);
        var presented = find(hash);
        if (family == null
                || presented == null
                || family.revoked()
                || !family.expiresAt().isAfter(now)
                || !presented.expiresAt().isAfter(now)) {
            return new Unknown();
        }
        var child = tokens.childOf(token);
        if (presented.spentAt() == null) {
            jdbc.sql("update refresh_token set spent_at = ? where hash = ?")
                    .params(Timestamp.from(now), hash)
                    .update();
            insert(child, sessionId, now);
            return new Renewed(family.customerId(), sessionId, child);
        }
        var childRow = find(RefreshTokens.hash(child));
        if (now.isBefore(presented.spentAt().plus(REISSUE))
                && childRow != null
                && childRow.spentAt() == null) {
            return new Renewed(family.customerId(), sessionId, child);
        }
        revoke("id", sessionId, "REFRESH_REUSED");
        return new Reused(sessionId);
    }

    /** Ends one session; its access tokens end with it. */
    public void end(String sessionId) {
        revoke("id", sessionId, "SIGNED_OUT");
        live.forget(sessionId);
    }

    /** Ends every session of a customer. */
    public void endAll(CustomerId customerId, String because) {
        revoke("user_id", customerId.value(), because);
        jdbc.sql("select id from user_session where user_id = ?")
                .param(customerId.value())
                .query(String.class)
                .list()
                .forEach(live::forget);
    }

    private void revoke(String column, String value, String because) {
        jdbc.sql(
                        "update user_session set revoked_at = ?, revoked_because = ?"
                                + " where revoked_at is null and "
                                + column
                                + " = ?")
                .params(Timestamp.from(clock.instant()), because, value)
                .update();
    }

    private void insert(String token, String sessionId, Instant now) {
        jdbc.sql(
                        """
                        insert into refresh_token (hash, session_id, issued_at, expires_at)
                        values (?, ?, ?, ?)
                        """)
                .params(
                        RefreshTokens.hash(token),
                        sessionId,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(TOKEN_LIFETIME)))
                .update();
    }

    private @Nullable Family locked(String sessionId) {
        return jdbc.sql(
                        "select user_id, expires_at, revoked_at from user_session where id = ? for"
                                + " update")
                .param(sessionId)
                .query(Sessions::family)
                .optional()
                .orElse(null);
    }

    private static Family family(ResultSet row, int number) throws SQLException {
        return new Family(
                new CustomerId(row.getString(1)),
                row.getTimestamp(2).toInstant(),
                row.getTimestamp(3) != null);
    }

    private @Nullable Token find(byte[] hash) {
        return jdbc.sql("select expires_at, spent_at from refresh_token where hash = ?")
                .param(hash)
                .query((row, _) -> {
                    var spent = row.getTimestamp(2);
                    return new Token(
                            row.getTimestamp(1).toInstant(),
                            spent == null ? null : spent.toInstant());
                })
                .optional()
                .orElse(null);
    }
}
