package com.nexnum.command.sms;

import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.sms.polling.PollSchedule;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Supply.NextSmsAnswer;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the provider for one more SMS to a number. The next round begins when the provider says so:
 * until then it may still tell the last SMS, which must not pass for the next one.
 */
@Component
class AskForMore implements AgendaWork {

    private static final Logger LOG = LoggerFactory.getLogger(AskForMore.class);

    static final String KIND = "ask-for-more";

    private final Suppliers suppliers;
    private final Agenda agenda;
    private final PollSchedule polls;
    private final Clock clock;

    AskForMore(Suppliers suppliers, Agenda agenda, PollSchedule polls, Clock clock) {
        this.suppliers = suppliers;
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
            return new Outcome.Done();
        }
        return switch (supply.get().nextSms(rental.upstreamId())) {
            case NextSmsAnswer.Accepted _ -> {
                beginRound(rental, due);
                yield new Outcome.Done();
            }
            case NextSmsAnswer.Refused(var why) -> {
                LOG.warn("{} gets no more SMS: {}", rental.activationId(), why);
                yield new Outcome.Done();
            }
            case NextSmsAnswer.Unavailable _ ->
                    new Outcome.Again(clock.instant().plusSeconds(2L * due.taken()), due.details());
        };
    }

    /** Whoever looks for SMS from now on looks for those of this round. */
    private void beginRound(Rental rental, Due due) {
        var id = rental.activationId();
        polls.revise(id, clock.instant(), due.details());
        agenda.revise(ExpireRental.KIND, id.value(), rental.expiresAt(), due.details());
    }
}
