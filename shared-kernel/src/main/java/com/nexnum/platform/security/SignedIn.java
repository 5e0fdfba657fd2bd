package com.nexnum.platform.security;

import java.time.Instant;

/**
 * A caller and the session that the caller signed in with.
 *
 * @param sessionId names the session; ending it ends every token of it
 * @param expiresAt when the token ends
 */
public record SignedIn(Caller caller, String sessionId, Instant expiresAt) {}
