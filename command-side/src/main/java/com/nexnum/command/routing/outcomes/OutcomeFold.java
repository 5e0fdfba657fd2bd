package com.nexnum.command.routing.outcomes;

import com.nexnum.command.routing.learning.Tally;
import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What events say about providers. A number counts as silent from its sale until its first SMS, so
 * that a provider that stops delivering is noticed at once, and not when its numbers expire.
 */
final class OutcomeFold {

    /** A number that was given up sooner says nothing: its SMS may have been on its way. */
    static final Duration FAIR_CHANCE = Duration.ofSeconds(60);

    /** These are no answers of the provider. */
    private static final Set<String> NOT_ANSWERED = Set.of("NOT_ASKED", "NOT_SOLD", "CIRCUIT_OPEN");

    static void fold(Object event, Instant at, Counting counting) {
        switch (event) {
            case PurchaseEvent purchase -> ordered(purchase, at, counting);
            case SmsReceived sms -> delivered(sms, at, counting);
            case ActivationCancelled gone -> {
                var trial = of(gone.activationId(), counting);
                if (trial != null && trial.soldAt() != null) {
                    var lived = Trial.between(trial.soldAt(), at);
                    if (lived.compareTo(FAIR_CHANCE) < 0) {
                        counting.count(trial, Tally.forgotten(trial.soldAt()));
                    }
                    counting.end(trial.orderId());
                }
            }
            case ActivationFailed failed -> forget(of(failed.activationId(), counting), counting);
            case ActivationExpired over -> counting.end(OrderId.of(over.activationId()).value());
            default -> {}
        }
    }

    /** The order that the event tells about, when it is one that counts. */
    static Optional<OrderId> order(Object event) {
        return switch (event) {
            case OrderPlaced _, OrderRefunded _ -> Optional.empty();
            case PurchaseEvent purchase -> Optional.of(purchase.orderId());
            case SmsReceived _, ActivationCancelled _, ActivationFailed _, ActivationExpired _ ->
                    Optional.of(OrderId.of(((ActivationEvent) event).activationId()));
            default -> Optional.empty();
        };
    }

    private static void ordered(PurchaseEvent event, Instant at, Counting counting) {
        var trial = counting.find(event.orderId().value());
        switch (event) {
            case SupplyAttempted asked -> counting.put(Trial.of(asked, at));
            case SupplyRefused no when trial != null -> {
                if (!NOT_ANSWERED.contains(no.reason())) {
                    answered(trial, at, counting);
                }
                counting.end(trial.orderId());
            }
            case SupplyOutcomeUnknown _ when trial != null -> counting.put(trial.unsure());
            case OrderFulfilled _ when trial != null && trial.soldAt() == null -> {
                answered(trial, at, counting);
                counting.count(trial, Tally.sold(at));
                counting.put(trial.sold(at));
            }
            case OrderFailed _ -> forget(trial, counting);
            default -> {}
        }
    }

    private static void delivered(SmsReceived sms, Instant at, Counting counting) {
        var trial = of(sms.activationId(), counting);
        if (trial != null && trial.soldAt() != null) {
            var after = Trial.between(trial.soldAt(), at);
            counting.count(trial, Tally.delivered(trial.soldAt(), after));
            counting.end(trial.orderId());
        }
    }

    private static void answered(Trial trial, Instant at, Counting counting) {
        var answer = trial.answer(at);
        if (answer != null) {
            counting.count(trial, answer);
        }
    }

    /** The customer never had the number: whether an SMS would have come, nobody knows. */
    private static void forget(@Nullable Trial trial, Counting counting) {
        if (trial == null) {
            return;
        }
        if (trial.soldAt() != null) {
            counting.count(trial, Tally.forgotten(trial.soldAt()));
        }
        counting.end(trial.orderId());
    }

    private static @Nullable Trial of(ActivationId activation, Counting counting) {
        return counting.find(OrderId.of(activation).value());
    }

    private OutcomeFold() {}
}
