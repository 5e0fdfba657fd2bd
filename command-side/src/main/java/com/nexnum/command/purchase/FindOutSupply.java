package com.nexnum.command.purchase;

import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.Suppliers;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds out through the provider's own list whether a purchase with an unknown outcome was made. A
 * number that is there and serves nobody is adopted; when none turns up for long enough, nothing
 * was sold and the money goes back.
 */
@Component
class FindOutSupply implements AgendaWork {

    private static final Logger LOG = LoggerFactory.getLogger(FindOutSupply.class);

    static final String KIND = "find-out-supply";

    /** After this, an attempt whose outcome nobody wrote down is looked into as well. */
    static final Duration NO_ANSWER_AFTER = Duration.ofMinutes(3);

    private final Suppliers suppliers;
    private final SupplyOutcomes outcomes;
    private final UpstreamNumbers numbers;
    private final PurchaseProperties properties;
    private final Agenda agenda;
    private final Clock clock;

    FindOutSupply(
            Suppliers suppliers,
            SupplyOutcomes outcomes,
            UpstreamNumbers numbers,
            PurchaseProperties properties,
            Agenda agenda,
            Clock clock) {
        this.suppliers = suppliers;
        this.outcomes = outcomes;
        this.numbers = numbers;
        this.properties = properties;
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(60), 8);
    }

    @Override
    public Outcome perform(Due due) {
        var attempt = Details.read(due, Attempt.class);
        if (agenda.stands(BuyNumber.KIND, due.subject())) {
            // Whoever asks, or is going to, says what came of it.
            return again(attempt, due);
        }
        if (attempt.soughtSince() == null) {
            outcomes.unknown(attempt, BuyNumber.INTERRUPTED);
            attempt = attempt.soughtSince(clock.instant());
        }
        var supply = suppliers.find(attempt.offerId().provider());
        if (supply.isEmpty()) {
            LOG.error("{} waits for a provider that is not configured", attempt.reference());
            return again(attempt, due);
        }
        return switch (supply.get().active()) {
            case ActiveAnswer.Unavailable _ -> again(attempt, due);
            case ActiveAnswer.Active(var held) -> settle(attempt, held, due);
        };
    }

    private Outcome settle(Attempt attempt, List<Held> held, Due due) {
        var found = ofAttempt(attempt, held);
        if (found.isPresent()) {
            outcomes.found(attempt, found.get());
            return new Outcome.Done();
        }
        var settled =
                Objects.requireNonNull(attempt.soughtSince())
                        .plus(properties.unknownSettlesAfter());
        if (clock.instant().isBefore(settled)) {
            return again(attempt, due);
        }
        ReturnLate.put(agenda, attempt, clock.instant());
        outcomes.refused(attempt, PurchaseProcess.NOT_SOLD);
        return new Outcome.Done();
    }

    private Optional<Held> ofAttempt(Attempt attempt, List<Held> held) {
        var provider = attempt.offerId().provider();
        return held.stream()
                .filter(h -> Likeness.isNamed(attempt, h) || Likeness.isPossible(attempt, h))
                .filter(h -> numbers.servedBy(provider, h.id()).isEmpty())
                .min(Comparator.comparing(h -> !Likeness.isNamed(attempt, h)));
    }

    private Outcome again(Attempt attempt, Due due) {
        var pause = Duration.ofSeconds(Math.min(60, 1L << Math.min(due.taken(), 6)));
        return new Outcome.Again(clock.instant().plus(pause), Details.write(attempt));
    }
}
