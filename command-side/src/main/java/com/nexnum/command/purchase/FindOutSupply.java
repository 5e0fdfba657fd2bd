package com.nexnum.command.purchase;

import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.purchase.Attempt.Sighting;
import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Supply;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

    /** Whoever bought a number that is in the list has had its answer by then. */
    private static final Duration CLAIMED_AFTER = Duration.ofSeconds(20);

    private final Suppliers suppliers;
    private final SupplyOutcomes outcomes;
    private final UpstreamNumbers numbers;
    private final OpenAttempts attempts;
    private final PurchaseProperties properties;
    private final Agenda agenda;
    private final Clock clock;

    FindOutSupply(
            Suppliers suppliers,
            SupplyOutcomes outcomes,
            UpstreamNumbers numbers,
            OpenAttempts attempts,
            PurchaseProperties properties,
            Agenda agenda,
            Clock clock) {
        this.suppliers = suppliers;
        this.outcomes = outcomes;
        this.numbers = numbers;
        this.attempts = attempts;
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
        return switch (list(attempt)) {
            case ActiveAnswer.Unavailable(var why) -> unseen(attempt, why, due);
            case ActiveAnswer.Active(var held) -> settle(attempt, held, due);
        };
    }

    private ActiveAnswer list(Attempt attempt) {
        return suppliers
                .find(attempt.offerId().provider())
                .map(Supply::active)
                .orElseGet(() -> new ActiveAnswer.Unavailable("the provider is not configured"));
    }

    /**
     * Nothing is concluded while the list cannot be read, until a number that was sold would be of
     * no use to its customer any more.
     */
    private Outcome unseen(Attempt attempt, String why, Due due) {
        var now = clock.instant();
        if (now.isBefore(attempt.since().plus(properties.unknownGivesUpAfter()))) {
            // The window is one in which the number could have been seen.
            return again(attempt.soughtSince(now), due);
        }
        LOG.error(
                "Whether {} was sold could not be seen ({}): its money goes back, and what it may have"
                        + " cost us is to be asked of the provider",
                attempt.reference(),
                why);
        return notSold(attempt);
    }

    private Outcome settle(Attempt attempt, List<Held> held, Due due) {
        // Asked in this order: whoever asks a provider does so until the number is claimed.
        boolean alone = !attempts.anyOtherAsking(attempt.offerId(), attempt.orderId());
        var free = held.stream().filter(number -> mayBeOf(attempt, number)).toList();
        var ours =
                free.stream()
                        .filter(number ->
                                alone
                                        || Likeness.isNamed(attempt, number)
                                        || isStillThere(attempt, number))
                        .min(Comparator.comparing(number -> !Likeness.isNamed(attempt, number)));
        if (ours.isPresent()) {
            outcomes.found(attempt, ours.get());
            return new Outcome.Done();
        }
        if (!free.isEmpty()) {
            return again(attempt.seeing(sighting(attempt, free)), due);
        }
        var settled =
                Objects.requireNonNull(attempt.soughtSince())
                        .plus(properties.unknownSettlesAfter());
        return clock.instant().isBefore(settled)
                ? again(attempt.seeing(null), due)
                : notSold(attempt);
    }

    private Outcome notSold(Attempt attempt) {
        ReturnLate.put(agenda, attempt, clock.instant());
        outcomes.refused(attempt, PurchaseProcess.NOT_SOLD);
        return new Outcome.Done();
    }

    private boolean mayBeOf(Attempt attempt, Held number) {
        var provider = attempt.offerId().provider();
        return (Likeness.isNamed(attempt, number) || Likeness.isPossible(attempt, number))
                && !ReturnUnwanted.stands(agenda, provider, number.id())
                && numbers.servedBy(provider, number.id()).isEmpty();
    }

    /** Another's would be claimed by now. */
    private boolean isStillThere(Attempt attempt, Held number) {
        var seen = attempt.sighting();
        return seen != null
                && seen.id().equals(number.id())
                && !clock.instant().isBefore(seen.at().plus(CLAIMED_AFTER));
    }

    private Sighting sighting(Attempt attempt, List<Held> free) {
        var seen = attempt.sighting();
        return seen != null && free.stream().anyMatch(number -> number.id().equals(seen.id()))
                ? seen
                : new Sighting(free.getFirst().id(), clock.instant());
    }

    private Outcome again(Attempt attempt, Due due) {
        int longest = attempt.sighting() == null ? 60 : 5;
        var pause = Duration.ofSeconds(Math.min(longest, 1L << Math.min(due.taken(), 6)));
        return new Outcome.Again(clock.instant().plus(pause), Details.write(attempt));
    }
}
