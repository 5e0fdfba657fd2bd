package com.nexnum.command.purchase;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import org.jspecify.annotations.Nullable;

/**
 * Where a purchase stands: each stage but four is one command on its way. A {@code candidate} is a
 * place in the route, from 0; an {@code attempt} counts the providers asked, from 1.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
sealed interface Stage {

    /**
     * @param price what is held already; null before the hold
     */
    record Reserving(int candidate, int attempt, @Nullable Money price) implements Stage {}

    record Holding(int candidate) implements Stage {}

    /** Held before, for another candidate's price: this one's reservation is undone. */
    record SteppingOver(int candidate) implements Stage {}

    record Placing(int candidate) implements Stage {}

    record AskingNext(int candidate, int attempt, Money price) implements Stage {}

    /**
     * Waits for the provider's answer.
     *
     * @param price null when an earlier run knows it
     */
    record Supplying(int attempt, @Nullable Money price) implements Stage {}

    /** The provider sold nothing: its reservation is undone. */
    record LettingGo(int candidate, int attempt, Money price, String reason) implements Stage {}

    /**
     * Decides at the order that there is no way on, before anything is undone.
     *
     * @param attempt the one that could not be made
     * @param reserved the candidate whose reservation is to be undone then; null for none
     * @param price null before the hold
     */
    record FailingOrder(
            int attempt, @Nullable Integer reserved, @Nullable Money price, String reason)
            implements Stage {}

    /** The order failed before it was placed: the reservation is undone. */
    record BackingOut(int candidate, String reason) implements Stage {}

    /** The order failed: nobody who is late may hold funds for it. */
    record RulingOutHold(String reason) implements Stage {}

    record ReleasingHold(String reason) implements Stage {}

    record FailingActivation(String reason) implements Stage {}

    record Capturing(int candidate, OrderFulfilled sold) implements Stage {}

    record Confirming(int candidate, OrderFulfilled sold) implements Stage {}

    record Assigning(OrderFulfilled sold) implements Stage {}

    /** The customer has the number; waits for how it ends. */
    record Serving(OrderFulfilled sold) implements Stage {}

    record Refunding(OrderFulfilled sold, String reason) implements Stage {}

    record ClosingOrder(String reason) implements Stage {}

    /**
     * A number was bought that the customer cannot have: decides at the activation that nobody
     * assigns it, before anything is undone.
     */
    record Withholding(OrderFulfilled sold, String reason) implements Stage {}

    /** The number goes back to its provider. */
    record WithdrawingOrder(OrderFulfilled sold, String reason) implements Stage {}

    record RefundingWithdrawn(OrderFulfilled sold) implements Stage {}

    record ReleasingWithdrawn(OrderFulfilled sold) implements Stage {}

    /** No rule leads on from a refusal; a person has to look at it. */
    record Stuck(Stage at, String why) implements Stage {}

    record Ended() implements Stage {}
}
