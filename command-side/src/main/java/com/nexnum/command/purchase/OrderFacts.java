package com.nexnum.command.purchase;

import com.nexnum.command.purchase.OrderCommand.FailOrder;
import com.nexnum.command.purchase.OrderCommand.FulfilOrder;
import com.nexnum.command.purchase.OrderCommand.Supplier;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.kernel.supply.ProviderSlug;

/** What is written on an order once it is decided. */
final class OrderFacts {

    static SupplyAttempted attempted(OrderPlaced order, int attempt, Supplier supplier) {
        return new SupplyAttempted(
                order.orderId(),
                order.customerId(),
                attempt,
                supplier.provider(),
                supplier.offerId(),
                supplier.cost());
    }

    static SupplyRefused refused(
            OrderPlaced order, int attempt, ProviderSlug provider, String reason) {
        return new SupplyRefused(order.orderId(), order.customerId(), attempt, provider, reason);
    }

    static SupplyOutcomeUnknown unknown(
            OrderPlaced order, int attempt, ProviderSlug provider, String reason) {
        return new SupplyOutcomeUnknown(
                order.orderId(), order.customerId(), attempt, provider, reason);
    }

    static OrderFulfilled fulfilled(OrderPlaced order, ProviderSlug provider, FulfilOrder command) {
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

    static OrderFailed failed(FailOrder command) {
        return new OrderFailed(command.orderId(), command.customerId(), command.reason());
    }

    static OrderFailed withdrawn(OrderPlaced order, String reason) {
        return new OrderFailed(order.orderId(), order.customerId(), reason);
    }

    static OrderRefunded refunded(OrderPlaced order, String reason) {
        return new OrderRefunded(order.orderId(), order.customerId(), order.price(), reason);
    }

    private OrderFacts() {}
}
