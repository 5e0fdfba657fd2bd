package com.nexnum.command.sms;

import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Instant;

/**
 * A number that SMS may come to.
 *
 * @param since when the customer got it
 * @param round how many more SMS were asked for
 */
public record Rental(
        ActivationId activationId,
        CustomerId customerId,
        ProviderSlug provider,
        UpstreamId upstreamId,
        Instant since,
        Instant expiresAt,
        int round) {

    public static Rental of(NumberAssigned number, Instant at) {
        return new Rental(
                number.activationId(),
                number.customerId(),
                number.provider(),
                number.upstreamId(),
                at,
                number.expiresAt(),
                0);
    }

    Rental inRound(int asked) {
        return new Rental(activationId, customerId, provider, upstreamId, since, expiresAt, asked);
    }
}
