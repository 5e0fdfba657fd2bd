package com.nexnum.command.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationCommand.ReceiveSms;
import com.nexnum.command.activation.ActivationRejection.NotExpiredYet;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.trial.command.CommandLog;
import com.nexnum.trial.command.OpenData;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told to providers when a rental is over, and what is asked of them before. */
class EndRentalTest extends RentalFixture {

    private final CommandLog log = new CommandLog(ExpireActivation.class, ReceiveSms.class);

    @Test
    void expires_after_a_last_look() {
        supply.onSms = new SmsAnswer.Received(List.of(new Sms("m1", "Code 123456", null)));
        assertThat(expire(EXPIRY)).isEqualTo(new Outcome.Done());
        assertThat(log.sent).hasSize(2);
        assertThat(log.sent.getFirst()).isInstanceOf(ReceiveSms.class);
        assertThat(log.sent.getLast()).isEqualTo(new ExpireActivation(ID, EXPIRY));
    }

    @Test
    void waits_a_while_for_a_provider_that_gives_no_answer() {
        supply.onSms = new SmsAnswer.Unavailable("timeout");
        assertThat(expire(EXPIRY))
                .isEqualTo(new Outcome.Again(EXPIRY.plusSeconds(5), due(1).details()));
        assertThat(log.sent).isEmpty();
        assertThat(expire(EXPIRY.plusSeconds(120))).isEqualTo(new Outcome.Done());
        assertThat(log.sent).hasSize(1);
    }

    @Test
    void comes_again_when_it_came_too_early() {
        log.refusing(ExpireActivation.class, new NotExpiredYet(EXPIRY));
        assertThat(expire(NOON)).isEqualTo(new Outcome.Again(EXPIRY, due(1).details()));
    }

    @Test
    void an_expired_number_is_given_back_until_the_provider_answers() {
        assertThat(lapse(1)).isEqualTo(new Outcome.Done());
        supply.onCancel = new CancelAnswer.HasSms();
        assertThat(lapse(1)).isEqualTo(new Outcome.Done());
        supply.onCancel = new CancelAnswer.Unavailable("timeout");
        assertThat(lapse(2)).isEqualTo(new Outcome.Again(NOON.plusSeconds(20), due(2).details()));
        assertThat(lapse(10)).isEqualTo(new Outcome.Done());
    }

    @Test
    void a_completed_number_is_kept_until_the_provider_answers() {
        assertThat(keep(1)).isEqualTo(new Outcome.Done());
        supply.completes = false;
        assertThat(keep(2)).isEqualTo(new Outcome.Again(NOON.plusSeconds(20), due(2).details()));
        assertThat(keep(6)).isEqualTo(new Outcome.Done());
    }

    @Test
    void a_provider_that_is_not_there_any_more_is_told_nothing() {
        assertThat(new KeepForGood(nobody, AT_NOON).perform(due(1))).isEqualTo(new Outcome.Done());
        assertThat(new LetLapse(nobody, AT_NOON).perform(due(1))).isEqualTo(new Outcome.Done());
    }

    private Outcome expire(Instant now) {
        var intake = new SmsIntake(log.commands(), new OpenData(), at(now));
        return new ExpireRental(suppliers, log.commands(), intake, at(now)).perform(due(1));
    }

    private Outcome lapse(int taken) {
        return new LetLapse(suppliers, AT_NOON).perform(due(taken));
    }

    private Outcome keep(int taken) {
        return new KeepForGood(suppliers, AT_NOON).perform(due(taken));
    }
}
