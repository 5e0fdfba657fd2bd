package com.nexnum.command.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.ConfirmCancellation;
import com.nexnum.command.activation.ActivationCommand.ReceiveSms;
import com.nexnum.command.activation.ActivationCommand.RefuseCancellation;
import com.nexnum.command.activation.ActivationRejection.SmsWasDelivered;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.trial.command.CommandLog;
import com.nexnum.trial.command.OpenData;
import java.util.List;
import org.junit.jupiter.api.Test;

class GiveBackTest extends RentalFixture {

    private final CommandLog log =
            new CommandLog(ConfirmCancellation.class, RefuseCancellation.class, ReceiveSms.class);

    @Test
    void is_confirmed_when_the_provider_took_the_number_or_never_had_it() {
        for (var answer : List.of(new CancelAnswer.Cancelled(), new CancelAnswer.NotFound())) {
            supply.onCancel = answer;
            log.sent.clear();
            assertThat(giveBack(suppliers)).isEqualTo(new Outcome.Done());
            assertThat(log.sent).containsExactly(new ConfirmCancellation(ID));
        }
    }

    @Test
    void an_sms_that_was_faster_keeps_the_charge() {
        log.refusing(ConfirmCancellation.class, new SmsWasDelivered());
        assertThat(giveBack(suppliers)).isEqualTo(new Outcome.Done());
    }

    @Test
    void is_refused_when_it_is_too_early_for_the_provider() {
        supply.onCancel = new CancelAnswer.TooEarly();
        assertThat(giveBack(suppliers)).isEqualTo(new Outcome.Done());
        assertThat(log.sent).containsExactly(new RefuseCancellation(ID, "CANCEL_TOO_EARLY"));
    }

    @Test
    void the_sms_that_the_provider_speaks_of_is_handed_over_first() {
        supply.onCancel = new CancelAnswer.HasSms();
        supply.sms.put(new UpstreamId("42"), List.of(new Sms("m1", "Code 123456", null)));
        assertThat(giveBack(suppliers)).isEqualTo(new Outcome.Done());
        assertThat(log.sent).hasSize(2);
        assertThat(log.sent.getFirst()).isInstanceOf(ReceiveSms.class);
        assertThat(log.sent.getLast())
                .isEqualTo(new RefuseCancellation(ID, "SMS_ALREADY_RECEIVED"));
    }

    @Test
    void is_asked_again_while_the_provider_gives_no_answer_or_is_not_there() {
        supply.onCancel = new CancelAnswer.Unavailable("timeout");
        assertThat(giveBack(suppliers))
                .isEqualTo(new Outcome.Again(NOON.plusSeconds(2), due(1).details()));
        assertThat(giveBack(nobody)).isInstanceOf(Outcome.Again.class);
        assertThat(log.sent).isEmpty();
    }

    private Outcome giveBack(Suppliers from) {
        var intake = new SmsIntake(log.commands(), new OpenData(), AT_NOON);
        return new GiveBack(from, log.commands(), intake, AT_NOON).perform(due(1));
    }
}
