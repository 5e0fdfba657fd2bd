package com.nexnum.command.offer;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.offer.ReservationId;
import com.nexnum.kernel.purchase.OrderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of one provider's offer for a service in a country. */
public sealed interface OfferCommand {

    @TargetAggregateIdentifier
    OfferId offerId();

    ReservationId reservationId();

    /**
     * Locks one number's worth of stock at a price. Negative numbers and a reservation that is over
     * before it begins are illegal arguments.
     *
     * @param listingRevision the price list that the stock was read from, from 0
     * @param listedStock how many numbers that list promised, from 0
     */
    record ReserveOffer(
            OfferId offerId,
            ReservationId reservationId,
            OrderId orderId,
            Money price,
            long listingRevision,
            int listedStock,
            Instant now,
            Instant expiresAt)
            implements OfferCommand {
        public ReserveOffer {
            if (listingRevision < 0 || listedStock < 0) {
                throw new IllegalArgumentException("Revision and stock are never negative");
            }
            if (!expiresAt.isAfter(now)) {
                throw new IllegalArgumentException("A reservation expires after it begins");
            }
        }
    }

    /** The number was bought: its stock is gone. */
    record ConfirmReservation(OfferId offerId, ReservationId reservationId)
            implements OfferCommand {}

    /** Nothing was bought: the stock is free again. */
    record ReleaseReservation(OfferId offerId, ReservationId reservationId, String reason)
            implements OfferCommand {}

    /** Nobody ended it in time: the stock is free again. */
    record ExpireReservation(OfferId offerId, ReservationId reservationId, Instant now)
            implements OfferCommand {}
}
