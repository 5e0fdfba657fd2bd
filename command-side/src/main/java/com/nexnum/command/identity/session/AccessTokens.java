package com.nexnum.command.identity.session;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.ids.TimeOrderedIds;
import com.nexnum.platform.security.AccessTokenRules;
import com.nexnum.platform.security.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Signs access tokens; they say who and what, and nothing personal. */
@Component
public final class AccessTokens {

    private final SigningKeys keys;
    private final TimeOrderedIds ids;
    private final Clock clock;

    AccessTokens(SigningKeys keys, TimeOrderedIds ids, Clock clock) {
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** A token that is good for {@link AccessTokenRules#LIFETIME}, or until its session ends. */
    @SuppressWarnings("JavaUtilDate") // Nimbus takes nothing else.
    public String issue(CustomerId subject, Set<Role> roles, String sessionId) {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(AccessTokenRules.ISSUER)
                        .audience(AccessTokenRules.AUDIENCE)
                        .subject(subject.value())
                        .claim(AccessTokenRules.SESSION, sessionId)
                        .claim(
                                AccessTokenRules.ROLES,
                                roles.stream().map(Role::name).sorted().toList())
                        .jwtID(ids.next("tok_"))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(AccessTokenRules.LIFETIME)))
                        .build();
        try {
            var key = keys.current();
            var header =
                    new JWSHeader.Builder(AccessTokenRules.ALGORITHM)
                            .type(AccessTokenRules.TYPE)
                            .keyID(key.getKeyID())
                            .build();
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
