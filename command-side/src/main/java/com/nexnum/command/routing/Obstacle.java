package com.nexnum.command.routing;

/** Why nothing may be bought from a provider now; the names are stored with decisions. */
public enum Obstacle {
    PAUSED,
    BREAKER_OPEN,
    NO_FUNDS
}
