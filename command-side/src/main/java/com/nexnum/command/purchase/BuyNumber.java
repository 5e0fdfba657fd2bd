package com.nexnum.command.purchase;

import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.SendingTime;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Supply;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Asks the provider of an attempt, once. Work that is taken up a second time may have asked the
 * first time: then nothing is sent, and the outcome is unknown.
 */
@Component
class BuyNumber implements AgendaWork {

    static final String KIND = "buy";
    static final String INTERRUPTED = "INTERRUPTED";

    /** Nobody was asked, which is certain, unlike an answer that did not come. */
    static final String NOT_ASKED = "NOT_ASKED";

    /** An attempt that waited longer, as over an outage, is not sent any more. */
    private static final Duration STALE = Duration.ofSeconds(60);

    private final Suppliers suppliers;
    private final SupplyOutcomes outcomes;
    private final Clock clock;

    BuyNumber(Suppliers suppliers, SupplyOutcomes outcomes, Clock clock) {
        this.suppliers = suppliers;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(90), 2_000);
    }

    @Override
    public Outcome perform(Due due) {
        var attempt = Details.read(due, Attempt.class);
        if (due.taken() > 1) {
            outcomes.unknown(attempt, INTERRUPTED);
            return new Outcome.Done();
        }
        if (clock.instant().isAfter(attempt.since().plus(STALE))) {
            outcomes.refused(attempt, NOT_ASKED);
            return new Outcome.Done();
        }
        suppliers
                .selling(attempt.offerId().provider())
                .ifPresentOrElse(
                        supply -> write(attempt, ask(supply, attempt)),
                        () -> outcomes.refused(attempt, NOT_ASKED));
        return new Outcome.Done();
    }

    private BuyAnswer ask(Supply supply, Attempt attempt) {
        var offer = attempt.offerId();
        return SendingTime.until(
                attempt.since().plus(STALE),
                clock,
                () ->
                        supply.buy(
                                offer.service(),
                                offer.country(),
                                attempt.cost(),
                                attempt.reference()));
    }

    private void write(Attempt attempt, BuyAnswer answer) {
        switch (answer) {
            case BuyAnswer.Bought bought -> outcomes.bought(attempt, bought);
            case BuyAnswer.Refused(var reason, _) -> outcomes.refused(attempt, reason.name());
            case BuyAnswer.Unknown(var doubt, var detail) ->
                    outcomes.unknown(attempt, doubt.name(), detail);
        }
    }
}
