package com.nexnum.command.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.ReceiveSms;
import com.nexnum.command.activation.ActivationRejection.ActivationEnded;
import com.nexnum.command.activation.IncomingSms;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.trial.command.CommandLog;
import com.nexnum.trial.command.OpenData;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmsIntakeTest extends RentalFixture {

    private static final Sms PLAIN = new Sms(null, "Your WhatsApp code is 123-456", null);
    private final CommandLog log = new CommandLog(ReceiveSms.class);
    private final SmsIntake intake = new SmsIntake(log.commands(), new OpenData(), AT_NOON);

    @Test
    void hands_over_the_text_and_the_code_in_it_sealed() {
        var sms = taken(0, PLAIN);
        assertThat(OpenData.read(sms.text())).isEqualTo(PLAIN.text());
        assertThat(sms.code()).isEqualTo(sealed("123456"));
        assertThat(sms.receivedAt()).isEqualTo(NOON);
    }

    @Test
    void the_provider_s_code_comes_before_our_own() {
        assertThat(taken(0, new Sms(null, PLAIN.text(), "999999")).code())
                .isEqualTo(sealed("999999"));
    }

    @Test
    void a_text_without_a_code_is_handed_over_without_one() {
        assertThat(taken(0, new Sms(null, "Welcome!", null)).code()).isNull();
    }

    @Test
    void the_same_id_is_the_same_sms_in_whatever_round() {
        var first = taken(0, new Sms("m1", "Hello", null)).smsId();
        assertThat(taken(1, new Sms("m1", "Hello again", null)).smsId()).isEqualTo(first);
        assertThat(taken(0, new Sms("m2", "Hello", null)).smsId()).isNotEqualTo(first);
    }

    @Test
    void without_an_id_the_same_words_are_the_same_sms_within_a_round() {
        var first = taken(0, PLAIN).smsId();
        assertThat(taken(0, PLAIN).smsId()).isEqualTo(first);
        assertThat(taken(1, PLAIN).smsId()).isNotEqualTo(first);
    }

    @Test
    void one_that_is_too_late_does_not_keep_the_next_from_being_told() {
        log.refusing(ReceiveSms.class, new ActivationEnded("EXPIRED"));
        intake.take(rental(0), List.of(PLAIN, PLAIN));
        assertThat(log.sent).hasSize(2);
    }

    @Test
    void what_is_longer_than_any_sms_is_cut() {
        var flood = taken(0, new Sms("m1", "code 123456 " + "x".repeat(4_000_000), "9".repeat(65)));
        assertThat(OpenData.read(flood.text())).hasSize(SmsIntake.LONGEST_TEXT);
        assertThat(flood.code()).isEqualTo(sealed("123456"));
    }

    @Test
    void of_a_flood_only_the_first_are_handed_over() {
        var flood =
                IntStream.range(0, 5_000).mapToObj(n -> new Sms("m" + n, "Hello", null)).toList();
        intake.take(rental(0), flood);
        assertThat(log.sent).hasSize(SmsIntake.MOST_AT_ONCE);
    }

    private IncomingSms taken(int round, Sms sms) {
        intake.take(rental(round), List.of(sms));
        return ((ReceiveSms) log.sent.getLast()).sms();
    }

    private com.nexnum.kernel.privacy.SealedText sealed(String text) {
        return new OpenData().seal(rental(0).customerId(), ID.value(), text);
    }
}
