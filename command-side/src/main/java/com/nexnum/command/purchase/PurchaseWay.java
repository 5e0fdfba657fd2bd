package com.nexnum.command.purchase;

import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import com.nexnum.command.decision.CommandRejected;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * The steps of one purchase from one event to where it waits for the next, on a thread of their
 * own.
 */
final class PurchaseWay {

    private final CompletableFuture<PurchaseProcess> end;

    private PurchaseWay(CompletableFuture<PurchaseProcess> end) {
        this.end = end;
    }

    /** Sets out, with what the event at hand says of its origin. */
    static PurchaseWay of(PurchaseProcess process, CommandGateway commands) {
        var origin = CurrentUnitOfWork.correlationData();
        return new PurchaseWay(
                CompletableFuture.supplyAsync(
                        () -> walk(process, commands, origin), Thread::startVirtualThread));
    }

    /** Waits for the end of the way; what went wrong on it goes wrong here. */
    PurchaseProcess end() {
        try {
            return end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static PurchaseProcess walk(
            PurchaseProcess process, CommandGateway commands, MetaData origin) {
        var now = process;
        while (now.step() instanceof Step.Send(var command)) {
            try {
                commands.sendAndWait(asCommandMessage(command).andMetaData(origin));
                now = now.accepted();
            } catch (CommandRejected rejected) {
                now = now.refused(rejected.reason());
            }
        }
        return now;
    }
}
