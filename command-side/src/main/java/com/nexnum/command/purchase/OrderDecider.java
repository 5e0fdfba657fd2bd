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
import com.nexnum.command.purchase.OrderCommand.WithdrawOrder;
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
import com.nexnum.command.purchase.OrderState.Withdrawn;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
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
            case WithdrawOrder withdraw -> withdraw(withdraw, state);
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
        if (state instanceof Failed) {
            return outOfTurn(state);
        }
        var placed = state.order();
        if (placed != null) {
            return placed.equals(order) ? alreadyDone() : reject(new OrderReused());
        }
        return accept(List.of(order, OrderFacts.attempted(order, 1, command.first())));
    }

    private static Decision<PurchaseEvent, OrderRejection> attempt(
            AttemptSupply command, OrderState state) {
        return switch (state) {
            case Placed(var order, var attempts) when command.attempt() == attempts + 1 ->
                    accept(OrderFacts.attempted(order, command.attempt(), command.supplier()));
            case Placed(_, var attempts) when command.attempt() <= attempts -> alreadyDone();
            case Attempting(_, var attempt, _) when command.attempt() <= attempt -> alreadyDone();
            case Unknown(_, var attempt, _) when command.attempt() <= attempt -> alreadyDone();
            case Fulfilled(_, var attempt) when command.attempt() <= attempt -> alreadyDone();
            case Withdrawn(_, var attempt) when command.attempt() <= attempt -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> refusal(
            RecordRefusal command, OrderState state) {
        return switch (state) {
            case Attempting(var order, var attempt, var provider)
                    when attempt == command.attempt() ->
                    accept(OrderFacts.refused(order, attempt, provider, command.reason()));
            case Unknown(var order, var attempt, var provider) when attempt == command.attempt() ->
                    accept(OrderFacts.refused(order, attempt, provider, command.reason()));
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
                    accept(OrderFacts.unknown(order, attempt, provider, command.reason()));
            case Unknown(_, var attempt, _) when attempt == command.attempt() -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> fulfil(
            FulfilOrder command, OrderState state) {
        return switch (state) {
            case Attempting(var order, var attempt, var provider)
                    when attempt == command.attempt() ->
                    accept(OrderFacts.fulfilled(order, provider, command));
            case Unknown(var order, var attempt, var provider) when attempt == command.attempt() ->
                    accept(OrderFacts.fulfilled(order, provider, command));
            case Fulfilled(_, var attempt) when attempt == command.attempt() -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> fail(
            FailOrder command, OrderState state) {
        return switch (state) {
            case New _ -> accept(OrderFacts.failed(command));
            case Placed(_, var attempts) when attempts < command.attempt() ->
                    accept(OrderFacts.failed(command));
            case Failed _ -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> withdraw(
            WithdrawOrder command, OrderState state) {
        return switch (state) {
            case Fulfilled(var order, var attempt) when attempt == command.attempt() ->
                    accept(OrderFacts.withdrawn(order, command.reason()));
            case Withdrawn _ -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> refund(
            RefundOrder command, OrderState state) {
        return switch (state) {
            case Fulfilled(var order, _) -> accept(OrderFacts.refunded(order, command.reason()));
            case Refunded _ -> alreadyDone();
            default -> outOfTurn(state);
        };
    }

    private static Decision<PurchaseEvent, OrderRejection> outOfTurn(OrderState state) {
        return state instanceof New
                ? reject(new OrderUnknown())
                : reject(new OutOfTurn(state.getClass().getSimpleName()));
    }

    private OrderDecider() {}
}
