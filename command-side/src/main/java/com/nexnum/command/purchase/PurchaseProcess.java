package com.nexnum.command.purchase;

import com.nexnum.command.decision.Rejection;
import com.nexnum.command.offer.OfferRejection.ReservationEnded;
import com.nexnum.command.purchase.OrderRejection.OrderUnknown;
import com.nexnum.command.purchase.OrderRejection.OutOfTurn;
import com.nexnum.command.purchase.Stage.AskingNext;
import com.nexnum.command.purchase.Stage.Assigning;
import com.nexnum.command.purchase.Stage.BackingOut;
import com.nexnum.command.purchase.Stage.Capturing;
import com.nexnum.command.purchase.Stage.ClosingOrder;
import com.nexnum.command.purchase.Stage.Confirming;
import com.nexnum.command.purchase.Stage.Ended;
import com.nexnum.command.purchase.Stage.Ensuring;
import com.nexnum.command.purchase.Stage.FailingActivation;
import com.nexnum.command.purchase.Stage.FailingOrder;
import com.nexnum.command.purchase.Stage.Holding;
import com.nexnum.command.purchase.Stage.LettingGo;
import com.nexnum.command.purchase.Stage.Placing;
import com.nexnum.command.purchase.Stage.Refunding;
import com.nexnum.command.purchase.Stage.ReleasingHold;
import com.nexnum.command.purchase.Stage.Reserving;
import com.nexnum.command.purchase.Stage.Serving;
import com.nexnum.command.purchase.Stage.SteppingOver;
import com.nexnum.command.purchase.Stage.Supplying;
import com.nexnum.command.wallet.WalletRejection.HoldUnknown;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.command.wallet.WalletRejection.NotOpen;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reserve, charge, fulfil: given where a purchase stands and what just happened, the one next step.
 * Every id in it is derived from the activation, so that a step taken twice is taken once.
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
        return new PurchaseProcess(request, requestedAt, new Reserving(0, 1, null));
    }

    /** What is to be done now. */
    Step step() {
        return switch (stage) {
            case Supplying _, Serving _ -> new Step.Await();
            case Ended _ -> new Step.End();
            default -> new Step.Send(commands().at(stage));
        };
    }

    /** The step's command took effect, now or before. */
    PurchaseProcess accepted() {
        return switch (stage) {
            case Reserving(var candidate, _, var price) when price == null ->
                    at(new Holding(candidate));
            case Reserving(var candidate, var attempt, var price) ->
                    at(new AskingNext(candidate, attempt, price));
            case Holding(var candidate) -> at(new Ensuring(candidate));
            case SteppingOver(var candidate) -> reserveNext(candidate, 1, null);
            case Ensuring(var candidate) -> at(new Placing(candidate));
            case BackingOut(_, var reason) -> at(new FailingActivation(reason));
            case Placing(var candidate) -> at(new Supplying(1, commands().price(candidate)));
            case AskingNext(_, var attempt, var price) -> at(new Supplying(attempt, price));
            case LettingGo gone -> afterLettingGo(gone);
            case FailingOrder(_, _, var reason) -> at(new ReleasingHold(reason));
            case ReleasingHold(var reason) -> at(new FailingActivation(reason));
            case FailingActivation _, ClosingOrder _ -> at(new Ended());
            case Capturing(var candidate, var sold) -> at(new Confirming(candidate, sold));
            case Confirming(_, var sold) -> at(new Assigning(sold));
            case Assigning(var sold) -> at(new Serving(sold));
            case Refunding(_, var reason) -> at(new ClosingOrder(reason));
            case Supplying _, Serving _, Ended _ -> throw unexpected("an accepted command");
        };
    }

    /**
     * The step's command was refused. After a crash a run may meet what an earlier one did: then it
     * finds its way to where that one got.
     */
    PurchaseProcess refused(Rejection why) {
        return switch (stage) {
            // Made before and over since: what followed on it may have been done.
            case Reserving _ when why instanceof ReservationEnded -> accepted();
            case Reserving(var candidate, var attempt, var price) ->
                    reserveNext(candidate, attempt, price);
            case Holding(var candidate) when why instanceof OperationReused ->
                    at(new SteppingOver(candidate));
            case Holding(var candidate) when why instanceof InsufficientFunds ->
                    at(new BackingOut(candidate, INSUFFICIENT_FUNDS));
            case Holding(var candidate) -> at(new BackingOut(candidate, PURCHASE_REFUSED));
            case Ensuring _ -> at(new ReleasingHold(PURCHASE_REFUSED));
            // The reservation may have ended by itself in the meantime; nothing hangs on it now.
            case BackingOut _, SteppingOver _, LettingGo _, Confirming _ -> accepted();
            // Failed before, or sold since: this run's reservation expires by itself.
            case AskingNext(_, var attempt, var price) when why instanceof OutOfTurn ->
                    at(new FailingOrder(attempt, price, NO_NUMBERS));
            case FailingOrder _ when why instanceof OrderUnknown -> accepted();
            case FailingOrder(var attempt, var price, _) when why instanceof OutOfTurn ->
                    at(new Supplying(attempt, price));
            case ReleasingHold _ when why instanceof HoldUnknown || why instanceof NotOpen ->
                    accepted();
            default -> throw unexpected("a refusal: " + why);
        };
    }

    PurchaseProcess after(SupplyRefused refusal) {
        if (!(stage instanceof Supplying(var attempt, var price)) || attempt != refusal.attempt()) {
            return this;
        }
        int asked = candidate(refusal.provider());
        var held = price == null ? commands().price(asked) : price;
        return at(new LettingGo(asked, attempt, held, refusal.reason()));
    }

    PurchaseProcess after(OrderFulfilled sold) {
        return stage instanceof Supplying(var attempt, _) && attempt == sold.attempt()
                ? at(new Capturing(candidate(sold.provider()), sold))
                : this;
    }

    /** The activation was cancelled, or expired without any SMS. */
    PurchaseProcess afterEndWithoutSms(String reason) {
        return stage instanceof Serving(var sold) ? at(new Refunding(sold, reason)) : this;
    }

    PurchaseProcess afterEndWithSms() {
        return stage instanceof Serving ? at(new Ended()) : this;
    }

    private PurchaseProcess afterLettingGo(LettingGo gone) {
        return gone.reason().equals(NOT_SOLD)
                ? at(new FailingOrder(gone.attempt() + 1, gone.price(), NOT_SOLD))
                : reserveNext(gone.candidate(), gone.attempt() + 1, gone.price());
    }

    /**
     * The price stays as it was held; an offer that would cost us more than that is passed over.
     */
    private PurchaseProcess reserveNext(int candidate, int attempt, @Nullable Money price) {
        int next = candidate + 1;
        while (next < request.route().size()
                && price != null
                && !price.covers(request.route().get(next).cost())) {
            next++;
        }
        return next < request.route().size()
                ? at(new Reserving(next, attempt, price))
                : at(new FailingOrder(attempt, price, NO_NUMBERS));
    }

    /** A provider is in a route once. */
    private int candidate(ProviderSlug provider) {
        for (int i = 0; i < request.route().size(); i++) {
            if (request.route().get(i).provider().equals(provider)) {
                return i;
            }
        }
        throw unexpected(provider.value());
    }

    private PurchaseCommands commands() {
        return new PurchaseCommands(request, requestedAt);
    }

    private PurchaseProcess at(Stage next) {
        return new PurchaseProcess(request, requestedAt, next);
    }

    private IllegalStateException unexpected(String what) {
        return new IllegalStateException(
                request.activationId() + " did not expect " + what + " at " + stage);
    }
}
