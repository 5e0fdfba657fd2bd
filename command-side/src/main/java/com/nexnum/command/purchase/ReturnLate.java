package com.nexnum.command.purchase;

import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.purchase.UpstreamNumbers.Served;
import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.Suppliers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks on for a number whose purchase counts as not made, since a provider may take it up late.
 * The money went back, so the number does too, for as long as it could live.
 */
@Component
class ReturnLate implements AgendaWork {

    static final String KIND = "return-late";

    private static final Logger LOG = LoggerFactory.getLogger(ReturnLate.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Suppliers suppliers;
    private final UpstreamNumbers numbers;
    private final OpenAttempts attempts;
    private final Agenda agenda;
    private final PurchaseProperties properties;
    private final Clock clock;

    ReturnLate(
            Suppliers suppliers,
            UpstreamNumbers numbers,
            OpenAttempts attempts,
            Agenda agenda,
            PurchaseProperties properties,
            Clock clock) {
        this.suppliers = suppliers;
        this.numbers = numbers;
        this.attempts = attempts;
        this.agenda = agenda;
        this.properties = properties;
        this.clock = clock;
    }

    static void put(Agenda agenda, Attempt attempt, Instant now) {
        agenda.put(KIND, attempt.reference(), now.plus(FIRST_LOOK), Details.write(attempt));
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(60), 4);
    }

    @Override
    public Outcome perform(Due due) {
        var attempt = Details.read(due, Attempt.class);
        var answer = suppliers.find(attempt.offerId().provider()).map(supply -> supply.active());
        if (answer.orElse(null) instanceof ActiveAnswer.Active(var held)) {
            giveBack(attempt, held);
        }
        var now = clock.instant();
        if (now.isBefore(attempt.since().plus(properties.lateNumbersSoughtFor()))) {
            return new Outcome.Again(now.plus(pause(due.taken())), due.details());
        }
        if (!(answer.orElse(null) instanceof ActiveAnswer.Active)) {
            LOG.error("Whether {} was taken up late could not be seen", attempt.reference());
        }
        return new Outcome.Done();
    }

    /**
     * A number without a reference may be one that somebody is buying right now. Such a purchase is
     * open until it has claimed its number: so whether any is open is asked after the list was read
     * and before the claims are.
     */
    private void giveBack(Attempt attempt, List<Held> held) {
        if (agenda.stands(FindOutSupply.KIND, attempt.orderId().value())) {
            // Not settled yet: it may still be adopted.
            return;
        }
        boolean contested = attempts.anyAt(attempt.offerId());
        var provider = attempt.offerId().provider();
        held.stream()
                .filter(h ->
                        Likeness.isNamed(attempt, h)
                                || (!contested && Likeness.isPossible(attempt, h)))
                .filter(h -> numbers.servedBy(provider, h.id()).isEmpty())
                .forEach(h -> {
                    LOG.warn("{} of {} came late and goes back", h.id(), attempt.reference());
                    ReturnUnwanted.put(agenda, new Served(provider, h.id()), clock.instant());
                });
    }

    private static Duration pause(int taken) {
        var longer = FIRST_LOOK.multipliedBy(1L << Math.min(taken, 4));
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
