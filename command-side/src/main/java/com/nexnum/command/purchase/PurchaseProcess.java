package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationCommand.AssignNumber;
import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.decision.Rejection;
import com.nexnum.command.offer.OfferCommand.ConfirmReservation;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.purchase.OrderCommand.AttemptSupply;
import com.nexnum.command.purchase.OrderCommand.FailOrder;
import com.nexnum.command.purchase.OrderCommand.PlaceOrder;
import com.nexnum.command.purchase.OrderCommand.RefundOrder;
import com.nexnum.command.purchase.OrderCommand.Supplier;
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
import com.nexnum.command.purchase.Stage.ReleasingHold;
import com.nexnum.command.purchase.Stage.Reserving;
import com.nexnum.command.purchase.Stage.Serving;
import com.nexnum.command.purchase.Stage.Supplying;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletRejection.InsufficientFunds;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.kernel.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reserve, charge, fulfil: given where a purchase stands and what just happened, the one next step.
 * Every id in it is derived from the activation, so that a step taken twice is taken once.
 *
 * @param requestedAt when the activation was requested
 */
record PurchaseProcess(ActivationRequested request, Instant requestedAt, Stage stage) {

    static final Duration RESERVATION_LIFETIME = Duration.ofMinutes(5);

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
            case Reserving(var candidate, var attempt, var price) ->
                    new Step.Send(reserve(candidate, attempt, price));
            case Holding(var candidate) ->
                    new Step.Send(new HoldFunds(wallet(), order().hold(), price(candidate)));
            case BackingOut(var candidate, var reason) ->
                    new Step.Send(release(candidate, 1, reason));
            case Placing(var candidate) -> new Step.Send(place(candidate));
            case AskingNext(var candidate, var attempt, _) ->
                    new Step.Send(new AttemptSupply(order(), attempt, supplier(candidate)));
            case Supplying _, Serving _ -> new Step.Await();
            case LettingGo(var candidate, var attempt, _, var reason) ->
                    new Step.Send(release(candidate, attempt, reason));
            case FailingOrder(var reason) -> new Step.Send(new FailOrder(order(), reason));
            case ReleasingHold _ -> new Step.Send(new ReleaseHold(wallet(), order().hold()));
            case FailingActivation(var reason) ->
                    new Step.Send(new FailActivation(request.activationId(), reason));
            case Capturing(_, var sold) ->
                    new Step.Send(
                            new CaptureHold(
                                    wallet(), order().hold(), sold.provider(), sold.cost()));
            case Confirming(var candidate, var sold) ->
                    new Step.Send(
                            new ConfirmReservation(
                                    offer(candidate), order().reservation(sold.attempt())));
            case Assigning(var sold) -> new Step.Send(assign(sold));
            case Refunding(var sold, _) ->
                    new Step.Send(new RefundCharge(wallet(), order().hold(), sold.cost()));
            case ClosingOrder(var reason) -> new Step.Send(new RefundOrder(order(), reason));
            case Ended _ -> new Step.End();
        };
    }

    /** The step's command took effect, now or before. */
    PurchaseProcess accepted() {
        return switch (stage) {
            case Reserving(var candidate, _, var price) when price == null ->
                    at(new Holding(candidate));
            case Reserving(var candidate, var attempt, var price) ->
                    at(new AskingNext(candidate, attempt, price));
            case Holding(var candidate) -> at(new Placing(candidate));
            case BackingOut(_, var reason) -> at(new FailingActivation(reason));
            case Placing(var candidate) -> at(new Supplying(candidate, 1, price(candidate)));
            case AskingNext(var candidate, var attempt, var price) ->
                    at(new Supplying(candidate, attempt, price));
            case LettingGo gone -> afterLettingGo(gone);
            case FailingOrder(var reason) -> at(new ReleasingHold(reason));
            case ReleasingHold(var reason) -> at(new FailingActivation(reason));
            case FailingActivation _, ClosingOrder _ -> at(new Ended());
            case Capturing(var candidate, var sold) -> at(new Confirming(candidate, sold));
            case Confirming(_, var sold) -> at(new Assigning(sold));
            case Assigning(var sold) -> at(new Serving(sold));
            case Refunding(_, var reason) -> at(new ClosingOrder(reason));
            case Supplying _, Serving _, Ended _ -> throw unexpected("an accepted command");
        };
    }

    /** The step's command was refused. */
    PurchaseProcess refused(Rejection why) {
        return switch (stage) {
            case Reserving(var candidate, var attempt, var price) ->
                    reserveNext(candidate, attempt, price, NO_NUMBERS);
            case Holding(var candidate) ->
                    at(
                            new BackingOut(
                                    candidate,
                                    why instanceof InsufficientFunds
                                            ? INSUFFICIENT_FUNDS
                                            : PURCHASE_REFUSED));
            // The reservation may have ended by itself in the meantime; nothing hangs on it now.
            case BackingOut _, LettingGo _, Confirming _ -> accepted();
            default -> throw unexpected("a refusal: " + why);
        };
    }

    PurchaseProcess after(SupplyRefused refusal) {
        return stage instanceof Supplying(var candidate, var attempt, var price)
                        && attempt == refusal.attempt()
                ? at(new LettingGo(candidate, attempt, price, refusal.reason()))
                : this;
    }

    PurchaseProcess after(OrderFulfilled sold) {
        return stage instanceof Supplying(var candidate, var attempt, _)
                        && attempt == sold.attempt()
                ? at(new Capturing(candidate, sold))
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
                ? at(new FailingOrder(NOT_SOLD))
                : reserveNext(gone.candidate(), gone.attempt() + 1, gone.price(), NO_NUMBERS);
    }

    /**
     * The price stays as it was held; an offer that would cost us more than that is passed over.
     */
    private PurchaseProcess reserveNext(
            int candidate, int attempt, @Nullable Money price, String otherwise) {
        int next = candidate + 1;
        while (next < request.route().size()
                && price != null
                && !price.covers(request.route().get(next).cost())) {
            next++;
        }
        if (next < request.route().size()) {
            return at(new Reserving(next, attempt, price));
        }
        return at(price == null ? new FailingActivation(otherwise) : new FailingOrder(otherwise));
    }

    private ReserveOffer reserve(int candidate, int attempt, @Nullable Money price) {
        var listed = request.route().get(candidate);
        return new ReserveOffer(
                offer(candidate),
                order().reservation(attempt),
                order(),
                price == null ? listed.price() : price,
                listed.listingRevision(),
                listed.stock(),
                requestedAt,
                requestedAt.plus(RESERVATION_LIFETIME));
    }

    private ReleaseReservation release(int candidate, int attempt, String reason) {
        return new ReleaseReservation(offer(candidate), order().reservation(attempt), reason);
    }

    private PlaceOrder place(int candidate) {
        return new PlaceOrder(
                order(),
                request.customerId(),
                request.service(),
                request.country(),
                price(candidate),
                supplier(candidate));
    }

    private AssignNumber assign(OrderFulfilled sold) {
        return new AssignNumber(
                request.activationId(),
                sold.orderId(),
                sold.provider(),
                sold.upstreamId(),
                sold.number(),
                sold.price(),
                sold.cancellableAt(),
                sold.expiresAt());
    }

    private Supplier supplier(int candidate) {
        Candidate chosen = request.route().get(candidate);
        return new Supplier(chosen.provider(), offer(candidate), chosen.cost());
    }

    private OfferId offer(int candidate) {
        return OfferId.of(
                request.route().get(candidate).provider(), request.service(), request.country());
    }

    private Money price(int candidate) {
        return request.route().get(candidate).price();
    }

    private OrderId order() {
        return OrderId.of(request.activationId());
    }

    private WalletId wallet() {
        return WalletId.of(request.customerId());
    }

    private PurchaseProcess at(Stage next) {
        return new PurchaseProcess(request, requestedAt, next);
    }

    private IllegalStateException unexpected(String what) {
        return new IllegalStateException(
                request.activationId() + " did not expect " + what + " at " + stage);
    }
}
