package com.nexnum.platform.security;

/** The cookies of a browser session. */
public final class SessionCookies {

    /** The access token; scripts cannot read it. */
    public static final String ACCESS = "nxn_access";

    /** The refresh token; sent to the sign-in endpoints only. */
    public static final String REFRESH = "nxn_refresh";

    /** Readable by the site's own script, which repeats it in {@link #CSRF_HEADER}. */
    public static final String CSRF = "nxn_csrf";

    public static final String CSRF_HEADER = "X-CSRF-Token";

    private SessionCookies() {}
}
