package com.nexnum.command.purchase;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.kernel.supply.ProviderSlug;
import org.jspecify.annotations.Nullable;

/** Where an order stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
sealed interface OrderState {

    record New() implements OrderState {}

    /** Placed; between two attempts, or before the first. */
    record Placed(OrderPlaced order, int attempts) implements OrderState {}

    /** A provider is being asked. */
    record Attempting(OrderPlaced order, int attempt, ProviderSlug provider)
            implements OrderState {}

    /** Nobody knows whether the provider sold a number. */
    record Unknown(OrderPlaced order, int attempt, ProviderSlug provider) implements OrderState {}

    record Fulfilled(OrderPlaced order, int attempt) implements OrderState {}

    /**
     * @param order null when it failed before it was placed
     */
    record Failed(@Nullable OrderPlaced order) implements OrderState {}

    /** A number was bought that could not be handed over. */
    record Withdrawn(OrderPlaced order, int attempt) implements OrderState {}

    record Refunded(OrderPlaced order) implements OrderState {}

    default @Nullable OrderPlaced order() {
        return switch (this) {
            case New _ -> null;
            case Placed(var order, _) -> order;
            case Attempting(var order, _, _) -> order;
            case Unknown(var order, _, _) -> order;
            case Fulfilled(var order, _) -> order;
            case Failed(var order) -> order;
            case Withdrawn(var order, _) -> order;
            case Refunded(var order) -> order;
        };
    }

    /**
     * @throws IllegalStateException when the event cannot follow on the state: the past is corrupt
     */
    static OrderState evolve(OrderState state, PurchaseEvent event) {
        return switch (event) {
            case OrderPlaced order when state instanceof New -> new Placed(order, 0);
            case SupplyAttempted next
                    when state instanceof Placed(var order, var attempts)
                            && next.attempt() == attempts + 1 ->
                    new Attempting(order, next.attempt(), next.provider());
            case SupplyRefused no
                    when state instanceof Attempting(var order, var attempt, _)
                            && no.attempt() == attempt ->
                    new Placed(order, attempt);
            case SupplyRefused no
                    when state instanceof Unknown(var order, var attempt, _)
                            && no.attempt() == attempt ->
                    new Placed(order, attempt);
            case SupplyOutcomeUnknown open
                    when state instanceof Attempting(var order, var attempt, var provider)
                            && open.attempt() == attempt ->
                    new Unknown(order, attempt, provider);
            case OrderFulfilled sold
                    when state instanceof Attempting(var order, var attempt, _)
                            && sold.attempt() == attempt ->
                    new Fulfilled(order, attempt);
            case OrderFulfilled sold
                    when state instanceof Unknown(var order, var attempt, _)
                            && sold.attempt() == attempt ->
                    new Fulfilled(order, attempt);
            case OrderFailed _ when state instanceof New -> new Failed(null);
            case OrderFailed _ when state instanceof Placed(var order, _) -> new Failed(order);
            case OrderFailed _ when state instanceof Fulfilled(var order, var attempt) ->
                    new Withdrawn(order, attempt);
            case OrderRefunded _ when state instanceof Fulfilled(var order, _) ->
                    new Refunded(order);
            default ->
                    throw new IllegalStateException(
                            "Corrupt stream: "
                                    + event.getClass().getSimpleName()
                                    + " cannot follow on "
                                    + state.getClass().getSimpleName());
        };
    }
}
