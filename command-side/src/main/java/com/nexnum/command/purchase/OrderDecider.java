package com.nexnum.command.purchase;

import static com.nexnum.command.decision.Decision.accept;
import static com.nexnum.command.decision.Decision.alreadyDone;
import static com.nexnum.command.decision.Decision.reject;

import com.nexnum.command.decision.Decision;
import com.nexnum.command.purchase.OrderCommand.AttemptSupply;
import com.nexnum.command.purchase.OrderCommand.FailOrder;
import com.nexnum.command.purchase.OrderCommand.FulfilOrder;
import com.nexnum.command.purchase.OrderCommand.PlaceOrder;
import com.nexnum.command.purchase.OrderCommand.RecordRefusal;
import com.nexnum.command.purchase.OrderCommand.RecordUnknownOutcome;
import com.nexnum.command.purchase.OrderCommand.RefundOrder;
import com.nexnum.command.purchase.OrderCommand.Supplier;
import com.nexnum.command.purchase.OrderRejection.OrderReused;
import com.nexnum.command.purchase.OrderRejection.OrderUnknown;
import com.nexnum.command.purchase.OrderRejection.OutOfTurn;
import com.nexnum.command.purchase.OrderState.Attempting;
import com.nexnum.command.purchase.OrderState.Failed;
import com.nexnum.command.purchase.OrderState.Fulfilled;
import com.nexnum.command.purchase.OrderState.New;
import com.nexnum.command.purchase.OrderState.Placed;
import com.nexnum.command.purchase.OrderState.Refunded;
import com.nexnum.command.purchase.OrderState.Unknown;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.List;

/**
 * The rules of an order: one provider is asked at a time, each once, and an outcome that is not
 * known stays so until it is found out.
 */
final class OrderDecider {

    static Decision<PurchaseEvent, OrderRejection> decide(OrderCommand command, OrderState state) {
        return switch (command) {
            case PlaceOrder place -> place(place, state);
            case AttemptSupply next -> attempt(next, state);
            case RecordRefusal refusal -> refusal(refusal, state);
            case RecordUnknownOutcome unknown -> unknown(unknown, state);
            case FulfilOrder fulfil -> fulfil(fulfil, state);
            case FailOrder fail -> fail(fail, state);
            case RefundOrder refund -> refund(refund, state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> place(
            PlaceOrder command, OrderState state) {
        var order =
                new OrderPlaced(
                        command.orderId(),
                        command.customerId(),
                        command.service(),
                        command.country(),
                        command.price());
        var placed = state.order();
        if (placed != null) {
            return placed.equals(order) ? alreadyDone() : reject(new OrderReused());
        }
        return accept(List.of(order, attempted(order, 1, command.first())));
    }

    private static Decision<PurchaseEvent, OrderRejection> attempt(
            AttemptSupply command, OrderState state) {
        return switch (state) {
            case Placed(var order, var attempts) when command.attempt() == attempts + 1 ->
                    accept(attempted(order, command.attempt(), command.supplier()));
            case Placed(_, var attempts) when command.attempt() <= attempts -> alreadyDone();
            case Attempting(_, var attempt, _) when command.attempt() <= attempt -> alreadyDone();
            case Unknown(_, var attempt, _) when command.attempt() <= attempt -> alreadyDone();
            case Fulfilled(_, var attempt) when command.attempt() <= attempt -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> refusal(
            RecordRefusal command, OrderState state) {
        return switch (state) {
            case Attempting(var order, var attempt, var provider)
                    when attempt == command.attempt() ->
                    accept(refused(order, attempt, provider, command.reason()));
            case Unknown(var order, var attempt, var provider) when attempt == command.attempt() ->
                    accept(refused(order, attempt, provider, command.reason()));
            case Placed(_, var attempts) when command.attempt() <= attempts -> alreadyDone();
            case Attempting(_, var attempt, _) when command.attempt() < attempt -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> unknown(
            RecordUnknownOutcome command, OrderState state) {
        return switch (state) {
            case Attempting(var order, var attempt, var provider)
                    when attempt == command.attempt() ->
                    accept(
                            new SupplyOutcomeUnknown(
                                    order.orderId(),
                                    order.customerId(),
                                    attempt,
                                    provider,
                                    command.reason()));
            case Unknown(_, var attempt, _) when attempt == command.attempt() -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> fulfil(
            FulfilOrder command, OrderState state) {
        return switch (state) {
            case Attempting(var order, var attempt, var provider)
                    when attempt == command.attempt() ->
                    accept(fulfilled(order, provider, command));
            case Unknown(var order, var attempt, var provider) when attempt == command.attempt() ->
                    accept(fulfilled(order, provider, command));
            case Fulfilled(_, var attempt) when attempt == command.attempt() -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> fail(
            FailOrder command, OrderState state) {
        return switch (state) {
            case Placed(var order, _) ->
                    accept(new OrderFailed(order.orderId(), order.customerId(), command.reason()));
            case Failed _ -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> refund(
            RefundOrder command, OrderState state) {
        return switch (state) {
            case Fulfilled(var order, _) ->
                    accept(
                            new OrderRefunded(
                                    order.orderId(),
                                    order.customerId(),
                                    order.price(),
                                    command.reason()));
            case Refunded _ -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static SupplyAttempted attempted(OrderPlaced order, int attempt, Supplier supplier) {
        return new SupplyAttempted(
                order.orderId(),
                order.customerId(),
                attempt,
                supplier.provider(),
                supplier.offerId(),
                supplier.cost());
    }

    private static SupplyRefused refused(
            OrderPlaced order, int attempt, ProviderSlug provider, String reason) {
        return new SupplyRefused(order.orderId(), order.customerId(), attempt, provider, reason);
    }

    private static OrderFulfilled fulfilled(
            OrderPlaced order, ProviderSlug provider, FulfilOrder command) {
        return new OrderFulfilled(
                order.orderId(),
                order.customerId(),
                command.attempt(),
                provider,
                command.upstreamId(),
                command.number(),
                order.price(),
                command.cost(),
                command.cancellableAt(),
                command.expiresAt());
    }

    private static Decision<PurchaseEvent, OrderRejection> outOfTurn(OrderState state) {
        return state instanceof New
                ? reject(new OrderUnknown())
                : reject(new OutOfTurn(state.getClass().getSimpleName()));
    }

    private OrderDecider() {}
}
