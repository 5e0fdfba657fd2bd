package com.nexnum.command.offer;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferEvent;
import com.nexnum.kernel.offer.OfferEvent.OfferReserved;
import com.nexnum.kernel.offer.OfferEvent.ReservationConfirmed;
import com.nexnum.kernel.offer.OfferEvent.ReservationExpired;
import com.nexnum.kernel.offer.OfferEvent.ReservationReleased;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.offer.ReservationId;
import com.nexnum.kernel.purchase.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** One offer, some buyers, and the words in which their tests are told. */
abstract class OfferStory {

    static final OfferId OFFER = new OfferId("offer-sandbox-whatsapp-US");
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Instant EXPIRY = NOON.plus(Duration.ofMinutes(5));
    static final Money PRICE = Money.usd("0.15");

    final AggregateTestFixture<Offer> fixture = new AggregateTestFixture<>(Offer.class);

    static ReservationId reservation(int buyer) {
        return new ReservationId("rsv_" + buyer);
    }

    static OrderId order(int buyer) {
        return new OrderId("ord_" + String.format("%06d", buyer));
    }

    static ReserveOffer reserve(int buyer, long revision, int stock) {
        return new ReserveOffer(
                OFFER, reservation(buyer), order(buyer), PRICE, revision, stock, NOON, EXPIRY);
    }

    static OfferEvent reserved(int buyer, long revision, int stock) {
        return new OfferReserved(
                OFFER, reservation(buyer), order(buyer), PRICE, revision, stock, EXPIRY);
    }

    static OfferEvent confirmed(int buyer) {
        return new ReservationConfirmed(OFFER, reservation(buyer));
    }

    static OfferEvent released(int buyer) {
        return new ReservationReleased(OFFER, reservation(buyer), "NO_NUMBERS");
    }

    static OfferEvent expired(int buyer) {
        return new ReservationExpired(OFFER, reservation(buyer));
    }

    ResultValidator<Offer> after(OfferCommand command, OfferEvent... past) {
        return (past.length == 0
                        ? fixture.givenNoPriorActivity()
                        : fixture.given(Arrays.asList(past)))
                .when(command);
    }

    void does(OfferEvent expected, OfferCommand command, OfferEvent... past) {
        after(command, past).expectSuccessfulHandlerExecution().expectEvents(expected);
    }

    void doesNothing(OfferCommand command, OfferEvent... past) {
        after(command, past).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    void refuses(OfferRejection reason, OfferCommand command, OfferEvent... past) {
        after(command, past)
                .expectNoEvents()
                .expectException(CommandRejected.class)
                .expectExceptionDetails(reason);
    }
}
