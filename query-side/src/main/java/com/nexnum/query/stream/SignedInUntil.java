package com.nexnum.query.stream;

import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;

/** When the caller's token ends; a stream does not outlive it. */
final class SignedInUntil {

    /** The far future for callers whose credentials carry no end, such as API keys. */
    static Instant ofCaller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getCredentials() instanceof AbstractOAuth2Token token
                && token.getExpiresAt() != null) {
            return token.getExpiresAt();
        }
        return Instant.MAX;
    }

    private SignedInUntil() {}
}
