package com.nexnum.trial;

import com.nexnum.platform.security.AccessTokenRules;
import com.nexnum.platform.security.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signs tokens as the command side would, and worse ones on request. */
@SuppressWarnings("JavaUtilDate") // Nimbus takes nothing else.
public final class TrialTokens {

    private final JdbcClient jdbc;
    private final ECKey key = newKey("trial-" + UUID.randomUUID().toString().substring(0, 8));

    public TrialTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
        publish(key);
    }

    /** A good token of a new customer with these roles. */
    public String of(Role... roles) {
        return signed(key, claims(newSession(), roles), _ -> {});
    }

    /** A token whose claims were changed before it was signed. */
    public String with(Consumer<JWTClaimsSet.Builder> claims) {
        var builder = claims(newSession(), Role.USER, Role.ADMIN, Role.AUDITOR);
        claims.accept(builder);
        return signed(key, builder, _ -> {});
    }

    /** A token whose header was changed before it was signed, by this key. */
    public String signedBy(ECKey other, Consumer<JWSHeader.Builder> header) {
        return signed(other, claims(newSession(), Role.USER), header);
    }

    /** A token of this session. */
    public String inSession(String sessionId) {
        return signed(key, claims(sessionId, Role.USER), _ -> {});
    }

    public ECKey key() {
        return key;
    }

    /** A new customer's open session. */
    public String newSession() {
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, 26);
        jdbc.sql(
                        """
                        insert into app_user (id, email, password_hash, roles, created_at)
                        values (?, ?, '-', 'USER', now())
                        """)
                .params("cus_" + id, id + "@nexnum.example")
                .update();
        jdbc.sql(
                        """
                        insert into user_session (id, user_id, created_at, expires_at)
                        values (?, ?, now(), now() + interval '1 day')
                        """)
                .params("ses_" + id, "cus_" + id)
                .update();
        return "ses_" + id;
    }

    /** Adds the key to those that tokens are checked with. */
    public void publish(ECKey other) {
        jdbc.sql(
                        """
                        insert into signing_key
                            (kid, public_jwk, sealed_private_jwk, created_at, retired_at)
                        values (?, ?, '', now(), now())
                        """)
                .params(other.getKeyID(), other.toPublicJWK().toJSONString())
                .update();
    }

    public static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JWTClaimsSet.Builder claims(String sessionId, Role... roles) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(AccessTokenRules.ISSUER)
                .audience(AccessTokenRules.AUDIENCE)
                .subject(sessionId.replace("ses_", "cus_"))
                .claim(AccessTokenRules.SESSION, sessionId)
                .claim(AccessTokenRules.ROLES, Arrays.stream(roles).map(Role::name).toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(15))));
    }

    private static String signed(
            ECKey key, JWTClaimsSet.Builder claims, Consumer<JWSHeader.Builder> change) {
        var header =
                new JWSHeader.Builder(AccessTokenRules.ALGORITHM)
                        .type(AccessTokenRules.TYPE)
                        .keyID(key.getKeyID());
        change.accept(header);
        var token = new SignedJWT(header.build(), claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
