package com.nexnum.command.identity.session;

import com.nexnum.kernel.identity.CustomerId;

/** What became of a refresh token that came back. */
public sealed interface Refreshed {

    /** A session goes on with this token, which replaces the one before. */
    record Renewed(CustomerId customerId, String sessionId, String refreshToken)
            implements Refreshed {}

    /** Nobody has such a token, or no longer. */
    record Unknown() implements Refreshed {}

    /** A spent token came back: somebody else has it, so the session has ended for both. */
    record Reused(String sessionId) implements Refreshed {}
}
