package com.nexnum.command.offer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.offer.OfferRejection.OutOfStock;
import com.nexnum.command.offer.OfferRejection.ReservationEnded;
import com.nexnum.command.offer.OfferRejection.ReservationReused;
import com.nexnum.kernel.money.Money;
import org.junit.jupiter.api.Test;

class ReserveOfferTest extends OfferStory {

    @Test
    void reserves_a_number_that_is_listed() {
        does(reserved(1, 7, 1), reserve(1, 7, 1));
    }

    @Test
    void of_two_buyers_of_the_last_number_one_wins() {
        refuses(new OutOfStock(OFFER, 1), reserve(2, 7, 1), reserved(1, 7, 1));
        refuses(new OutOfStock(OFFER, 1), reserve(2, 7, 1), reserved(1, 7, 1), confirmed(1));
    }

    @Test
    void a_number_that_was_given_back_is_reserved_again() {
        does(reserved(2, 7, 1), reserve(2, 7, 1), reserved(1, 7, 1), released(1));
        does(reserved(2, 7, 1), reserve(2, 7, 1), reserved(1, 7, 1), expired(1));
    }

    @Test
    void refuses_what_is_listed_as_gone() {
        refuses(new OutOfStock(OFFER, 0), reserve(1, 7, 0));
    }

    @Test
    void a_newer_list_counts_afresh() {
        does(reserved(2, 8, 1), reserve(2, 8, 1), reserved(1, 7, 1), confirmed(1));
    }

    @Test
    void a_newer_list_still_counts_what_is_pending() {
        refuses(new OutOfStock(OFFER, 1), reserve(2, 8, 1), reserved(1, 7, 1));
    }

    @Test
    void an_older_list_or_another_stock_for_the_same_list_is_not_believed() {
        does(reserved(2, 7, 2), reserve(2, 6, 50), reserved(1, 7, 2));
        refuses(new OutOfStock(OFFER, 1), reserve(2, 6, 50), reserved(1, 7, 1));
        refuses(new OutOfStock(OFFER, 1), reserve(2, 7, 50), reserved(1, 7, 1));
    }

    @Test
    void a_repeat_takes_nothing() {
        doesNothing(reserve(1, 9, 5), reserved(1, 7, 2));
        doesNothing(reserve(1, 9, 5), reserved(1, 7, 2), confirmed(1));
    }

    @Test
    void refuses_a_repeat_of_what_was_given_back() {
        refuses(
                new ReservationEnded(reservation(1), Outcome.RELEASED),
                reserve(1, 7, 2),
                reserved(1, 7, 2),
                released(1));
        refuses(
                new ReservationEnded(reservation(1), Outcome.EXPIRED),
                reserve(1, 7, 2),
                reserved(1, 7, 2),
                expired(1));
    }

    @Test
    void refuses_the_same_reservation_for_another_order_or_price() {
        refuses(
                new ReservationReused(reservation(1)),
                new ReserveOffer(OFFER, reservation(1), order(2), PRICE, 7, 2, NOON, EXPIRY),
                reserved(1, 7, 2));
        refuses(
                new ReservationReused(reservation(1)),
                new ReserveOffer(
                        OFFER, reservation(1), order(1), Money.usd("0.16"), 7, 2, NOON, EXPIRY),
                reserved(1, 7, 2),
                confirmed(1));
    }

    @Test
    void refuses_a_reservation_that_is_over_before_it_begins() {
        assertThatThrownBy(() ->
                        new ReserveOffer(OFFER, reservation(1), order(1), PRICE, 7, 2, NOON, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
