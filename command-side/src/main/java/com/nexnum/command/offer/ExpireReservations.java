package com.nexnum.command.offer;

import com.nexnum.command.offer.OfferCommand.ExpireReservation;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.offer.ReservationId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A reservation that nobody ended frees its stock. */
@Component
class ExpireReservations implements AgendaWork {

    static final String KIND = "expire-reservation";

    private final Commands commands;
    private final Clock clock;

    ExpireReservations(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(30), 16);
    }

    @Override
    public Outcome perform(Due due) {
        var refusal =
                commands.trySend(
                        new ExpireReservation(
                                new OfferId(due.details()),
                                new ReservationId(due.subject()),
                                clock.instant()));
        return refusal.isPresent() && refusal.get() instanceof OfferRejection.NotYet
                ? new Outcome.Again(clock.instant().plusSeconds(1), due.details())
                : new Outcome.Done();
    }
}
