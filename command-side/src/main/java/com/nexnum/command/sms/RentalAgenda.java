package com.nexnum.command.sms;

import com.nexnum.command.platform.InTransactionConfiguration;
import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.sms.polling.PollSchedule;
import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRequested;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRefused;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRequested;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.activation.ActivationId;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** What has to be asked of the provider of a rented number, from its first minute to its end. */
@Component
@ProcessingGroup(InTransactionConfiguration.GROUP)
class RentalAgenda {

    private final Agenda agenda;
    private final PollSchedule polls;
    private final Rentals rentals;

    RentalAgenda(Agenda agenda, PollSchedule polls, Rentals rentals) {
        this.agenda = agenda;
        this.polls = polls;
        this.rentals = rentals;
    }

    @EventHandler
    void on(ActivationEvent event, @Timestamp Instant at) {
        var id = event.activationId();
        switch (event) {
            case NumberAssigned number -> begin(Rental.of(number, at));
            case NextSmsRequested next -> askForMore(id, next.round(), at);
            case CancellationRequested _ -> put(GiveBack.KIND, id, at);
            case CancellationRefused _ -> {
                agenda.strike(GiveBack.KIND, id.value());
                polls.hurry(id, at);
            }
            case ActivationCompleted _ -> {
                put(KeepForGood.KIND, id, at);
                end(id);
            }
            case ActivationCancelled _ -> end(id);
            case ActivationExpired expired -> {
                if (!expired.smsReceived()) {
                    put(LetLapse.KIND, id, at);
                }
                end(id);
            }
            case ActivationRequested _, ActivationFailed _, SmsReceived _, NextSmsRefused _ -> {}
        }
    }

    private void begin(Rental rental) {
        rentals.add(rental);
        var id = rental.activationId();
        var details = Details.write(rental);
        polls.begin(id, rental.provider(), rental.since(), details);
        agenda.put(ExpireRental.KIND, id.value(), rental.expiresAt(), details);
    }

    private void askForMore(ActivationId id, int round, Instant at) {
        var rental = rentals.inRound(id, round);
        agenda.put(AskForMore.KIND, id.value(), at, Details.write(rental));
    }

    private void put(String kind, ActivationId id, Instant at) {
        agenda.put(kind, id.value(), at, Details.write(rentals.of(id)));
    }

    private void end(ActivationId id) {
        polls.end(id);
        agenda.strike(ExpireRental.KIND, id.value());
        agenda.strike(AskForMore.KIND, id.value());
        agenda.strike(GiveBack.KIND, id.value());
        rentals.end(id);
    }
}
