package com.nexnum.command.platform.claims;

/** An operation was claimed that was claimed before; the transaction is undone. */
public final class ClaimConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String aggregateId;
    private final String operationId;
    private final String content;

    ClaimConflict(String aggregateId, String operationId, String content, Throwable cause) {
        super(operationId + " of " + aggregateId + " was done before", cause);
        this.aggregateId = aggregateId;
        this.operationId = operationId;
        this.content = content;
    }

    public String aggregateId() {
        return aggregateId;
    }

    public String operationId() {
        return operationId;
    }

    public String content() {
        return content;
    }
}
