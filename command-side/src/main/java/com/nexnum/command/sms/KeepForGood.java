package com.nexnum.command.sms;

import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.supply.Suppliers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells the provider that a completed number is done with. The customer does not wait for it. */
@Component
class KeepForGood implements AgendaWork {

    /** A provider that is not told lets the number lapse by itself. */
    private static final int TRIES = 6;

    static final String KIND = "keep-for-good";

    private final Suppliers suppliers;
    private final Clock clock;

    KeepForGood(Suppliers suppliers, Clock clock) {
        this.suppliers = suppliers;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(60), 32);
    }

    @Override
    public Outcome perform(Due due) {
        var rental = Details.read(due, Rental.class);
        boolean told =
                suppliers
                        .find(rental.provider())
                        .map(supply -> supply.complete(rental.upstreamId()))
                        .orElse(true);
        return told || due.taken() >= TRIES
                ? new Outcome.Done()
                : new Outcome.Again(clock.instant().plusSeconds(10L * due.taken()), due.details());
    }
}
