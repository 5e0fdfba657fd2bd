package com.nexnum.command.platform;

import com.nexnum.platform.security.Caller;

/** Derives ids from requests, so that a repeated request names the same thing. */
public interface RequestIds {

    /**
     * The same for the same caller, idempotency key and operation; otherwise another one.
     *
     * @param operation what is asked, such as {@code deposit}
     * @return 6 to 40 lower-case letters and digits, without a prefix
     */
    String derived(Caller caller, String operation);
}
