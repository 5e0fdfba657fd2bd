package com.nexnum.command.sms;

import com.nexnum.command.activation.ActivationCommand.RefuseNextSms;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.sms.polling.PollSchedule;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.Supply.NextSmsAnswer;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the provider for one more SMS to a number. The next round begins when the provider says so:
 * until then it may still tell the last SMS, which must not pass for the next one. A provider that
 * is asked a second time may forget what came since the first, so that is taken in before.
 */
@Component
class AskForMore implements AgendaWork {

    private static final Logger LOG = LoggerFactory.getLogger(AskForMore.class);

    static final String KIND = "ask-for-more";

    /** Why there is no further SMS. */
    static final String PROVIDER_REFUSED = "PROVIDER_REFUSED";

    private final Suppliers suppliers;
    private final Commands commands;
    private final SmsIntake intake;
    private final Agenda agenda;
    private final PollSchedule polls;
    private final Clock clock;

    AskForMore(
            Suppliers suppliers,
            Commands commands,
            SmsIntake intake,
            Agenda agenda,
            PollSchedule polls,
            Clock clock) {
        this.suppliers = suppliers;
        this.commands = commands;
        this.intake = intake;
        this.agenda = agenda;
        this.polls = polls;
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
        if (supply.isEmpty()) {
            return refused(rental, "the provider is not configured");
        }
        if (due.taken() > 1) {
            takeIn(rental, supply.get());
        }
        return switch (supply.get().nextSms(rental.upstreamId())) {
            case NextSmsAnswer.Accepted _ -> {
                beginRound(rental, due);
                yield new Outcome.Done();
            }
            case NextSmsAnswer.Refused(var why) -> refused(rental, why);
            case NextSmsAnswer.Unavailable _ ->
                    new Outcome.Again(clock.instant().plusSeconds(2L * due.taken()), due.details());
        };
    }

    /** What was told in the round before is known, and changes nothing. */
    private void takeIn(Rental rental, Supply supply) {
        if (supply.sms(rental.upstreamId()) instanceof SmsAnswer.Received(var messages)) {
            intake.take(rental.inRound(rental.round() - 1), messages);
        }
    }

    private Outcome refused(Rental rental, String why) {
        LOG.warn("{} gets no more SMS: {}", rental.activationId(), why);
        commands.trySend(
                new RefuseNextSms(rental.activationId(), rental.round(), PROVIDER_REFUSED));
        return new Outcome.Done();
    }

    /** Whoever looks for SMS from now on looks for those of this round. */
    private void beginRound(Rental rental, Due due) {
        var id = rental.activationId();
        polls.revise(id, clock.instant(), due.details());
        agenda.revise(ExpireRental.KIND, id.value(), rental.expiresAt(), due.details());
    }
}
