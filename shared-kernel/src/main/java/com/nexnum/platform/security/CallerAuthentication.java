package com.nexnum.platform.security;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in caller, in Spring Security's terms. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;

    public CallerAuthentication(SignedIn signedIn) {
        super(
                signedIn.caller().roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    public SignedIn signedIn() {
        return signedIn;
    }

    @Override
    public Caller getPrincipal() {
        return signedIn.caller();
    }

    /** Nothing: the token is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && signedIn.equals(that.signedIn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(signedIn);
    }
}
