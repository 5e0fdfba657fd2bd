package com.nexnum.trial.command;

import java.util.concurrent.Callable;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command handler that does what its command brings. */
public final class Deeds {

    /**
     * @param lane whose lane it takes
     */
    public record Deed(@TargetAggregateIdentifier String lane, Callable<?> work) {}

    @CommandHandler
    Object on(Deed deed) throws Exception {
        return deed.work().call();
    }
}
