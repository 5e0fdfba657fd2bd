package com.nexnum.command.purchase;

import com.nexnum.command.decision.Rejection;
import com.nexnum.command.purchase.Stage.AskingNext;
import com.nexnum.command.purchase.Stage.Assigning;
import com.nexnum.command.purchase.Stage.BackingOut;
import com.nexnum.command.purchase.Stage.Capturing;
import com.nexnum.command.purchase.Stage.ClosingOrder;
import com.nexnum.command.purchase.Stage.Confirming;
import com.nexnum.command.purchase.Stage.Ended;
import com.nexnum.command.purchase.Stage.FailingActivation;
import com.nexnum.command.purchase.Stage.FailingOrder;
import com.nexnum.command.purchase.Stage.Holding;
import com.nexnum.command.purchase.Stage.LettingGo;
import com.nexnum.command.purchase.Stage.Placing;
import com.nexnum.command.purchase.Stage.Refunding;
import com.nexnum.command.purchase.Stage.RefundingWithdrawn;
import com.nexnum.command.purchase.Stage.ReleasingHold;
import com.nexnum.command.purchase.Stage.ReleasingWithdrawn;
import com.nexnum.command.purchase.Stage.Reserving;
import com.nexnum.command.purchase.Stage.RulingOutHold;
import com.nexnum.command.purchase.Stage.Serving;
import com.nexnum.command.purchase.Stage.SteppingOver;
import com.nexnum.command.purchase.Stage.Stuck;
import com.nexnum.command.purchase.Stage.Supplying;
import com.nexnum.command.purchase.Stage.WithdrawingOrder;
import com.nexnum.command.purchase.Stage.Withholding;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import java.time.Instant;

/**
 * Reserve, charge, fulfil: given where a purchase stands and what just happened, the one next step.
 * Every id in it is derived from the activation, so that a step taken twice is taken once. Two may
 * perform the same purchase at once: where the way parts, one stream decides for both before
 * anything is undone. That is the order until a number was bought, and then the activation.
 *
 * @param requestedAt when the activation was requested
 */
record PurchaseProcess(ActivationRequested request, Instant requestedAt, Stage stage) {

    /**
     * Not sold after all, as reconciliation found: the money goes back and nobody else is asked.
     */
    static final String NOT_SOLD = "NOT_SOLD";

    static final String NO_NUMBERS = "NO_NUMBERS";
    static final String INSUFFICIENT_FUNDS = "INSUFFICIENT_FUNDS";
    static final String PURCHASE_REFUSED = "PURCHASE_REFUSED";

    static PurchaseProcess start(ActivationRequested request, Instant requestedAt) {
        return new PurchaseProcess(
                request.withoutDecision(), requestedAt, new Reserving(0, 1, null));
    }

    /** What is to be done now. */
    Step step() {
        return switch (stage) {
            case Supplying _, Serving _, Stuck _ -> new Step.Await();
            case Ended _ -> new Step.End();
            default -> new Step.Send(new PurchaseCommands(request, requestedAt).at(stage));
        };
    }

    /** The step's command took effect, now or before. */
    PurchaseProcess accepted() {
        return at(
                switch (stage) {
                    case Reserving(var candidate, _, var price) when price == null ->
                            new Holding(candidate);
                    case Reserving(var candidate, var attempt, var price) ->
                            new AskingNext(candidate, attempt, price);
                    case Holding(var candidate) -> new Placing(candidate);
                    case SteppingOver(var candidate) -> route().after(candidate, 1, null);
                    case Placing(var candidate) -> new Supplying(1, route().price(candidate));
                    case AskingNext(_, var attempt, var price) -> new Supplying(attempt, price);
                    case LettingGo gone -> afterLettingGo(gone);
                    case FailingOrder failing -> afterFailing(failing);
                    case BackingOut(_, var reason) -> new RulingOutHold(reason);
                    case RulingOutHold(var reason) -> new FailingActivation(reason);
                    case ReleasingHold(var reason) -> new FailingActivation(reason);
                    case FailingActivation _,
                            ClosingOrder _,
                            RefundingWithdrawn _,
                            ReleasingWithdrawn _ ->
                            new Ended();
                    case Capturing(var candidate, var sold) -> new Confirming(candidate, sold);
                    case Confirming(_, var sold) -> new Assigning(sold);
                    case Assigning(var sold) -> new Serving(sold);
                    case Refunding(_, var reason) -> new ClosingOrder(reason);
                    case Withholding(var sold, var reason) -> new WithdrawingOrder(sold, reason);
                    case WithdrawingOrder(var sold, _) -> new RefundingWithdrawn(sold);
                    case Supplying _, Serving _, Stuck _, Ended _ ->
                            throw new IllegalStateException(
                                    request.activationId() + " asked for nothing at " + stage);
                });
    }

    /**
     * The step's command was refused. After a crash a run may meet what an earlier one did: then it
     * finds its way to where that one got.
     */
    PurchaseProcess refused(Rejection why) {
        return PurchaseRefusals.isMeantToGoOn(stage, why)
                ? accepted()
                : at(PurchaseRefusals.after(stage, why, route()));
    }

    PurchaseProcess after(SupplyRefused refusal) {
        if (!(stage instanceof Supplying(var attempt, var price)) || attempt != refusal.attempt()) {
            return this;
        }
        int asked = route().candidate(refusal.provider());
        var held = price == null ? route().price(asked) : price;
        return at(new LettingGo(asked, attempt, held, refusal.reason()));
    }

    PurchaseProcess after(OrderFulfilled sold) {
        return stage instanceof Supplying(var attempt, _) && attempt == sold.attempt()
                ? at(new Capturing(route().candidate(sold.provider()), sold))
                : this;
    }

    /** The activation was cancelled, or expired without any SMS. */
    PurchaseProcess afterEndWithoutSms(String reason) {
        return stage instanceof Serving(var sold) ? at(new Refunding(sold, reason)) : this;
    }

    PurchaseProcess afterEndWithSms() {
        return stage instanceof Serving ? at(new Ended()) : this;
    }

    private Stage afterLettingGo(LettingGo gone) {
        return gone.reason().equals(NOT_SOLD)
                ? new FailingOrder(gone.attempt() + 1, null, gone.price(), NOT_SOLD)
                : route().after(gone.candidate(), gone.attempt() + 1, gone.price());
    }

    private static Stage afterFailing(FailingOrder failing) {
        if (failing.reserved() != null) {
            return new BackingOut(failing.reserved(), failing.reason());
        }
        return failing.price() == null
                ? new RulingOutHold(failing.reason())
                : new ReleasingHold(failing.reason());
    }

    private PurchaseRoute route() {
        return new PurchaseRoute(request);
    }

    private PurchaseProcess at(Stage next) {
        return new PurchaseProcess(request, requestedAt, next);
    }
}
