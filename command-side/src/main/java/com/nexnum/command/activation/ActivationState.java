package com.nexnum.command.activation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRequested;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRequested;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.purchase.OrderId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where an activation stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
sealed interface ActivationState {

    record New() implements ActivationState {}

    record Requested(ActivationRequested request) implements ActivationState {}

    /**
     * The customer has the number.
     *
     * @param received the SMS that came, none twice
     * @param rounds how many more SMS were asked for
     */
    record Assigned(
            ActivationRequested request,
            OrderId orderId,
            Instant cancellableAt,
            Instant expiresAt,
            Set<SmsId> received,
            int rounds,
            boolean cancelling)
            implements ActivationState {
        public Assigned {
            received = Collections.unmodifiableSet(new LinkedHashSet<>(received));
        }

        private Assigned withSms(SmsId sms) {
            var more = new LinkedHashSet<>(received);
            more.add(sms);
            return new Assigned(
                    request, orderId, cancellableAt, expiresAt, more, rounds, cancelling);
        }

        private Assigned withRounds(int asked) {
            return new Assigned(
                    request, orderId, cancellableAt, expiresAt, received, asked, cancelling);
        }

        private Assigned cancelling(boolean now) {
            return new Assigned(request, orderId, cancellableAt, expiresAt, received, rounds, now);
        }
    }

    record Ended(ActivationRequested request, End how) implements ActivationState {}

    enum End {
        COMPLETED,
        CANCELLED,
        EXPIRED,
        FAILED
    }

    /**
     * @throws IllegalStateException when the event cannot follow on the state: the past is corrupt
     */
    static ActivationState evolve(ActivationState state, ActivationEvent event) {
        return switch (event) {
            case ActivationRequested requested when state instanceof New ->
                    new Requested(requested);
            case NumberAssigned number when state instanceof Requested(var request) ->
                    new Assigned(
                            request,
                            number.orderId(),
                            number.cancellableAt(),
                            number.expiresAt(),
                            Set.of(),
                            0,
                            false);
            case SmsReceived sms when state instanceof Assigned on -> on.withSms(sms.smsId());
            case NextSmsRequested next when state instanceof Assigned on ->
                    on.withRounds(next.round());
            case CancellationRequested _ when state instanceof Assigned on -> on.cancelling(true);
            case CancellationRefused _ when state instanceof Assigned on -> on.cancelling(false);
            case ActivationCompleted _ when state instanceof Assigned on ->
                    new Ended(on.request(), End.COMPLETED);
            case ActivationCancelled _ when state instanceof Assigned on ->
                    new Ended(on.request(), End.CANCELLED);
            case ActivationExpired _ when state instanceof Assigned on ->
                    new Ended(on.request(), End.EXPIRED);
            case ActivationFailed _ when state instanceof Requested(var request) ->
                    new Ended(request, End.FAILED);
            default ->
                    throw new IllegalStateException(
                            "Corrupt stream: "
                                    + event.getClass().getSimpleName()
                                    + " cannot follow on "
                                    + state.getClass().getSimpleName());
        };
    }
}
