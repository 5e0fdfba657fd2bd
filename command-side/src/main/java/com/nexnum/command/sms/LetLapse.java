package com.nexnum.command.sms;

import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.Suppliers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Gives an expired number back, so that the provider does not charge for what nobody used. */
@Component
class LetLapse implements AgendaWork {

    /** Providers let numbers lapse by themselves; this only hastens it. */
    private static final int TRIES = 10;

    static final String KIND = "let-lapse";

    private final Suppliers suppliers;
    private final Clock clock;

    LetLapse(Suppliers suppliers, Clock clock) {
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
        var supply = suppliers.find(rental.provider());
        boolean open =
                supply.isPresent()
                        && supply.get().cancel(rental.upstreamId())
                                instanceof CancelAnswer.Unavailable;
        return open && due.taken() < TRIES
                ? new Outcome.Again(clock.instant().plusSeconds(10L * due.taken()), due.details())
                : new Outcome.Done();
    }
}
