package com.nexnum.platform.security;

import static java.util.Objects.requireNonNull;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Reads a signed-in caller out of an access token, on either side. */
@Component
final class AccessTokenReader {

    private static final int LONGEST = 4096;

    private final JwtDecoder decoder;
    private final LiveSessions sessions;

    AccessTokenReader(VerificationKeys keys, LiveSessions sessions, Clock clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokenRules.TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(AccessTokenRules.ALGORITHM, keys));
        // The claims are checked below, by the clock that everything else goes by.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        var nimbus = new NimbusJwtDecoder(processor);
        nimbus.setJwtValidator(new AccessTokenValidator(clock));
        this.decoder = nimbus;
        this.sessions = sessions;
    }

    /**
     * @throws ProblemException 401 INVALID_TOKEN, TOKEN_EXPIRED or SESSION_ENDED
     */
    SignedIn read(String token) {
        var signedIn = signedIn(decoded(token));
        if (!sessions.stands(signedIn.sessionId())) {
            throw refused("SESSION_ENDED", "This session has ended; sign in again.");
        }
        return signedIn;
    }

    private Jwt decoded(String token) {
        if (token.length() > LONGEST) {
            throw invalid();
        }
        try {
            return decoder.decode(token);
        } catch (JwtValidationException e) {
            throw e.getErrors().contains(AccessTokenValidator.EXPIRED)
                    ? refused("TOKEN_EXPIRED", "The access token has expired; refresh it.")
                    : invalid();
        } catch (JwtException e) {
            if (e.getCause() instanceof DataAccessException storage) {
                throw storage;
            }
            throw invalid();
        }
    }

    private static SignedIn signedIn(Jwt token) {
        try {
            var roles =
                    requireNonNull(token.getClaimAsStringList(AccessTokenRules.ROLES)).stream()
                            .map(Role::valueOf)
                            .collect(Collectors.toUnmodifiableSet());
            return new SignedIn(
                    new Caller(new CustomerId(requireNonNull(token.getSubject())), roles),
                    requireNonNull(token.getClaimAsString(AccessTokenRules.SESSION)),
                    requireNonNull(token.getExpiresAt()));
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return refused("INVALID_TOKEN", "The access token is not valid.");
    }

    private static ProblemException refused(String code, String message) {
        return Problem.of(401, code, message).raised();
    }
}
