package com.nexnum.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;

/** What an access token is, for who signs it and who checks it. */
public final class AccessTokenRules {

    public static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    public static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    public static final String ISSUER = "https://nexnum.example";
    public static final String AUDIENCE = "nexnum-api";
    public static final String SESSION = "sid";
    public static final String ROLES = "roles";
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** How far the clocks of two processes may be apart. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private AccessTokenRules() {}
}
