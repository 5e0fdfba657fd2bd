package com.nexnum.kernel.purchase;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.Named;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happens to one purchase order, the receipt of a purchase. */
public sealed interface PurchaseEvent {
    OrderId orderId();

    CustomerId customerId();

    /** The receipt exists before any provider is asked. */
    @Named("purchase.order-placed")
    @Revision("1")
    record OrderPlaced(
            OrderId orderId,
            CustomerId customerId,
            ServiceCode service,
            CountryCode country,
            Money price)
            implements PurchaseEvent {}

    /**
     * Stored before the provider is asked.
     *
     * @param attempt from 1; each asks one provider, once
     * @param cost the most that the provider may charge us
     */
    @Named("purchase.supply-attempted")
    @Revision("1")
    record SupplyAttempted(
            OrderId orderId,
            CustomerId customerId,
            int attempt,
            ProviderSlug provider,
            OfferId offerId,
            Money cost)
            implements PurchaseEvent {}

    /**
     * The provider definitely sold nothing.
     *
     * @param reason a stable code, such as {@code NO_NUMBERS}
     */
    @Named("purchase.supply-refused")
    @Revision("1")
    record SupplyRefused(
            OrderId orderId,
            CustomerId customerId,
            int attempt,
            ProviderSlug provider,
            String reason)
            implements PurchaseEvent {}

    /**
     * Nobody knows whether the provider sold a number: nothing is resent until that is found out.
     */
    @Named("purchase.supply-outcome-unknown")
    @Revision("1")
    record SupplyOutcomeUnknown(
            OrderId orderId,
            CustomerId customerId,
            int attempt,
            ProviderSlug provider,
            String reason)
            implements PurchaseEvent {}

    /**
     * The number is in hand.
     *
     * @param number in E.164, sealed in the activation's context
     * @param cost what the provider charges us
     */
    @Named("purchase.order-fulfilled")
    @Revision("1")
    record OrderFulfilled(
            OrderId orderId,
            CustomerId customerId,
            int attempt,
            ProviderSlug provider,
            UpstreamId upstreamId,
            SealedText number,
            Money price,
            Money cost,
            Instant cancellableAt,
            Instant expiresAt)
            implements PurchaseEvent {}

    @Named("purchase.order-failed")
    @Revision("1")
    record OrderFailed(OrderId orderId, CustomerId customerId, String reason)
            implements PurchaseEvent {}

    @Named("purchase.order-refunded")
    @Revision("1")
    record OrderRefunded(OrderId orderId, CustomerId customerId, Money amount, String reason)
            implements PurchaseEvent {}
}
