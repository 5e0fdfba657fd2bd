package com.nexnum.platform.security;

/** What a caller may be; a token's claim {@code roles} carries these names. */
public enum Role {
    USER,
    ADMIN,
    AUDITOR
}
