package com.nexnum.command.platform;

import java.util.Optional;

/**
 * Remembers for ever which operations an aggregate has done: a claim is stored in the transaction
 * of the operation's events, or not at all.
 */
public interface OperationClaims {

    /**
     * Claims the operation for the unit of work that is running. When the same operation was done
     * before, the unit of work is undone: with the same content the command then succeeds without
     * an event, with other content it is refused.
     *
     * @param aggregateId the aggregate that did it
     * @param operationId what it did
     * @param content what was asked, in a form that stays the same across releases
     */
    void claim(String aggregateId, String operationId, String content);

    /**
     * What was asked when the operation was done; empty when it never was. Asked before a refusal,
     * so that a repeat which the aggregate has forgotten is not refused.
     */
    default Optional<String> content(String aggregateId, String operationId) {
        return Optional.empty();
    }
}
