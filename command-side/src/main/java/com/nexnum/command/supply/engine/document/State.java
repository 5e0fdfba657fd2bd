package com.nexnum.command.supply.engine.document;

/** What a provider's word for the state of a number means. */
public enum State {
    WAITING,
    RECEIVED,
    CANCELLED,
    NOT_FOUND
}
