package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.decision.Decision;
import com.nexnum.command.purchase.OrderCommand.FulfilOrder;
import com.nexnum.command.purchase.OrderCommand.PlaceOrder;
import com.nexnum.command.purchase.OrderCommand.Supplier;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Duration;
import java.util.List;

/** One order and the words in which its tests are told. */
abstract class OrderStory extends PurchaseStory {

    static final Money PRICE = Money.usd("0.15");
    static final Money COST = Money.usd("0.10");
    static final PurchaseEvent PLACED = new OrderPlaced(ORDER, CUSTOMER, WHATSAPP, US, PRICE);
    static final PurchaseEvent FAILED = new OrderFailed(ORDER, CUSTOMER, "NO_NUMBERS");
    static final PurchaseEvent REFUNDED = new OrderRefunded(ORDER, CUSTOMER, PRICE, "EXPIRED");

    static PlaceOrder place(String price) {
        return new PlaceOrder(ORDER, CUSTOMER, WHATSAPP, US, Money.usd(price), supplier("p1"));
    }

    static Supplier supplier(String provider) {
        return new Supplier(new ProviderSlug(provider), offer(provider), COST);
    }

    static FulfilOrder fulfil(int attempt) {
        return new FulfilOrder(
                ORDER,
                attempt,
                new UpstreamId("42"),
                SEALED,
                COST,
                NOON,
                NOON.plus(Duration.ofMinutes(20)));
    }

    /** The provider of each attempt is called after it. */
    static PurchaseEvent attempted(int attempt) {
        var provider = "p" + attempt;
        return new SupplyAttempted(
                ORDER, CUSTOMER, attempt, new ProviderSlug(provider), offer(provider), COST);
    }

    static PurchaseEvent refused(int attempt) {
        return refusedBy("p" + attempt, attempt, "NO_NUMBERS");
    }

    static PurchaseEvent unknown(int attempt) {
        return new SupplyOutcomeUnknown(
                ORDER, CUSTOMER, attempt, new ProviderSlug("p" + attempt), "timeout");
    }

    static PurchaseEvent fulfilled(int attempt) {
        return soldBy("p" + attempt, attempt, "0.15", "0.10");
    }

    static OrderState after(PurchaseEvent... past) {
        OrderState state = new OrderState.New();
        for (var event : past) {
            state = OrderState.evolve(state, event);
        }
        return state;
    }

    static void does(List<PurchaseEvent> expected, OrderCommand command, PurchaseEvent... past) {
        assertThat(OrderDecider.decide(command, after(past))).isEqualTo(Decision.accept(expected));
    }

    static void does(PurchaseEvent expected, OrderCommand command, PurchaseEvent... past) {
        does(List.of(expected), command, past);
    }

    static void doesNothing(OrderCommand command, PurchaseEvent... past) {
        does(List.of(), command, past);
    }

    static void refuses(OrderRejection reason, OrderCommand command, PurchaseEvent... past) {
        assertThat(OrderDecider.decide(command, after(past))).isEqualTo(Decision.reject(reason));
    }
}
