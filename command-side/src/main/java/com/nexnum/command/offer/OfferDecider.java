package com.nexnum.command.offer;

import static com.nexnum.command.decision.Decision.accept;
import static com.nexnum.command.decision.Decision.alreadyDone;
import static com.nexnum.command.decision.Decision.reject;

import com.nexnum.command.decision.Decision;
import com.nexnum.command.offer.OfferCommand.ConfirmReservation;
import com.nexnum.command.offer.OfferCommand.ExpireReservation;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.offer.OfferRejection.NotYet;
import com.nexnum.command.offer.OfferRejection.OutOfStock;
import com.nexnum.command.offer.OfferRejection.ReservationEnded;
import com.nexnum.command.offer.OfferRejection.ReservationReused;
import com.nexnum.command.offer.OfferRejection.ReservationUnknown;
import com.nexnum.command.offer.OfferState.Reservation;
import com.nexnum.kernel.offer.OfferEvent;
import com.nexnum.kernel.offer.OfferEvent.OfferReserved;
import com.nexnum.kernel.offer.OfferEvent.ReservationConfirmed;
import com.nexnum.kernel.offer.OfferEvent.ReservationExpired;
import com.nexnum.kernel.offer.OfferEvent.ReservationReleased;

/** The rules of an offer's stock, with no framework, no clock and no I/O. */
final class OfferDecider {

    static Decision<OfferEvent, OfferRejection> decide(OfferCommand command, OfferState state) {
        return switch (command) {
            case ReserveOffer reserve -> reserve(reserve, state);
            case ConfirmReservation(var offer, var id) ->
                    end(command, state, Outcome.CONFIRMED, new ReservationConfirmed(offer, id));
            case ReleaseReservation(var offer, var id, var reason) ->
                    end(
                            command,
                            state,
                            Outcome.RELEASED,
                            new ReservationReleased(offer, id, reason));
            case ExpireReservation expire -> expire(expire, state);
        };
    }

    private static Decision<OfferEvent, OfferRejection> reserve(
            ReserveOffer command, OfferState state) {
        var id = command.reservationId();
        var pending = state.pending().get(id.value());
        if (pending != null) {
            return same(pending, command) ? alreadyDone() : reject(new ReservationReused(id));
        }
        var settled = state.settled().get(id.value());
        if (settled != null) {
            if (!same(settled.reservation(), command)) {
                return reject(new ReservationReused(id));
            }
            return settled.how() == Outcome.CONFIRMED
                    ? alreadyDone()
                    : reject(new ReservationEnded(id, settled.how()));
        }
        var listed = state.listed(command.listingRevision(), command.listedStock());
        if (listed.taken() >= listed.listedStock()) {
            return reject(new OutOfStock(command.offerId(), listed.listedStock()));
        }
        return accept(
                new OfferReserved(
                        command.offerId(),
                        id,
                        command.orderId(),
                        command.price(),
                        listed.listingRevision(),
                        listed.listedStock(),
                        command.expiresAt()));
    }

    private static Decision<OfferEvent, OfferRejection> expire(
            ExpireReservation command, OfferState state) {
        var pending = state.pending().get(command.reservationId().value());
        return pending != null && command.now().isBefore(pending.expiresAt())
                ? reject(new NotYet(command.reservationId(), pending.expiresAt()))
                : end(
                        command,
                        state,
                        Outcome.EXPIRED,
                        new ReservationExpired(command.offerId(), command.reservationId()));
    }

    private static Decision<OfferEvent, OfferRejection> end(
            OfferCommand command, OfferState state, Outcome how, OfferEvent event) {
        var id = command.reservationId();
        if (state.pending().get(id.value()) != null) {
            return accept(event);
        }
        var settled = state.settled().get(id.value());
        if (settled == null) {
            return reject(new ReservationUnknown(id));
        }
        return settled.how() == how
                ? alreadyDone()
                : reject(new ReservationEnded(id, settled.how()));
    }

    private static boolean same(Reservation earlier, ReserveOffer command) {
        return earlier.orderId().equals(command.orderId())
                && earlier.price().equals(command.price());
    }

    private OfferDecider() {}
}
