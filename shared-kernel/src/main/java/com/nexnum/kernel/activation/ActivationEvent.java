package com.nexnum.kernel.activation;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.Named;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.routing.RouteDecision;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happens to one rental of a number. Sealed texts are sealed in the activation's context. */
public sealed interface ActivationEvent {
    ActivationId activationId();

    CustomerId customerId();

    /**
     * @param maxPrice the most that the customer will pay: said by the customer, or the best price
     *     listed when nothing was said
     * @param provider the provider that the customer named, if any
     * @param route the offers to try, best first; fixed here so that a repeat after a crash takes
     *     the same way
     * @param decision why it is that route; absent in those requested before decisions were kept,
     *     and in what {@link #withoutDecision()} gives
     */
    @Named("activation.requested")
    @Revision("1")
    record ActivationRequested(
            ActivationId activationId,
            CustomerId customerId,
            ServiceCode service,
            CountryCode country,
            Money maxPrice,
            @Nullable ProviderSlug provider,
            List<Candidate> route,
            @Nullable RouteDecision decision)
            implements ActivationEvent {
        public ActivationRequested {
            route = List.copyOf(route);
        }

        /** For those who remember the request and never look at why the route is what it is. */
        public ActivationRequested withoutDecision() {
            return new ActivationRequested(
                    activationId, customerId, service, country, maxPrice, provider, route, null);
        }
    }

    /**
     * An offer that may serve the activation, as it was listed when it was asked for.
     *
     * @param price what the customer would pay
     * @param cost what the provider asks of us
     * @param listingRevision the price list that says so
     * @param stock how many numbers that list promises
     */
    record Candidate(
            ProviderSlug provider, Money price, Money cost, long listingRevision, int stock) {}

    /**
     * The customer has its number, in E.164 once opened.
     *
     * @param price what was charged
     * @param cancellableAt before this the provider refuses to take the number back
     */
    @Named("activation.number-assigned")
    @Revision("1")
    record NumberAssigned(
            ActivationId activationId,
            CustomerId customerId,
            OrderId orderId,
            ProviderSlug provider,
            UpstreamId upstreamId,
            SealedText number,
            Money price,
            Instant cancellableAt,
            Instant expiresAt)
            implements ActivationEvent {}

    /**
     * @param code the code found in the text, if one was
     */
    @Named("activation.sms-received")
    @Revision("1")
    record SmsReceived(
            ActivationId activationId,
            CustomerId customerId,
            SmsId smsId,
            SealedText text,
            @Nullable SealedText code,
            Instant receivedAt)
            implements ActivationEvent {}

    /**
     * @param round how many more SMS were asked for until now, from 1
     */
    @Named("activation.next-sms-requested")
    @Revision("1")
    record NextSmsRequested(ActivationId activationId, CustomerId customerId, int round)
            implements ActivationEvent {}

    /**
     * The provider sends no further SMS to the number: nothing is waited for any more.
     *
     * @param round the one that was asked for
     * @param reason a stable code, such as {@code PROVIDER_REFUSED}
     */
    @Named("activation.next-sms-refused")
    @Revision("1")
    record NextSmsRefused(
            ActivationId activationId, CustomerId customerId, int round, String reason)
            implements ActivationEvent {}

    /** The customer gave the number up, or its provider did; the provider has yet to confirm it. */
    @Named("activation.cancellation-requested")
    @Revision("1")
    record CancellationRequested(ActivationId activationId, CustomerId customerId)
            implements ActivationEvent {}

    /** The provider did not take the number back: the activation goes on. */
    @Named("activation.cancellation-refused")
    @Revision("1")
    record CancellationRefused(ActivationId activationId, CustomerId customerId, String reason)
            implements ActivationEvent {}

    @Named("activation.completed")
    @Revision("1")
    record ActivationCompleted(ActivationId activationId, CustomerId customerId)
            implements ActivationEvent {}

    /** The provider took the number back before any SMS: the charge is refunded. */
    @Named("activation.cancelled")
    @Revision("1")
    record ActivationCancelled(ActivationId activationId, CustomerId customerId)
            implements ActivationEvent {}

    /**
     * @param smsReceived when false, the charge is refunded
     */
    @Named("activation.expired")
    @Revision("1")
    record ActivationExpired(ActivationId activationId, CustomerId customerId, boolean smsReceived)
            implements ActivationEvent {}

    /**
     * No number could be had; nothing was charged.
     *
     * @param reason a stable code, such as {@code NO_NUMBERS}
     */
    @Named("activation.failed")
    @Revision("1")
    record ActivationFailed(ActivationId activationId, CustomerId customerId, String reason)
            implements ActivationEvent {}
}
