package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.AssignNumber;
import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.activation.ActivationRejection.ActivationEnded;
import com.nexnum.command.activation.ActivationRejection.NumberWasAssigned;
import com.nexnum.command.decision.Rejection;
import com.nexnum.command.offer.OfferCommand.ConfirmReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.offer.OfferRejection.ReservationUnknown;
import com.nexnum.command.purchase.OrderCommand.PlaceOrder;
import com.nexnum.command.purchase.OrderCommand.WithdrawOrder;
import com.nexnum.command.purchase.OrderRejection.OutOfTurn;
import com.nexnum.command.wallet.HoldFate;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletRejection.AmountNotPositive;
import com.nexnum.command.wallet.WalletRejection.ChargeNotRefundable;
import com.nexnum.command.wallet.WalletRejection.HoldNotHeld;
import com.nexnum.command.wallet.WalletRejection.HoldUnknown;
import com.nexnum.command.wallet.WalletRejection.NotOpen;
import com.nexnum.kernel.money.Money;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A number was bought, and then something says no: all of it is undone, and nothing stands still.
 */
class RefusedAfterSaleTest extends PurchaseStory {

    private static final ActivationEnded FAILED = new ActivationEnded("FAILED");
    private static final ChargeNotRefundable STILL_HELD =
            new ChargeNotRefundable(HOLD, HoldFate.HELD);

    static Stream<Rejection> refusals() {
        return Stream.of(
                new NotOpen(),
                new HoldUnknown(HOLD),
                new HoldNotHeld(HOLD, HoldFate.RELEASED),
                new AmountNotPositive());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refused_capture_gives_number_and_money_back(Rejection why) {
        sold().isRefused(CaptureHold.class, why)
                .does(
                        new FailActivation(ID, "PURCHASE_REFUSED"),
                        new WithdrawOrder(ORDER, 1, "PURCHASE_REFUSED"))
                .isRefused(RefundCharge.class, STILL_HELD)
                .does(new ReleaseHold(WALLET, HOLD))
                .ends();
    }

    @Test
    void a_refused_assignment_refunds_what_was_charged() {
        sold().doesSome(CaptureHold.class, ConfirmReservation.class)
                .isRefused(AssignNumber.class, FAILED)
                .doesSome(FailActivation.class, WithdrawOrder.class)
                .does(new RefundCharge(WALLET, HOLD, Money.usd("0.10")))
                .ends();
    }

    @Test
    void a_refused_confirmation_holds_nobody_up() {
        sold().doesSome(CaptureHold.class)
                .isRefused(ConfirmReservation.class, new ReservationUnknown(ORDER.reservation(1)))
                .doesSome(AssignNumber.class)
                .waits();
    }

    @Test
    void what_the_customer_has_by_now_is_left_alone() {
        sold().isRefused(CaptureHold.class, new AmountNotPositive())
                .isRefused(FailActivation.class, new NumberWasAssigned())
                .waits();
    }

    @Test
    void a_charge_that_came_late_is_refunded() {
        withdrawn()
                .isRefused(RefundCharge.class, STILL_HELD)
                .isRefused(ReleaseHold.class, new HoldNotHeld(HOLD, HoldFate.CAPTURED))
                .doesSome(RefundCharge.class)
                .ends();
    }

    @Test
    void a_hold_that_is_gone_leaves_nothing_to_undo() {
        for (var gone : new Rejection[] {new HoldUnknown(HOLD), new NotOpen()}) {
            withdrawn().isRefused(RefundCharge.class, gone).ends();
        }
        for (var gone :
                new Rejection[] {
                    new HoldUnknown(HOLD), new HoldNotHeld(HOLD, HoldFate.RELEASED), new NotOpen()
                }) {
            withdrawn()
                    .isRefused(RefundCharge.class, STILL_HELD)
                    .isRefused(ReleaseHold.class, gone)
                    .ends();
        }
    }

    @Test
    void a_refusal_without_a_rule_waits_for_a_person_and_stops_nobody() {
        var stuck =
                sold().isRefused(CaptureHold.class, new AmountNotPositive())
                        .doesSome(FailActivation.class)
                        .isRefused(WithdrawOrder.class, new OutOfTurn("Refunded"))
                        .waits();
        assertThat(stuck.process.stage()).isInstanceOf(Stage.Stuck.class);
        var unpaid = withdrawn().isRefused(RefundCharge.class, new AmountNotPositive()).waits();
        assertThat(unpaid.process.stage()).isInstanceOf(Stage.Stuck.class);
    }

    private static Telling withdrawn() {
        return sold().isRefused(CaptureHold.class, new AmountNotPositive())
                .doesSome(FailActivation.class, WithdrawOrder.class);
    }

    private static Telling sold() {
        return new Telling(candidate("a", "0.15", "0.10"))
                .doesSome(ReserveOffer.class, HoldFunds.class, PlaceOrder.class)
                .hears(soldBy("a", 1, "0.15", "0.10"));
    }
}
