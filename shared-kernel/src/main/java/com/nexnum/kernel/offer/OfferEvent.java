package com.nexnum.kernel.offer;

import com.nexnum.kernel.language.Named;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.purchase.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happens to the stock of one provider's offer for a service in a country. */
public sealed interface OfferEvent {
    OfferId offerId();

    ReservationId reservationId();

    /**
     * One number's worth of stock is locked at a price, PENDING until confirmed, released or
     * expired.
     *
     * @param price what the customer will pay
     * @param listingRevision the price list that the stock was read from; a newer one counts afresh
     * @param listedStock how many numbers that list promised
     */
    @Named("offer.reserved")
    @Revision("1")
    record OfferReserved(
            OfferId offerId,
            ReservationId reservationId,
            OrderId orderId,
            Money price,
            long listingRevision,
            int listedStock,
            Instant expiresAt)
            implements OfferEvent {}

    @Named("offer.reservation-confirmed")
    @Revision("1")
    record ReservationConfirmed(OfferId offerId, ReservationId reservationId)
            implements OfferEvent {}

    @Named("offer.reservation-released")
    @Revision("1")
    record ReservationReleased(OfferId offerId, ReservationId reservationId, String reason)
            implements OfferEvent {}

    @Named("offer.reservation-expired")
    @Revision("1")
    record ReservationExpired(OfferId offerId, ReservationId reservationId) implements OfferEvent {}
}
