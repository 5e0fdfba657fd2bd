package com.nexnum.platform.roles;

/** A side that a process plays; property {@code nexnum.roles} lists them, both by default. */
public enum ProcessRole {
    COMMAND,
    QUERY
}
