package com.nexnum.command.purchase;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Decision.Accepted;
import com.nexnum.command.decision.Decision.Rejected;
import com.nexnum.command.purchase.OrderCommand.AttemptSupply;
import com.nexnum.command.purchase.OrderCommand.FailOrder;
import com.nexnum.command.purchase.OrderCommand.FulfilOrder;
import com.nexnum.command.purchase.OrderCommand.PlaceOrder;
import com.nexnum.command.purchase.OrderCommand.RecordRefusal;
import com.nexnum.command.purchase.OrderCommand.RecordUnknownOutcome;
import com.nexnum.command.purchase.OrderCommand.RefundOrder;
import com.nexnum.command.purchase.OrderCommand.WithdrawOrder;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent;
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
 * The Axon shell around {@link OrderDecider}: it routes, applies and replays, and decides nothing.
 * The revision is that of its snapshots.
 */
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshots")
@Revision("2")
final class Order {

    @SuppressWarnings("UnusedVariable") // Axon and snapshots read it.
    @AggregateIdentifier
    @JsonProperty
    private @Nullable OrderId id;

    @JsonProperty private OrderState state = new OrderState.New();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(PlaceOrder command) {
        carryOut(command);
    }

    @CommandHandler
    void on(AttemptSupply command) {
        carryOut(command);
    }

    @CommandHandler
    void on(RecordRefusal command) {
        carryOut(command);
    }

    @CommandHandler
    void on(RecordUnknownOutcome command) {
        carryOut(command);
    }

    @CommandHandler
    void on(FulfilOrder command) {
        carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(FailOrder command) {
        carryOut(command);
    }

    @CommandHandler
    void on(WithdrawOrder command) {
        carryOut(command);
    }

    @CommandHandler
    void on(RefundOrder command) {
        carryOut(command);
    }

    @EventSourcingHandler
    void on(PurchaseEvent event) {
        id = event.orderId();
        state = OrderState.evolve(state, event);
    }

    private void carryOut(OrderCommand command) {
        switch (OrderDecider.decide(command, state)) {
            case Accepted(var events) -> events.forEach(AggregateLifecycle::apply);
            case Rejected(var reason) -> throw new CommandRejected(reason);
        }
    }

    Order() {}
}
