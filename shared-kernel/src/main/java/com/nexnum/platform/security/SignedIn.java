package com.nexnum.platform.security;

/**
 * A caller and the session that the caller signed in with.
 *
 * @param sessionId names the session; ending it ends every token of it
 */
public record SignedIn(Caller caller, String sessionId) {}
