package com.nexnum.command.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.CompleteActivation;
import com.nexnum.command.activation.ActivationCommand.ConfirmCancellation;
import com.nexnum.command.activation.ActivationCommand.RefuseNextSms;
import com.nexnum.command.activation.ActivationCommand.RequestNextSms;
import com.nexnum.command.activation.ActivationRejection.ActivationEnded;
import com.nexnum.command.activation.ActivationRejection.NoSmsYet;
import com.nexnum.command.activation.ActivationRejection.SmsWasDelivered;
import com.nexnum.command.activation.ActivationRejection.TooManySms;
import com.nexnum.command.decision.Decision;
import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRefused;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRequested;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiveSmsTest extends ActivationStory {

    private static final RequestNextSms MORE = new RequestNextSms(ID, NOON);
    private static final CompleteActivation COMPLETE = new CompleteActivation(ID);

    @Test
    void receives_each_sms_once() {
        does(received(1), receive(1), active());
        does(received(2), receive(2), active(received(1)));
        doesNothing(receive(1), active(received(1), received(2)));
    }

    @Test
    void an_sms_that_is_faster_than_a_cancellation_is_kept_and_ends_it() {
        assertThat(decide(receive(1), active(cancelling())))
                .isEqualTo(
                        Decision.accept(
                                List.of(
                                        received(1),
                                        new CancellationRefused(
                                                ID, CUSTOMER, "SMS_ALREADY_RECEIVED"))));
    }

    @Test
    void what_was_delivered_stays_charged_even_when_the_provider_took_the_number_back() {
        var refused = new CancellationRefused(ID, CUSTOMER, "SMS_ALREADY_RECEIVED");
        refuses(
                new SmsWasDelivered(),
                new ConfirmCancellation(ID),
                active(cancelling(), received(1), refused));
    }

    @Test
    void refuses_more_sms_than_any_number_needs() {
        var all = IntStream.rangeClosed(1, 50).mapToObj(n -> received(n)).toList();
        refuses(new TooManySms(50), receive(51), active(all.toArray(ActivationEvent[]::new)));
        doesNothing(receive(7), active(all.toArray(ActivationEvent[]::new)));
    }

    @Test
    void refuses_an_sms_after_the_end() {
        refuses(
                new ActivationEnded("EXPIRED"),
                receive(1),
                active(new ActivationExpired(ID, CUSTOMER, false)));
    }

    @Test
    void asks_for_more_one_at_a_time() {
        does(new NextSmsRequested(ID, CUSTOMER, 1), MORE, active(received(1)));
        var asked = new NextSmsRequested(ID, CUSTOMER, 1);
        doesNothing(MORE, active(received(1), asked));
        does(new NextSmsRequested(ID, CUSTOMER, 2), MORE, active(received(1), asked, received(2)));
    }

    @Test
    void rounds_count_what_was_asked_for_not_what_came() {
        does(
                new NextSmsRequested(ID, CUSTOMER, 1),
                MORE,
                active(received(1), received(2), received(3)));
    }

    @Test
    void refuses_to_ask_for_more_before_the_first() {
        refuses(new NoSmsYet(), MORE, active());
    }

    @Test
    void completes_once() {
        var completed = new ActivationCompleted(ID, CUSTOMER);
        does(completed, COMPLETE, active(received(1)));
        doesNothing(COMPLETE, active(received(1), completed));
    }

    @Test
    void refuses_to_complete_without_an_sms() {
        refuses(new NoSmsYet(), COMPLETE, active());
    }

    @Test
    void a_refused_round_is_over_and_the_next_may_be_asked_for() {
        var asked = new NextSmsRequested(ID, CUSTOMER, 1);
        var no = new NextSmsRefused(ID, CUSTOMER, 1, "X");
        var refuse = new RefuseNextSms(ID, 1, "X");
        does(no, refuse, active(received(1), asked));
        doesNothing(refuse, active(received(1), asked, no));
        does(new NextSmsRequested(ID, CUSTOMER, 2), MORE, active(received(1), asked, no));
    }

    @Test
    void a_refusal_that_comes_late_changes_nothing() {
        var asked = new NextSmsRequested(ID, CUSTOMER, 1);
        var again = new NextSmsRequested(ID, CUSTOMER, 2);
        var refuse = new RefuseNextSms(ID, 1, "X");
        doesNothing(refuse, active(received(1)));
        doesNothing(refuse, active(received(1), asked, received(2)));
        doesNothing(refuse, active(received(1), asked, received(2), again));
    }
}
