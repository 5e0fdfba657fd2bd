package com.nexnum.command.purchase;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of a purchase order. */
public sealed interface OrderCommand {
    @TargetAggregateIdentifier
    OrderId orderId();

    /** Writes the receipt, and on it that the first provider is going to be asked. */
    record PlaceOrder(
            OrderId orderId,
            CustomerId customerId,
            ServiceCode service,
            CountryCode country,
            Money price,
            Supplier first)
            implements OrderCommand {}

    /** Writes down that the next provider is going to be asked. */
    record AttemptSupply(OrderId orderId, int attempt, Supplier supplier) implements OrderCommand {}

    record RecordRefusal(OrderId orderId, int attempt, String reason) implements OrderCommand {}

    record RecordUnknownOutcome(OrderId orderId, int attempt, String reason)
            implements OrderCommand {}

    record FulfilOrder(
            OrderId orderId,
            int attempt,
            UpstreamId upstreamId,
            SealedText number,
            Money cost,
            Instant cancellableAt,
            Instant expiresAt)
            implements OrderCommand {}

    /**
     * There is no way on. Taken before anything is undone: from then on nobody who is late places
     * the order or asks a provider for it.
     *
     * @param attempt the one that could not be made; refused when it was made after all
     */
    record FailOrder(OrderId orderId, CustomerId customerId, int attempt, String reason)
            implements OrderCommand {}

    /** A number was bought and cannot be handed over: it goes back. */
    record WithdrawOrder(OrderId orderId, int attempt, String reason) implements OrderCommand {}

    record RefundOrder(OrderId orderId, String reason) implements OrderCommand {}

    /**
     * @param cost the most that the provider may charge us
     */
    record Supplier(ProviderSlug provider, OfferId offerId, Money cost) {}
}
