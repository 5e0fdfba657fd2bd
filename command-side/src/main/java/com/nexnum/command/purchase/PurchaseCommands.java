package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationCommand.AssignNumber;
import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.offer.OfferCommand.ConfirmReservation;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.command.purchase.OrderCommand.AttemptSupply;
import com.nexnum.command.purchase.OrderCommand.FailOrder;
import com.nexnum.command.purchase.OrderCommand.PlaceOrder;
import com.nexnum.command.purchase.OrderCommand.RefundOrder;
import com.nexnum.command.purchase.OrderCommand.Supplier;
import com.nexnum.command.purchase.OrderCommand.WithdrawOrder;
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
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.RefundCharge;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.command.wallet.WalletCommand.RuleOutHold;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a purchase. Every id in them is derived from the activation, so that a step taken
 * twice is taken once.
 */
record PurchaseCommands(ActivationRequested request, Instant requestedAt) {

    private static final Duration RESERVATION_LIFETIME = Duration.ofMinutes(5);

    /** The command of a stage that is one; the others have none. */
    Object at(Stage stage) {
        return switch (stage) {
            case Reserving(var candidate, var attempt, var price) ->
                    reserve(candidate, attempt, price);
            case Holding(var candidate) ->
                    new HoldFunds(wallet(), order().hold(), price(candidate));
            case SteppingOver(var candidate) -> release(candidate, 1, "STEPPED_OVER");
            case BackingOut(var candidate, var reason) -> release(candidate, 1, reason);
            case Placing(var candidate) -> place(candidate);
            case AskingNext(var candidate, var attempt, _) ->
                    new AttemptSupply(order(), attempt, supplier(candidate));
            case LettingGo(var candidate, var attempt, _, var reason) ->
                    release(candidate, attempt, reason);
            case FailingOrder(var attempt, _, _, var reason) ->
                    new FailOrder(order(), request.customerId(), attempt, reason);
            case RulingOutHold _ -> new RuleOutHold(wallet(), order().hold());
            case ReleasingHold _ -> new ReleaseHold(wallet(), order().hold());
            case FailingActivation(var reason) ->
                    new FailActivation(request.activationId(), reason);
            case Capturing(_, var sold) ->
                    new CaptureHold(wallet(), order().hold(), sold.provider(), sold.cost());
            case Confirming(var candidate, var sold) ->
                    new ConfirmReservation(offer(candidate), order().reservation(sold.attempt()));
            case Assigning(var sold) -> assign(sold);
            case Refunding(var sold, _) -> new RefundCharge(wallet(), order().hold(), sold.cost());
            case ClosingOrder(var reason) -> new RefundOrder(order(), reason);
            case Withholding(_, var reason) -> new FailActivation(request.activationId(), reason);
            case WithdrawingOrder(var sold, var reason) ->
                    new WithdrawOrder(order(), sold.attempt(), reason);
            case RefundingWithdrawn(var sold) ->
                    new RefundCharge(wallet(), order().hold(), sold.cost());
            case ReleasingWithdrawn _ -> new ReleaseHold(wallet(), order().hold());
            case Supplying _, Serving _, Stuck _, Ended _ ->
                    throw new IllegalStateException(stage + " sends nothing");
        };
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
}
