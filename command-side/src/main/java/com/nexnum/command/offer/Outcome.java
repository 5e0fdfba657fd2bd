package com.nexnum.command.offer;

/** How a reservation ended. */
public enum Outcome {
    CONFIRMED,
    RELEASED,
    EXPIRED
}
