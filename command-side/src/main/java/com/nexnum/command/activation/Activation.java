package com.nexnum.command.activation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nexnum.command.activation.ActivationCommand.AssignNumber;
import com.nexnum.command.activation.ActivationCommand.CompleteActivation;
import com.nexnum.command.activation.ActivationCommand.ConfirmCancellation;
import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.activation.ActivationCommand.ReceiveSms;
import com.nexnum.command.activation.ActivationCommand.RefuseCancellation;
import com.nexnum.command.activation.ActivationCommand.RefuseNextSms;
import com.nexnum.command.activation.ActivationCommand.RequestActivation;
import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.activation.ActivationCommand.RequestNextSms;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Decision.Accepted;
import com.nexnum.command.decision.Decision.Rejected;
import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The Axon shell around {@link ActivationDecider}: it routes, applies and replays, and decides
 * nothing. The revision is that of its snapshots.
 */
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshots")
@Revision("1")
final class Activation {

    @SuppressWarnings("UnusedVariable") // Axon and snapshots read it.
    @AggregateIdentifier
    @JsonProperty
    private @Nullable ActivationId id;

    @JsonProperty private ActivationState state = new ActivationState.New();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(RequestActivation command) {
        carryOut(command);
    }

    @CommandHandler
    void on(AssignNumber command) {
        carryOut(command);
    }

    @CommandHandler
    void on(FailActivation command) {
        carryOut(command);
    }

    @CommandHandler
    void on(ReceiveSms command) {
        carryOut(command);
    }

    @CommandHandler
    void on(RequestNextSms command) {
        carryOut(command);
    }

    @CommandHandler
    void on(RefuseNextSms command) {
        carryOut(command);
    }

    @CommandHandler
    void on(RequestCancellation command) {
        carryOut(command);
    }

    @CommandHandler
    void on(ConfirmCancellation command) {
        carryOut(command);
    }

    @CommandHandler
    void on(RefuseCancellation command) {
        carryOut(command);
    }

    @CommandHandler
    void on(CompleteActivation command) {
        carryOut(command);
    }

    @CommandHandler
    void on(ExpireActivation command) {
        carryOut(command);
    }

    @EventSourcingHandler
    void on(ActivationEvent event) {
        id = event.activationId();
        state = ActivationState.evolve(state, event);
    }

    private void carryOut(ActivationCommand command) {
        switch (ActivationDecider.decide(command, state)) {
            case Accepted(var events) -> events.forEach(AggregateLifecycle::apply);
            case Rejected(var reason) -> throw new CommandRejected(reason);
        }
    }

    Activation() {}
}
