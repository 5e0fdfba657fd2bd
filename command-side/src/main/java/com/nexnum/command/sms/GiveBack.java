package com.nexnum.command.sms;

import com.nexnum.command.activation.ActivationCommand.ConfirmCancellation;
import com.nexnum.command.activation.ActivationCommand.RefuseCancellation;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Suppliers;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives a number back that its customer gave up. Asking a provider twice is harmless; the refund
 * follows only once it took the number. An SMS that was delivered before that is charged, even when
 * the provider takes the number back in the same moment: the customer has the code.
 */
@Component
class GiveBack implements AgendaWork {

    private static final Logger LOG = LoggerFactory.getLogger(GiveBack.class);

    static final String KIND = "give-back";

    private final Suppliers suppliers;
    private final Commands commands;
    private final SmsIntake intake;
    private final Clock clock;

    GiveBack(Suppliers suppliers, Commands commands, SmsIntake intake, Clock clock) {
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
        var supply = suppliers.find(rental.provider());
        if (supply.isEmpty()) {
            return later(due);
        }
        return switch (supply.get().cancel(rental.upstreamId())) {
            // A number that the provider does not know cannot be charged by it.
            case CancelAnswer.Cancelled _, CancelAnswer.NotFound _ -> confirmed(rental);
            case CancelAnswer.TooEarly _ -> refused(rental, "CANCEL_TOO_EARLY");
            case CancelAnswer.HasSms _ -> {
                if (supply.get().sms(rental.upstreamId()) instanceof SmsAnswer.Received(var sms)) {
                    intake.take(rental, sms);
                }
                yield refused(rental, "SMS_ALREADY_RECEIVED");
            }
            case CancelAnswer.Unavailable _ -> later(due);
        };
    }

    private Outcome confirmed(Rental rental) {
        commands.trySend(new ConfirmCancellation(rental.activationId()))
                .ifPresent(refusal ->
                        LOG.warn(
                                "The provider took {} back, which is not cancelled: {}",
                                rental.activationId(),
                                refusal));
        return new Outcome.Done();
    }

    private Outcome refused(Rental rental, String reason) {
        commands.trySend(new RefuseCancellation(rental.activationId(), reason));
        return new Outcome.Done();
    }

    private Outcome later(Due due) {
        long pause = Math.min(30, 1L << Math.min(due.taken(), 5));
        return new Outcome.Again(clock.instant().plusSeconds(pause), due.details());
    }
}
