package com.nexnum.command.decision;

import org.axonframework.commandhandling.CommandExecutionException;

/** Carries a rejection over the command bus, to the web edge or to the process that asked. */
public final class CommandRejected extends CommandExecutionException {

    private static final long serialVersionUID = 1L;
    private static final long NO_EVENT_YET = -1;

    private final transient Rejection reason;
    private long version = NO_EVENT_YET;

    public CommandRejected(Rejection reason) {
        super(reason.toString(), null, reason);
        this.reason = reason;
    }

    public Rejection reason() {
        return reason;
    }

    /** Notes the sequence number of the last event that the decision knew of. */
    public CommandRejected decidedAt(long sequence) {
        version = sequence;
        return this;
    }

    /** The sequence number of the last event that the decision knew of; -1 when it knew of none. */
    public long version() {
        return version;
    }

    public boolean ofExisting() {
        return version != NO_EVENT_YET;
    }
}
