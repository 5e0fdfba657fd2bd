package com.nexnum.platform.eventstore;

/**
 * A group of event handlers that run in the transaction that stores the event: what they write is
 * there exactly when the event is. Every other group follows the event stream.
 */
public record InTransactionGroup(String name) {}
