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
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRefused;
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
     * @param awaitingMore whether none has come since the last one was asked for
     * @param cancelling whether the provider is being asked to take the number back
     */
    record Assigned(
            ActivationRequested request,
            OrderId orderId,
            Instant cancellableAt,
            Instant expiresAt,
            Set<SmsId> received,
            int rounds,
            boolean awaitingMore,
            boolean cancelling)
            implements ActivationState {
        public Assigned {
            received = Collections.unmodifiableSet(new LinkedHashSet<>(received));
        }

        private static Assigned begin(ActivationRequested request, NumberAssigned number) {
            return new Assigned(
                    request,
                    number.orderId(),
                    number.cancellableAt(),
                    number.expiresAt(),
                    Set.of(),
                    0,
                    false,
                    false);
        }

        private boolean silent() {
            return received.isEmpty();
        }

        private Assigned withSms(SmsId sms) {
            var more = new LinkedHashSet<>(received);
            more.add(sms);
            return with(more, rounds, false, cancelling);
        }

        private Assigned asking(int round) {
            return with(received, round, true, cancelling);
        }

        private Assigned askingNoMore() {
            return with(received, rounds, false, cancelling);
        }

        private Assigned cancelling(boolean now) {
            return with(received, rounds, awaitingMore, now);
        }

        private Assigned with(Set<SmsId> sms, int round, boolean more, boolean cancel) {
            return new Assigned(
                    request, orderId, cancellableAt, expiresAt, sms, round, more, cancel);
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
                    new Requested(requested.withoutDecision());
            case NumberAssigned number when state instanceof Requested(var request) ->
                    Assigned.begin(request, number);
            case ActivationFailed _ when state instanceof Requested(var request) ->
                    new Ended(request, End.FAILED);
            default -> {
                if (state instanceof Assigned on) {
                    yield whileAssigned(on, event);
                }
                throw impossible(state, event);
            }
        };
    }

    private static ActivationState whileAssigned(Assigned on, ActivationEvent event) {
        return switch (event) {
            case SmsReceived sms when !on.received().contains(sms.smsId()) ->
                    on.withSms(sms.smsId());
            case NextSmsRequested next when !on.silent() && next.round() == on.rounds() + 1 ->
                    on.asking(next.round());
            case NextSmsRefused no when on.awaitingMore() && no.round() == on.rounds() ->
                    on.askingNoMore();
            case CancellationRequested _ when on.silent() && !on.cancelling() ->
                    on.cancelling(true);
            case CancellationRefused _ when on.cancelling() -> on.cancelling(false);
            case ActivationCompleted _ when !on.silent() -> new Ended(on.request(), End.COMPLETED);
            case ActivationCancelled _ when on.silent() -> new Ended(on.request(), End.CANCELLED);
            case ActivationExpired expired when expired.smsReceived() != on.silent() ->
                    new Ended(on.request(), End.EXPIRED);
            default -> throw impossible(on, event);
        };
    }

    private static IllegalStateException impossible(ActivationState state, ActivationEvent event) {
        return new IllegalStateException(
                "Corrupt stream: "
                        + event.getClass().getSimpleName()
                        + " cannot follow on "
                        + state.getClass().getSimpleName());
    }
}
