package com.nexnum.command.offer;

import com.nexnum.command.decision.Rejection;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.offer.ReservationId;
import java.time.Instant;

/** Why an offer said no. */
public sealed interface OfferRejection extends Rejection {

    /**
     * @param listed how many numbers the newest known list promised; all are taken
     */
    record OutOfStock(OfferId offerId, int listed) implements OfferRejection {}

    /** The reservation was made before, for another order or price. */
    record ReservationReused(ReservationId reservationId) implements OfferRejection {}

    record ReservationUnknown(ReservationId reservationId) implements OfferRejection {}

    record ReservationEnded(ReservationId reservationId, Outcome how) implements OfferRejection {}

    /** Too early to expire. */
    record NotYet(ReservationId reservationId, Instant expiresAt) implements OfferRejection {}
}
