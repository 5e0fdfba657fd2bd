package com.nexnum.command.adjustment;

import com.nexnum.command.adjustment.AdjustmentCommand.Approve;
import com.nexnum.command.adjustment.AdjustmentCommand.Expire;
import com.nexnum.command.adjustment.AdjustmentCommand.Propose;
import com.nexnum.command.adjustment.AdjustmentCommand.RecordRefusal;
import com.nexnum.command.adjustment.AdjustmentCommand.Reject;
import com.nexnum.command.adjustment.AdjustmentCommand.Withdraw;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Decision.Accepted;
import com.nexnum.command.decision.Decision.Rejected;
import com.nexnum.kernel.adjustment.AdjustmentEvent;
import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.platform.audit.AuditTrail;
import com.nexnum.platform.audit.Origin;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The Axon shell around {@link AdjustmentDecider}: it routes, applies, replays and notes each event
 * in the audit trail, and decides nothing. It has three events at most, so it needs no snapshot.
 */
@Aggregate(cache = "aggregateCache")
final class Adjustment {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private @Nullable AdjustmentId id;

    private AdjustmentState state = new AdjustmentState.Absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(Propose command, @MetaDataValue(Origin.KEY) @Nullable Origin by, AuditTrail trail) {
        carry(command, by, trail);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(Approve command, @MetaDataValue(Origin.KEY) @Nullable Origin by, AuditTrail trail) {
        carry(command, by, trail);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(Reject command, @MetaDataValue(Origin.KEY) @Nullable Origin by, AuditTrail trail) {
        carry(command, by, trail);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(Withdraw command, @MetaDataValue(Origin.KEY) @Nullable Origin by, AuditTrail trail) {
        carry(command, by, trail);
    }

    @CommandHandler
    void on(Expire command, @MetaDataValue(Origin.KEY) @Nullable Origin by, AuditTrail trail) {
        carry(command, by, trail);
    }

    @CommandHandler
    void on(
            RecordRefusal command,
            @MetaDataValue(Origin.KEY) @Nullable Origin by,
            AuditTrail trail) {
        carry(command, by, trail);
    }

    @EventSourcingHandler
    void on(AdjustmentEvent event) {
        id = event.adjustmentId();
        state = AdjustmentState.evolve(state, event);
    }

    private void carry(AdjustmentCommand command, @Nullable Origin by, AuditTrail trail) {
        switch (AdjustmentDecider.decide(command, state)) {
            case Accepted(var events) ->
                    events.forEach(event -> {
                        trail.record(by == null ? Origin.PLATFORM : by, Changes.of(event));
                        AggregateLifecycle.apply(event);
                    });
            case Rejected(var reason) -> throw new CommandRejected(reason);
        }
    }

    Adjustment() {}
}
