package com.nexnum.platform.security;

import java.time.Clock;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who issued it, for whom, until when: every claim must be there and right. */
final class AccessTokenValidator implements OAuth2TokenValidator<Jwt> {

    /** The error of a token that was good once. */
    static final OAuth2Error EXPIRED = new OAuth2Error("expired");

    private static final OAuth2Error FOREIGN = new OAuth2Error("foreign");

    private final Clock clock;

    AccessTokenValidator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var ours =
                AccessTokenRules.ISSUER.equals(token.getClaimAsString("iss"))
                        && token.getAudience() != null
                        && token.getAudience().contains(AccessTokenRules.AUDIENCE)
                        && token.getSubject() != null
                        && token.getClaimAsString(AccessTokenRules.SESSION) != null
                        && token.getClaimAsStringList(AccessTokenRules.ROLES) != null;
        var issuedAt = token.getIssuedAt();
        var expiresAt = token.getExpiresAt();
        var now = clock.instant();
        if (!ours
                || issuedAt == null
                || expiresAt == null
                || issuedAt.isAfter(now.plus(AccessTokenRules.CLOCK_SKEW))) {
            return OAuth2TokenValidatorResult.failure(FOREIGN);
        }
        return now.isBefore(expiresAt)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(EXPIRED);
    }
}
