package com.nexnum.command.sms;

import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Suppliers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a provider for the SMS of one number; the provider's own limits pace the calls. */
@Component
class PollSms implements AgendaWork {

    private static final Logger LOG = LoggerFactory.getLogger(PollSms.class);

    static final String KIND = "poll-sms";

    private final Suppliers suppliers;
    private final SmsIntake intake;
    private final Clock clock;

    PollSms(Suppliers suppliers, SmsIntake intake, Clock clock) {
        this.suppliers = suppliers;
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(60), 256);
    }

    @Override
    public Outcome perform(Due due) {
        var rental = Details.read(due, Rental.class);
        var supply = suppliers.find(rental.provider());
        if (supply.isPresent()) {
            switch (supply.get().sms(rental.upstreamId())) {
                case SmsAnswer.Received(var messages) -> intake.take(rental, messages);
                case SmsAnswer.Unavailable(var why) ->
                        LOG.debug("{} cannot be polled now: {}", rental.activationId(), why);
                case SmsAnswer.Waiting _, SmsAnswer.Cancelled _, SmsAnswer.NotFound _ -> {}
            }
        }
        return again(rental, due);
    }

    /** Polling ends with the activation, whose end takes it off the agenda. */
    private Outcome again(Rental rental, Due due) {
        Instant now = clock.instant();
        var pace =
                PollPace.next(Duration.between(rental.since(), now), ThreadLocalRandom.current());
        return new Outcome.Again(now.plus(pace), due.details());
    }
}
