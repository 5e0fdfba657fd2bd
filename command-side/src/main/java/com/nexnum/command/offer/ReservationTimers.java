package com.nexnum.command.offer;

import com.nexnum.command.platform.InTransactionConfiguration;
import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.kernel.offer.OfferEvent;
import com.nexnum.kernel.offer.OfferEvent.OfferReserved;
import com.nexnum.kernel.offer.OfferEvent.ReservationConfirmed;
import com.nexnum.kernel.offer.OfferEvent.ReservationExpired;
import com.nexnum.kernel.offer.OfferEvent.ReservationReleased;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Each open reservation has its timer, and no other has. */
@Component
@ProcessingGroup(InTransactionConfiguration.GROUP)
class ReservationTimers {

    private final Agenda agenda;

    ReservationTimers(Agenda agenda) {
        this.agenda = agenda;
    }

    @EventHandler
    void on(OfferEvent event) {
        var reservation = event.reservationId().value();
        switch (event) {
            case OfferReserved reserved ->
                    agenda.put(
                            ExpireReservations.KIND,
                            reservation,
                            reserved.expiresAt(),
                            reserved.offerId().value());
            case ReservationConfirmed _, ReservationReleased _, ReservationExpired _ ->
                    agenda.strike(ExpireReservations.KIND, reservation);
        }
    }
}
