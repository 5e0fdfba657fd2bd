package com.nexnum.command.activation;

import com.nexnum.command.decision.Rejection;
import com.nexnum.kernel.activation.ActivationId;
import java.time.Instant;

/** Why an activation said no. */
public sealed interface ActivationRejection extends Rejection {

    record ActivationUnknown() implements ActivationRejection {}

    /** The id stands for another request already. */
    record ActivationReused(ActivationId activationId) implements ActivationRejection {}

    /** The customer's personal data was erased: no number could be kept for it. */
    record CustomerErased() implements ActivationRejection {}

    /** There is no number yet. */
    record NoNumberYet() implements ActivationRejection {}

    /** There is a number: the activation cannot fail any more. */
    record NumberWasAssigned() implements ActivationRejection {}

    record CancelTooEarly(Instant cancellableAt) implements ActivationRejection {}

    /** An SMS was delivered: there is no refund any more. */
    record SmsWasDelivered() implements ActivationRejection {}

    /** No number needs so many; whoever sends them does not mean well. */
    record TooManySms(int most) implements ActivationRejection {}

    record NoSmsYet() implements ActivationRejection {}

    /** A cancellation is under way. */
    record CancellationUnderWay() implements ActivationRejection {}

    record NotCancelling() implements ActivationRejection {}

    record NotExpiredYet(Instant expiresAt) implements ActivationRejection {}

    /**
     * @param status how it ended: {@code COMPLETED}, {@code CANCELLED}, {@code EXPIRED} or {@code
     *     FAILED}
     */
    record ActivationEnded(String status) implements ActivationRejection {}
}
