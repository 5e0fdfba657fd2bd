package com.nexnum.command.offer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Decision.Accepted;
import com.nexnum.command.decision.Decision.Rejected;
import com.nexnum.command.offer.OfferCommand.ConfirmReservation;
import com.nexnum.command.offer.OfferCommand.ExpireReservation;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.kernel.offer.OfferEvent;
import com.nexnum.kernel.offer.OfferId;
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
 * The Axon shell around {@link OfferDecider}: it routes, applies and replays, and decides nothing.
 * The revision is that of its snapshots.
 */
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshots")
@Revision("1")
final class Offer {

    @SuppressWarnings("UnusedVariable") // Axon and snapshots read it.
    @AggregateIdentifier
    @JsonProperty
    private @Nullable OfferId id;

    @JsonProperty private OfferState state = OfferState.UNLISTED;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(ReserveOffer command) {
        carry(command);
    }

    @CommandHandler
    void on(ConfirmReservation command) {
        carry(command);
    }

    @CommandHandler
    void on(ReleaseReservation command) {
        carry(command);
    }

    @CommandHandler
    void on(ExpireReservation command) {
        carry(command);
    }

    @EventSourcingHandler
    void on(OfferEvent event) {
        id = event.offerId();
        state = OfferState.evolve(state, event);
    }

    private void carry(OfferCommand command) {
        switch (OfferDecider.decide(command, state)) {
            case Accepted(var events) -> events.forEach(AggregateLifecycle::apply);
            case Rejected(var reason) -> throw new CommandRejected(reason);
        }
    }

    Offer() {}
}
