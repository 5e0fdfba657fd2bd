package com.nexnum.command.purchase;

import com.nexnum.command.decision.Rejection;
import com.nexnum.command.offer.OfferRejection.ReservationEnded;
import com.nexnum.command.purchase.OrderRejection.OutOfTurn;
import com.nexnum.command.purchase.Stage.AskingNext;
import com.nexnum.command.purchase.Stage.Assigning;
import com.nexnum.command.purchase.Stage.BackingOut;
import com.nexnum.command.purchase.Stage.Capturing;
import com.nexnum.command.purchase.Stage.Confirming;
import com.nexnum.command.purchase.Stage.Ended;
import com.nexnum.command.purchase.Stage.FailingOrder;
import com.nexnum.command.purchase.Stage.Holding;
import com.nexnum.command.purchase.Stage.LettingGo;
import com.nexnum.command.purchase.Stage.Placing;
import com.nexnum.command.purchase.Stage.RefundingWithdrawn;
import com.nexnum.command.purchase.Stage.ReleasingHold;
import com.nexnum.command.purchase.Stage.ReleasingWithdrawn;
import com.nexnum.command.purchase.Stage.Reserving;
import com.nexnum.command.purchase.Stage.RulingOutHold;
import com.nexnum.command.purchase.Stage.Serving;
import com.nexnum.command.purchase.Stage.SteppingOver;
import com.nexnum.command.purchase.Stage.Stuck;
import com.nexnum.command.purchase.Stage.Supplying;
import com.nexnum.command.purchase.Stage.Withholding;
import com.nexnum.command.wallet.HoldFate;
import com.nexnum.command.wallet.WalletRejection.ChargeNotRefundable;
import com.nexnum.command.wallet.WalletRejection.HoldNotHeld;
import com.nexnum.command.wallet.WalletRejection.HoldUnknown;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.command.wallet.WalletRejection.NotOpen;
import com.nexnum.command.wallet.WalletRejection.OperationReused;

/** Where a purchase goes when the command of its stage was refused. */
final class PurchaseRefusals {

    /** Whether the refusal says that nothing is left to be done, or nothing hangs on it. */
    static boolean isMeantToGoOn(Stage stage, Rejection why) {
        return switch (stage) {
            // Made before and over since: what followed on it may have been done.
            case Reserving _ -> why instanceof ReservationEnded;
            // The reservation may have ended by itself in the meantime.
            case SteppingOver _, LettingGo _, BackingOut _, Confirming _ -> true;
            // Without a wallet there is no hold.
            case RulingOutHold _ -> why instanceof NotOpen;
            case ReleasingHold _ -> why instanceof HoldUnknown || why instanceof NotOpen;
            default -> false;
        };
    }

    static Stage after(Stage stage, Rejection why, PurchaseRoute route) {
        return switch (stage) {
            case Reserving(var candidate, var attempt, var price) ->
                    route.after(candidate, attempt, price);
            case Holding(var candidate) -> afterHolding(candidate, why);
            // Failed meanwhile, or placed by another run at a price that this one does not know.
            case Placing(var candidate) ->
                    why instanceof OutOfTurn
                            ? new BackingOut(candidate, PurchaseProcess.PURCHASE_REFUSED)
                            : new Supplying(1, null);
            // Failed before, or sold since: this run's reservation expires by itself.
            case AskingNext(_, var attempt, var price) ->
                    new FailingOrder(attempt, null, price, PurchaseProcess.NO_NUMBERS);
            // Another run found a way on.
            case FailingOrder(var attempt, _, var price, _) when why instanceof OutOfTurn ->
                    new Supplying(attempt, price);
            // There is a hold: it was made before.
            case RulingOutHold(var reason) when why instanceof OperationReused ->
                    new ReleasingHold(reason);
            case Capturing(_, var sold) -> new Withholding(sold, PurchaseProcess.PURCHASE_REFUSED);
            case Assigning(var sold) -> new Withholding(sold, PurchaseProcess.PURCHASE_REFUSED);
            // The customer has the number: another run was faster.
            case Withholding(var sold, _) -> new Serving(sold);
            case RefundingWithdrawn refunding -> afterRefundingWithdrawn(refunding, why);
            case ReleasingWithdrawn releasing -> afterReleasingWithdrawn(releasing, why);
            default -> new Stuck(stage, why.toString());
        };
    }

    private static Stage afterHolding(int candidate, Rejection why) {
        return switch (why) {
            case OperationReused _ -> new SteppingOver(candidate);
            case InsufficientFunds _ ->
                    new FailingOrder(1, candidate, null, PurchaseProcess.INSUFFICIENT_FUNDS);
            default -> new FailingOrder(1, candidate, null, PurchaseProcess.PURCHASE_REFUSED);
        };
    }

    private static Stage afterRefundingWithdrawn(RefundingWithdrawn stage, Rejection why) {
        return switch (why) {
            case ChargeNotRefundable(_, var fate) when fate == HoldFate.HELD ->
                    new ReleasingWithdrawn(stage.sold());
            case ChargeNotRefundable _, HoldUnknown _, NotOpen _ -> new Ended();
            default -> new Stuck(stage, why.toString());
        };
    }

    /** Another run may capture late; then there is a charge to be refunded. */
    private static Stage afterReleasingWithdrawn(ReleasingWithdrawn stage, Rejection why) {
        return switch (why) {
            case HoldNotHeld(_, var fate) when fate == HoldFate.CAPTURED ->
                    new RefundingWithdrawn(stage.sold());
            case HoldNotHeld _, HoldUnknown _, NotOpen _ -> new Ended();
            default -> new Stuck(stage, why.toString());
        };
    }

    private PurchaseRefusals() {}
}
