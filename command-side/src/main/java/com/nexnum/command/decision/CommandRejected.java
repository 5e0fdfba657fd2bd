package com.nexnum.command.decision;

import org.axonframework.commandhandling.CommandExecutionException;

/** Carries a rejection over the command bus, to the web edge or to the process that asked. */
public final class CommandRejected extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection reason;

    public CommandRejected(Rejection reason) {
        super(reason.toString(), null, reason);
        this.reason = reason;
    }

    public Rejection reason() {
        return reason;
    }
}
