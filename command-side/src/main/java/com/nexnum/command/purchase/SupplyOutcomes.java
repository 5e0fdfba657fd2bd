package com.nexnum.command.purchase;

import com.nexnum.command.decision.Rejection;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.purchase.OrderCommand.FulfilOrder;
import com.nexnum.command.purchase.OrderCommand.RecordRefusal;
import com.nexnum.command.purchase.OrderCommand.RecordUnknownOutcome;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.privacy.SealedText;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Writes down what became of asking a provider. */
@Component
class SupplyOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(SupplyOutcomes.class);

    /** The number in the answer serves another order. */
    static final String SOLD_BEFORE = "SOLD_BEFORE";

    /** Where a provider's list does not tell how long a found number lives, these are the usual. */
    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(20);

    private static final Duration USUAL_MIN_CANCEL_AGE = Duration.ofMinutes(2);

    private static final RetryTemplate PATIENT =
            new RetryTemplate(
                    RetryPolicy.builder()
                            .maxRetries(12)
                            .delay(Duration.ofMillis(200))
                            .multiplier(1.6)
                            .maxDelay(Duration.ofSeconds(4))
                            .excludes(DataIntegrityViolationException.class)
                            .build());

    private final Commands commands;
    private final PersonalData personalData;
    private final Unwanted unwanted;
    private final Clock clock;

    SupplyOutcomes(Commands commands, PersonalData personalData, Unwanted unwanted, Clock clock) {
        this.commands = commands;
        this.personalData = personalData;
        this.unwanted = unwanted;
        this.clock = clock;
    }

    /** A provider that sells what it sold us before has said nothing about this purchase. */
    void bought(Attempt attempt, Bought bought) {
        var now = clock.instant();
        try {
            note(
                    attempt,
                    new FulfilOrder(
                            attempt.orderId(),
                            attempt.number(),
                            bought.id(),
                            sealed(attempt, bought.number()),
                            bought.cost(),
                            now.plus(bought.minCancelAge()),
                            now.plus(bought.lifetime())));
        } catch (DuplicateKeyException e) {
            LOG.warn("{} of {} serves another order", bought.id(), attempt.reference(), e);
            unknown(attempt, SOLD_BEFORE);
        }
        unwanted.unlessServing(attempt, bought);
    }

    /** A number that turned up in the provider's list is the one that was asked for. */
    void found(Attempt attempt, Held held) {
        var boughtAt = Objects.requireNonNullElse(held.boughtAt(), attempt.since());
        note(
                attempt,
                new FulfilOrder(
                        attempt.orderId(),
                        attempt.number(),
                        held.id(),
                        sealed(attempt, held.number()),
                        Objects.requireNonNullElse(held.cost(), attempt.cost()),
                        boughtAt.plus(USUAL_MIN_CANCEL_AGE),
                        boughtAt.plus(USUAL_LIFETIME)));
    }

    void refused(Attempt attempt, String reason) {
        note(attempt, new RecordRefusal(attempt.orderId(), attempt.number(), reason));
    }

    void unknown(Attempt attempt, String code) {
        unknown(attempt, code, "");
    }

    /**
     * @param code what is kept of it for ever
     * @param detail what may hold anything, and is only told to whoever reads the log
     */
    void unknown(Attempt attempt, String code, String detail) {
        LOG.warn("Whether {} was sold is not known: {} {}", attempt.reference(), code, detail);
        note(attempt, new RecordUnknownOutcome(attempt.orderId(), attempt.number(), code));
    }

    /** A refusal means that the outcome was known before: the first word counts. */
    private void note(Attempt attempt, OrderCommand outcome) {
        send(outcome)
                .ifPresent(refusal ->
                        LOG.info(
                                "{} of {} came late: {}",
                                outcome.getClass().getSimpleName(),
                                attempt.reference(),
                                refusal));
    }

    /**
     * An answer in hand is not given up because the lane is full or the database away for a bit.
     */
    private Optional<Rejection> send(OrderCommand outcome) {
        try {
            return Objects.requireNonNull(PATIENT.execute(() -> commands.trySend(outcome)));
        } catch (RetryException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        }
    }

    private SealedText sealed(Attempt attempt, E164 number) {
        return personalData.seal(
                attempt.customerId(), attempt.activationId().value(), number.value());
    }
}
