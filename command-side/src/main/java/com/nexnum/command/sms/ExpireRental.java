package com.nexnum.command.sms;

import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationRejection.NotExpiredYet;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Suppliers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Ends a number whose time is over, after a last look for an SMS. */
@Component
class ExpireRental implements AgendaWork {

    /** How long a provider that does not answer may keep an expired number open. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static final String KIND = "expire-rental";

    private final Suppliers suppliers;
    private final Commands commands;
    private final SmsIntake intake;
    private final Clock clock;

    ExpireRental(Suppliers suppliers, Commands commands, SmsIntake intake, Clock clock) {
        this.suppliers = suppliers;
        this.commands = commands;
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(60), 64);
    }

    @Override
    public Outcome perform(Due due) {
        var rental = Details.read(due, Rental.class);
        var now = clock.instant();
        var answer =
                suppliers.find(rental.provider()).map(supply -> supply.sms(rental.upstreamId()));
        if (answer.orElse(null) instanceof SmsAnswer.Received(var messages)) {
            intake.take(rental, messages);
        }
        boolean unanswered = answer.orElse(null) instanceof SmsAnswer.Unavailable;
        if (unanswered && now.isBefore(rental.expiresAt().plus(PATIENCE))) {
            return new Outcome.Again(now.plusSeconds(5), due.details());
        }
        var refusal = commands.trySend(new ExpireActivation(rental.activationId(), now));
        return refusal.isPresent() && refusal.get() instanceof NotExpiredYet(var at)
                ? new Outcome.Again(at, due.details())
                : new Outcome.Done();
    }
}
