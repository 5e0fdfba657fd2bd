package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationCommand.AssignNumber;
import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.offer.OfferCommand.ConfirmReservation;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.offer.OfferRejection.OutOfStock;
import com.nexnum.command.offer.OfferRejection.ReservationEnded;
import com.nexnum.command.offer.Outcome;
import com.nexnum.command.purchase.OrderCommand.AttemptSupply;
import com.nexnum.command.purchase.OrderCommand.FailOrder;
import com.nexnum.command.purchase.OrderCommand.PlaceOrder;
import com.nexnum.command.purchase.OrderCommand.RefundOrder;
import com.nexnum.command.purchase.OrderCommand.Supplier;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletCommand.RuleOutHold;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.command.wallet.WalletRejection.NotOpen;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PurchaseProcessTest extends PurchaseStory {

    private static final Candidate A = candidate("a", "0.15", "0.10");
    private static final Candidate B = candidate("b", "0.16", "0.12");
    private static final OutOfStock NONE = new OutOfStock(offer("a"), 0);
    private static final Class<?>[] TO_THE_PROVIDER = {
        ReserveOffer.class, HoldFunds.class, PlaceOrder.class
    };
    private static final Class<?>[] TO_THE_CUSTOMER = {
        CaptureHold.class, ConfirmReservation.class, AssignNumber.class
    };

    @Test
    void reserves_charges_and_fulfils() {
        new Telling(A, B)
                .does(
                        reserve("a", 1, "0.15"),
                        new HoldFunds(WALLET, HOLD, Money.usd("0.15")),
                        new PlaceOrder(
                                ORDER, CUSTOMER, WHATSAPP, US, Money.usd("0.15"), supplier(A)))
                .waits()
                .hears(soldBy("a", 1, "0.15", "0.09"))
                .does(
                        new CaptureHold(WALLET, HOLD, A.provider(), Money.usd("0.09")),
                        new ConfirmReservation(offer("a"), ORDER.reservation(1)))
                .doesSome(AssignNumber.class)
                .waits();
    }

    @Test
    void goes_to_the_next_offer_when_the_first_is_out_of_stock() {
        new Telling(A, B)
                .isRefused(ReserveOffer.class, NONE)
                .does(reserve("b", 1, "0.16"), new HoldFunds(WALLET, HOLD, Money.usd("0.16")));
    }

    @Test
    void fails_when_every_offer_is_out_of_stock() {
        new Telling(A, B)
                .isRefused(ReserveOffer.class, NONE)
                .isRefused(ReserveOffer.class, NONE)
                .does(
                        new FailOrder(ORDER, CUSTOMER, 1, "NO_NUMBERS"),
                        new RuleOutHold(WALLET, HOLD),
                        new FailActivation(ID, "NO_NUMBERS"))
                .ends();
    }

    @Test
    void without_funds_the_reservation_is_undone() {
        new Telling(A, B)
                .doesSome(ReserveOffer.class)
                .isRefused(
                        HoldFunds.class,
                        new InsufficientFunds(Money.usd("0.01"), Money.usd("0.15")))
                .does(
                        new FailOrder(ORDER, CUSTOMER, 1, "INSUFFICIENT_FUNDS"),
                        new ReleaseReservation(
                                offer("a"), ORDER.reservation(1), "INSUFFICIENT_FUNDS"),
                        new RuleOutHold(WALLET, HOLD),
                        new FailActivation(ID, "INSUFFICIENT_FUNDS"))
                .ends();
    }

    @Test
    void without_a_wallet_the_purchase_is_refused() {
        new Telling(A)
                .doesSome(ReserveOffer.class)
                .isRefused(HoldFunds.class, new NotOpen())
                .doesSome(FailOrder.class, ReleaseReservation.class)
                .isRefused(RuleOutHold.class, new NotOpen())
                .does(new FailActivation(ID, "PURCHASE_REFUSED"))
                .ends();
    }

    @Test
    void a_definite_refusal_fails_over_at_the_same_price_past_what_costs_more() {
        new Telling(A, candidate("dear", "0.20", "0.16"), B)
                .doesSome(TO_THE_PROVIDER)
                .hears(refusedBy("a", 1, "NO_NUMBERS"))
                .does(
                        new ReleaseReservation(offer("a"), ORDER.reservation(1), "NO_NUMBERS"),
                        reserve("b", 2, "0.15"),
                        new AttemptSupply(ORDER, 2, supplier(B)))
                .waits()
                .hears(soldBy("b", 2, "0.15", "0.12"))
                .does(new CaptureHold(WALLET, HOLD, B.provider(), Money.usd("0.12")))
                .does(new ConfirmReservation(offer("b"), ORDER.reservation(2)));
    }

    @Test
    void with_no_candidate_left_the_money_goes_back() {
        new Telling(A)
                .doesSome(TO_THE_PROVIDER)
                .hears(refusedBy("a", 1, "NO_NUMBERS"))
                .doesSome(ReleaseReservation.class)
                .does(
                        new FailOrder(ORDER, CUSTOMER, 2, "NO_NUMBERS"),
                        new ReleaseHold(WALLET, HOLD),
                        new FailActivation(ID, "NO_NUMBERS"))
                .ends();
    }

    @Test
    void what_turned_out_not_sold_is_asked_of_nobody_else() {
        new Telling(A, B)
                .doesSome(TO_THE_PROVIDER)
                .hears(refusedBy("a", 1, "NOT_SOLD"))
                .doesSome(ReleaseReservation.class)
                .does(
                        new FailOrder(ORDER, CUSTOMER, 2, "NOT_SOLD"),
                        new ReleaseHold(WALLET, HOLD),
                        new FailActivation(ID, "NOT_SOLD"))
                .ends();
    }

    @Test
    void an_end_without_sms_is_refunded_once() {
        var purchase = served();
        purchase.process = purchase.process.afterEndWithoutSms("EXPIRED");
        purchase.does(
                        new RefundCharge(WALLET, HOLD, Money.usd("0.10")),
                        new RefundOrder(ORDER, "EXPIRED"))
                .ends();
        purchase.process = purchase.process.afterEndWithoutSms("EXPIRED");
        purchase.ends();
    }

    @Test
    void an_end_with_sms_is_the_end() {
        var purchase = served();
        purchase.process = purchase.process.afterEndWithSms();
        purchase.ends();
    }

    @Test
    void news_that_it_does_not_wait_for_change_nothing() {
        var purchase = served();
        purchase.hears(refusedBy("a", 1, "NO_NUMBERS"))
                .hears(soldBy("a", 1, "0.15", "0.10"))
                .waits();
        var early = new Telling(A, B).doesSome(TO_THE_PROVIDER);
        early.hears(soldBy("b", 2, "0.15", "0.10")).waits();
        early.process = early.process.afterEndWithSms().afterEndWithoutSms("CANCELLED");
        early.waits();
    }

    @Test
    void a_reservation_that_ended_by_itself_does_not_hold_the_customer_up() {
        var ended = new ReservationEnded(ORDER.reservation(1), Outcome.EXPIRED);
        new Telling(A)
                .doesSome(TO_THE_PROVIDER)
                .hears(soldBy("a", 1, "0.15", "0.10"))
                .doesSome(CaptureHold.class)
                .isRefused(ConfirmReservation.class, ended)
                .doesSome(AssignNumber.class)
                .waits();
    }

    private static Telling served() {
        return new Telling(A)
                .doesSome(TO_THE_PROVIDER)
                .hears(soldBy("a", 1, "0.15", "0.10"))
                .doesSome(TO_THE_CUSTOMER)
                .waits();
    }

    private static ReserveOffer reserve(String provider, int attempt, String price) {
        return new ReserveOffer(
                offer(provider),
                ORDER.reservation(attempt),
                ORDER,
                Money.usd(price),
                1,
                5,
                NOON,
                NOON.plus(Duration.ofMinutes(5)));
    }

    private static Supplier supplier(Candidate of) {
        ProviderSlug provider = of.provider();
        return new Supplier(provider, offer(provider.value()), of.cost());
    }
}
