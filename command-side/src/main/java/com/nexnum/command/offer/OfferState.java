package com.nexnum.command.offer;

import com.nexnum.command.decision.Memory;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferEvent;
import com.nexnum.kernel.offer.OfferEvent.OfferReserved;
import com.nexnum.kernel.offer.OfferEvent.ReservationConfirmed;
import com.nexnum.kernel.offer.OfferEvent.ReservationExpired;
import com.nexnum.kernel.offer.OfferEvent.ReservationReleased;
import com.nexnum.kernel.purchase.OrderId;
import java.time.Instant;

/**
 * What an offer's past amounts to.
 *
 * @param listingRevision the newest price list known; -1 before the first
 * @param listedStock how many numbers that list promised
 * @param confirmed how many were sold since that list
 * @param pending by reservation id
 * @param settled the last ones that ended, by reservation id
 */
record OfferState(
        long listingRevision,
        int listedStock,
        int confirmed,
        Memory<Reservation> pending,
        Memory<Settled> settled) {

    private static final int REMEMBERED_RESERVATIONS = 500;

    static final OfferState UNLISTED =
            new OfferState(-1, 0, 0, Memory.boundless(), Memory.ofLast(REMEMBERED_RESERVATIONS));

    record Reservation(OrderId orderId, Money price, Instant expiresAt) {}

    record Settled(Reservation reservation, Outcome how) {}

    /** How many of the listed numbers nobody else can have. */
    int taken() {
        return Math.addExact(pending.size(), confirmed);
    }

    /** A newer list counts afresh: of the old one only what is pending still takes stock. */
    OfferState listed(long revision, int stock) {
        return revision > listingRevision
                ? new OfferState(revision, stock, 0, pending, settled)
                : this;
    }

    /**
     * @throws RuntimeException when the event cannot have happened after this state
     */
    static OfferState evolve(OfferState state, OfferEvent event) {
        return switch (event) {
            case OfferReserved reserved -> reserved(state, reserved);
            case ReservationConfirmed _ -> ended(state, event, Outcome.CONFIRMED);
            case ReservationReleased _ -> ended(state, event, Outcome.RELEASED);
            case ReservationExpired _ -> ended(state, event, Outcome.EXPIRED);
        };
    }

    private static OfferState reserved(OfferState before, OfferReserved event) {
        var state = before.listed(event.listingRevision(), event.listedStock());
        if (state.listingRevision() != event.listingRevision()
                || state.listedStock() != event.listedStock()
                || state.taken() >= state.listedStock()) {
            throw new IllegalStateException("Corrupt stream: impossible now: " + event);
        }
        var reservation = new Reservation(event.orderId(), event.price(), event.expiresAt());
        return new OfferState(
                state.listingRevision(),
                state.listedStock(),
                state.confirmed(),
                state.pending().with(event.reservationId().value(), reservation),
                state.settled());
    }

    private static OfferState ended(OfferState state, OfferEvent event, Outcome how) {
        var id = event.reservationId().value();
        var reservation = state.pending().get(id);
        if (reservation == null) {
            throw new IllegalStateException("Corrupt stream: impossible now: " + event);
        }
        return new OfferState(
                state.listingRevision(),
                state.listedStock(),
                state.confirmed() + (how == Outcome.CONFIRMED ? 1 : 0),
                state.pending().without(id),
                state.settled().with(id, new Settled(reservation, how)));
    }
}
