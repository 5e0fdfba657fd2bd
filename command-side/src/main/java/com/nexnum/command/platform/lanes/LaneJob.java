package com.nexnum.command.platform.lanes;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command on its way through a lane. */
record LaneJob<C, R>(
        CommandMessage<C> command,
        String aggregateId,
        MessageHandler<? super CommandMessage<?>> handler,
        CommandCallback<? super C, ? super R> callback) {

    private static final Logger LOG = LoggerFactory.getLogger(LaneJob.class);

    void answer(CommandResultMessage<?> result) {
        try {
            @SuppressWarnings("unchecked") // The handler's result is what the caller asked for.
            var typed = (CommandResultMessage<R>) result;
            callback.onResult(command, typed);
        } catch (RuntimeException e) {
            LOG.error("The caller of {} failed on its result", command.getCommandName(), e);
        }
    }

    void fail(Throwable cause) {
        answer(GenericCommandResultMessage.asCommandResultMessage(cause));
    }
}
