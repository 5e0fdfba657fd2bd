package com.nexnum.command.offer;

import com.nexnum.command.offer.OfferRejection.NotYet;
import com.nexnum.command.offer.OfferRejection.OutOfStock;
import com.nexnum.command.offer.OfferRejection.ReservationEnded;
import com.nexnum.command.offer.OfferRejection.ReservationReused;
import com.nexnum.command.offer.OfferRejection.ReservationUnknown;
import com.nexnum.command.platform.RejectionProblems;
import com.nexnum.platform.web.Problem;
import org.springframework.stereotype.Component;

/** How an offer's refusals look to a client. */
@Component
final class OfferProblems implements RejectionProblems<OfferRejection> {

    @Override
    public Class<OfferRejection> family() {
        return OfferRejection.class;
    }

    @Override
    public Problem problem(OfferRejection rejection) {
        return switch (rejection) {
            case OutOfStock _ ->
                    Problem.of(
                            409,
                            "NO_NUMBERS",
                            "Every number of this offer is taken: try another offer or later");
            case ReservationReused(var id) ->
                    Problem.of(
                                    409,
                                    "RESERVATION_REUSED",
                                    "This reservation was made before for another order or price")
                            .with("reservationId", id.value());
            case ReservationUnknown(var id) ->
                    Problem.of(404, "RESERVATION_NOT_FOUND", "There is no such reservation")
                            .with("reservationId", id.value());
            case ReservationEnded(var id, var how) ->
                    Problem.of(409, "RESERVATION_ENDED", "The reservation is over")
                            .with("reservationId", id.value())
                            .with("how", how.name());
            case NotYet(var id, var expiresAt) ->
                    Problem.of(409, "RESERVATION_NOT_EXPIRED", "The reservation still runs")
                            .with("reservationId", id.value())
                            .with("expiresAt", expiresAt.toString());
        };
    }
}
