package com.nexnum.command.offer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.offer.OfferCommand.ConfirmReservation;
import com.nexnum.command.offer.OfferCommand.ExpireReservation;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferRejection.NotYet;
import com.nexnum.command.offer.OfferRejection.ReservationEnded;
import com.nexnum.command.offer.OfferRejection.ReservationUnknown;
import com.nexnum.kernel.offer.OfferEvent;
import org.junit.jupiter.api.Test;

class EndReservationTest extends OfferStory {

    private final OfferCommand confirm = new ConfirmReservation(OFFER, reservation(1));
    private final OfferCommand release =
            new ReleaseReservation(OFFER, reservation(1), "NO_NUMBERS");
    private final OfferCommand expire = new ExpireReservation(OFFER, reservation(1), EXPIRY);

    @Test
    void confirms_once() {
        does(confirmed(1), confirm, reserved(1, 7, 1));
        doesNothing(confirm, reserved(1, 7, 1), confirmed(1));
    }

    @Test
    void releases_once() {
        does(released(1), release, reserved(1, 7, 1));
        doesNothing(release, reserved(1, 7, 1), released(1));
    }

    @Test
    void expires_once() {
        does(expired(1), expire, reserved(1, 7, 1));
        doesNothing(expire, reserved(1, 7, 1), expired(1));
    }

    @Test
    void refuses_to_expire_early() {
        refuses(
                new NotYet(reservation(1), EXPIRY),
                new ExpireReservation(OFFER, reservation(1), EXPIRY.minusMillis(1)),
                reserved(1, 7, 1));
    }

    @Test
    void refuses_to_end_a_reservation_in_two_ways() {
        refuses(ended(Outcome.EXPIRED), confirm, reserved(1, 7, 1), expired(1));
        refuses(ended(Outcome.RELEASED), confirm, reserved(1, 7, 1), released(1));
        refuses(ended(Outcome.CONFIRMED), release, reserved(1, 7, 1), confirmed(1));
        refuses(ended(Outcome.CONFIRMED), expire, reserved(1, 7, 1), confirmed(1));
        refuses(ended(Outcome.EXPIRED), release, reserved(1, 7, 1), expired(1));
    }

    @Test
    void refuses_to_end_what_never_was() {
        OfferEvent other = reserved(2, 7, 1);
        refuses(new ReservationUnknown(reservation(1)), confirm, other);
        refuses(new ReservationUnknown(reservation(1)), release, other);
        refuses(new ReservationUnknown(reservation(1)), expire, other);
    }

    @Test
    void an_impossible_past_is_an_error() {
        isCorrupt(confirmed(1));
        isCorrupt(reserved(1, 7, 1), reserved(2, 7, 1));
        isCorrupt(reserved(1, 7, 2), reserved(2, 6, 2));
        isCorrupt(reserved(1, 7, 2), reserved(1, 7, 2));
        isCorrupt(reserved(1, 7, 1), released(1), confirmed(1));
    }

    private static OfferRejection ended(Outcome how) {
        return new ReservationEnded(reservation(1), how);
    }

    private static void isCorrupt(OfferEvent... past) {
        assertThatThrownBy(
                        () -> {
                            var state = OfferState.UNLISTED;
                            for (var event : past) {
                                state = OfferState.evolve(state, event);
                            }
                        })
                .isInstanceOf(IllegalStateException.class);
    }
}
