package com.nexnum.command.activation;

import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.routing.RouteDecision;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of an activation. */
public sealed interface ActivationCommand {
    @TargetAggregateIdentifier
    ActivationId activationId();

    /**
     * @param route the offers to try, best first; never empty
     * @param decision why it is that route
     */
    record RequestActivation(
            ActivationId activationId,
            CustomerId customerId,
            ServiceCode service,
            CountryCode country,
            Money maxPrice,
            @Nullable ProviderSlug provider,
            List<Candidate> route,
            @Nullable RouteDecision decision)
            implements ActivationCommand {}

    record AssignNumber(
            ActivationId activationId,
            OrderId orderId,
            ProviderSlug provider,
            UpstreamId upstreamId,
            SealedText number,
            Money price,
            Instant cancellableAt,
            Instant expiresAt)
            implements ActivationCommand {}

    record FailActivation(ActivationId activationId, String reason) implements ActivationCommand {}

    record ReceiveSms(ActivationId activationId, IncomingSms sms) implements ActivationCommand {}

    /** Asked by a customer: another SMS to the same number, after the first. */
    record RequestNextSms(ActivationId activationId, Instant now) implements ActivationCommand {}

    /** The provider sends no further SMS. */
    record RefuseNextSms(ActivationId activationId, int round, String reason)
            implements ActivationCommand {}

    /** Asked by a customer: give the number up for a refund, before any SMS. */
    record RequestCancellation(ActivationId activationId, Instant now)
            implements ActivationCommand {}

    /** The provider took the number back. Refused when an SMS was first: the charge stays. */
    record ConfirmCancellation(ActivationId activationId) implements ActivationCommand {}

    /** The provider did not take the number back. */
    record RefuseCancellation(ActivationId activationId, String reason)
            implements ActivationCommand {}

    /** Asked by a customer: the code has done its work. */
    record CompleteActivation(ActivationId activationId) implements ActivationCommand {}

    record ExpireActivation(ActivationId activationId, Instant now) implements ActivationCommand {}
}
