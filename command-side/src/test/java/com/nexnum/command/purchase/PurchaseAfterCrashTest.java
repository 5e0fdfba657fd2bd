package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.offer.OfferRejection.OutOfStock;
import com.nexnum.command.offer.OfferRejection.ReservationEnded;
import com.nexnum.command.offer.Outcome;
import com.nexnum.command.purchase.OrderCommand.AttemptSupply;
import com.nexnum.command.purchase.OrderCommand.FailOrder;
import com.nexnum.command.purchase.OrderCommand.PlaceOrder;
import com.nexnum.command.purchase.OrderRejection.OutOfTurn;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletCommand.RuleOutHold;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.OperationId;
import org.junit.jupiter.api.Test;

/** A run that begins again finds what the one before it did. */
class PurchaseAfterCrashTest extends PurchaseStory {

    private static final Candidate A = candidate("a", "0.15", "0.10");
    private static final Candidate B = candidate("b", "0.16", "0.12");
    private static final ReservationEnded EXPIRED =
            new ReservationEnded(ORDER.reservation(1), Outcome.EXPIRED);

    @Test
    void a_reservation_that_ran_out_meanwhile_is_no_reason_to_go_elsewhere() {
        new Telling(A, B)
                .isRefused(ReserveOffer.class, EXPIRED)
                .does(new HoldFunds(WALLET, HOLD, Money.usd("0.15")));
    }

    @Test
    void a_hold_for_another_price_leads_to_the_offer_that_has_it() {
        new Telling(A, B)
                .doesSome(ReserveOffer.class)
                .isRefused(HoldFunds.class, new OperationReused(new OperationId("hold:1")))
                .doesSome(ReleaseReservation.class, ReserveOffer.class)
                .does(new HoldFunds(WALLET, HOLD, Money.usd("0.16")));
    }

    @Test
    void an_order_that_failed_before_is_not_bought_for_when_money_came_since() {
        new Telling(A)
                .doesSome(ReserveOffer.class, HoldFunds.class)
                .isRefused(PlaceOrder.class, new OutOfTurn("Failed"))
                .doesSome(ReleaseReservation.class)
                .isRefused(RuleOutHold.class, new OperationReused(new OperationId("hold:1")))
                .doesSome(ReleaseHold.class, FailActivation.class)
                .ends();
    }

    @Test
    void a_hold_that_was_ruled_out_is_not_looked_for_anywhere_else() {
        new Telling(A)
                .doesSome(ReserveOffer.class)
                .isRefused(HoldFunds.class, new OperationReused(new OperationId("hold:1")))
                .doesSome(
                        ReleaseReservation.class,
                        FailOrder.class,
                        RuleOutHold.class,
                        FailActivation.class)
                .ends();
    }

    @Test
    void an_order_that_is_being_supplied_is_waited_for_not_failed() {
        new Telling(A)
                .isRefused(ReserveOffer.class, new OutOfStock(offer("a"), 0))
                .isRefused(FailOrder.class, new OutOfTurn("Attempting"))
                .waits()
                .hears(soldBy("a", 1, "0.15", "0.10"))
                .doesSome(CaptureHold.class);
    }

    @Test
    void an_order_that_failed_before_is_not_supplied_when_stock_came_since() {
        new Telling(A, B)
                .doesSome(ReserveOffer.class, HoldFunds.class, PlaceOrder.class)
                .hears(refusedBy("a", 1, "NO_NUMBERS"))
                .doesSome(ReleaseReservation.class, ReserveOffer.class)
                .isRefused(AttemptSupply.class, new OutOfTurn("Failed"))
                .doesSome(FailOrder.class, ReleaseHold.class, FailActivation.class)
                .ends();
    }

    @Test
    void the_provider_that_was_asked_counts_not_the_one_of_this_run() {
        new Telling(A, candidate("b", "0.15", "0.12"))
                .doesSome(ReserveOffer.class, HoldFunds.class, PlaceOrder.class)
                .hears(refusedBy("b", 1, "NO_NUMBERS"))
                .does(new ReleaseReservation(offer("b"), ORDER.reservation(1), "NO_NUMBERS"))
                .doesSome(FailOrder.class);
    }
}
