package com.nexnum.platform.audit;

/**
 * The record of sensitive changes, apart from the ledger. An entry is stored in the transaction of
 * the change that it tells of, so that neither is there without the other; nothing alters one.
 */
@FunctionalInterface
public interface AuditTrail {

    /**
     * @throws IllegalStateException when no transaction runs: it would tell of what may not happen
     */
    void record(Origin origin, Change change);

    /** The same, done by the request that this thread serves, else by the platform. */
    default void record(Change change) {
        record(Origin.current(), change);
    }
}
