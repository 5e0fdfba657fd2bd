package com.nexnum.command.identity.session;

import com.nexnum.platform.audit.AuditTrail;
import com.nexnum.platform.audit.Change;
import com.nexnum.platform.ids.TimeOrderedIds;
import com.nexnum.platform.security.AccessTokenRules;
import com.nexnum.platform.security.SecretBox;
import com.nexnum.platform.security.VerificationKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The key that signs access tokens: one at a time for all processes, its private half sealed. */
@Component
public final class SigningKeys {

    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Longer than a process may still sign with a retired key, plus the life of what it signed. */
    private static final Duration VERIFIES_AFTER_RETIREMENT =
            AccessTokenRules.LIFETIME.plus(FRESH.multipliedBy(3));

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SecretBox box;
    private final TimeOrderedIds ids;
    private final VerificationKeys verification;
    private final AuditTrail trail;
    private final Clock clock;
    private volatile @Nullable Loaded loaded;

    private record Loaded(ECKey key, Instant at) {}

    SigningKeys(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            SecretBox box,
            TimeOrderedIds ids,
            VerificationKeys verification,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.box = box;
        this.ids = ids;
        this.verification = verification;
        this.trail = trail;
        this.clock = clock;
    }

    /** The key to sign with now, made when there is none. */
    ECKey current() {
        var known = loaded;
        var now = clock.instant();
        if (known != null && known.at().plus(FRESH).isAfter(now)) {
            return known.key();
        }
        var key = stored().or(this::made).orElseThrow();
        loaded = new Loaded(key, now);
        return key;
    }

    /**
     * Lets a new key sign from now on; the old one checks what it signed until that has expired.
     *
     * @return the id of the new key
     */
    public String rotate() {
        var now = clock.instant();
        transactions.executeWithoutResult(_ -> {
            jdbc.sql(
                            """
                            update signing_key set retired_at = ?, verifies_until = ?
                            where retired_at is null
                            """)
                    .params(
                            Timestamp.from(now),
                            Timestamp.from(now.plus(VERIFIES_AFTER_RETIREMENT)))
                    .update();
            insertNew();
            trail.record(
                    Change.to("signing-key.rotated", "signing-key", Map.of("at", now.toString())));
        });
        loaded = null;
        verification.forget();
        return current().getKeyID();
    }

    private Optional<ECKey> made() {
        insertNew();
        verification.forget();
        return stored();
    }

    private void insertNew() {
        try {
            var key =
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(ids.next("key_"))
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(AccessTokenRules.ALGORITHM)
                            .generate();
            var secret = key.toJSONString().getBytes(StandardCharsets.UTF_8);
            jdbc.sql(
                            """
                            insert into signing_key (kid, public_jwk, sealed_private_jwk, created_at)
                            values (?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(
                            key.getKeyID(),
                            key.toPublicJWK().toJSONString(),
                            box.seal(secret, context(key.getKeyID())),
                            Timestamp.from(clock.instant()))
                    .update();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<ECKey> stored() {
        return jdbc.sql("select kid, sealed_private_jwk from signing_key where retired_at is null")
                .query(this::opened)
                .optional();
    }

    private ECKey opened(ResultSet row, int number) throws SQLException {
        var secret = box.open(row.getBytes(2), context(row.getString(1)));
        try {
            return ECKey.parse(new String(secret, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new SQLException("A row of signing_key holds no JWK", e);
        }
    }

    private static byte[] context(String kid) {
        return ("signing-key:" + kid).getBytes(StandardCharsets.UTF_8);
    }
}
