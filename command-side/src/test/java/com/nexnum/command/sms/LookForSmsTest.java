package com.nexnum.command.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.activation.ActivationCommand.ReceiveSms;
import com.nexnum.command.activation.ActivationCommand.RefuseNextSms;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.TestAgenda;
import com.nexnum.command.purchase.UpstreamNumbersTest;
import com.nexnum.command.sms.polling.TestPolls;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.command.supply.Supply.NextSmsAnswer;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.trial.command.CommandLog;
import com.nexnum.trial.command.OpenData;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Polls, hints of providers, and the next SMS; on the real schedule and agenda. */
class LookForSmsTest extends RentalFixture {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant LATER = NOON.plusSeconds(600);
    private final JdbcClient sql = JdbcClient.create(TestDatabase.migrated().dataSource());
    private final TestAgenda agenda = new TestAgenda(sql);
    private final TestPolls polls = new TestPolls(sql);
    private final CommandLog log = new CommandLog(ReceiveSms.class, RefuseNextSms.class);
    private final ProviderWebhookEndpoint webhooks =
            new ProviderWebhookEndpoint(
                    suppliers, UpstreamNumbersTest.numbers(sql), polls.schedule(), AT_NOON);

    @BeforeEach
    void a_number_is_polled() {
        var details = Details.write(rental(0));
        polls.schedule().begin(ID, supply.provider(), LATER.minusSeconds(2), details);
        agenda.agenda().put(ExpireRental.KIND, ID.value(), EXPIRY, details);
        UpstreamNumbersTest.claim(sql, supply.provider(), rental(0).upstreamId(), ID);
    }

    @Test
    void a_poll_hands_over_what_came() {
        supply.onSms = new SmsAnswer.Received(List.of(new Sms("m1", "Code 123456", null)));
        poll();
        assertThat(log.sent).hasSize(1);
    }

    @Test
    void a_poll_without_news_or_answer_hands_over_nothing() {
        for (var answer :
                List.of(
                        new SmsAnswer.Waiting(),
                        new SmsAnswer.Cancelled(),
                        new SmsAnswer.NotFound(),
                        new SmsAnswer.Unavailable("timeout"))) {
            supply.onSms = answer;
            poll();
        }
        assertThat(log.sent).isEmpty();
    }

    @Test
    void a_hint_makes_the_poll_due_now() {
        for (var body : List.of("{\"activationId\":\"42\"}", "{\"activationId\":42}")) {
            polls.schedule().begin(ID, supply.provider(), LATER, "");
            webhooks.hint("acme", "secret", JSON.readTree(body));
            assertThat(pollDue()).isBefore(NOON);
        }
    }

    @Test
    void a_hint_of_what_nobody_rents_or_of_nothing_is_answered_and_changes_nothing() {
        for (var body :
                List.of("{\"activationId\":\"7\"}", "{}", "[]", "1", "{\"activationId\":\"\"}")) {
            assertThat(webhooks.hint("acme", "secret", JSON.readTree(body)))
                    .containsEntry("ok", true);
        }
        assertThat(pollDue()).isEqualTo(LATER);
    }

    @Test
    void a_hint_with_a_wrong_secret_finds_nothing_here() {
        for (var slug : List.of("acme", "other", "NOT A SLUG")) {
            var secret = slug.equals("acme") ? "wrong" : "secret";
            assertThatThrownBy(() ->
                            webhooks.hint(slug, secret, JSON.readTree("{\"activationId\":42}")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(404));
        }
        assertThat(pollDue()).isEqualTo(LATER);
    }

    @Test
    void the_next_round_begins_when_the_provider_agreed() {
        assertThat(askForMore()).isEqualTo(new Outcome.Done());
        assertThat(polls.entry(ID))
                .contains(new TestPolls.Entry(NOON.plusSeconds(2), Details.write(rental(1))));
        assertThat(agenda.entry(ExpireRental.KIND, ID.value()))
                .contains(new TestAgenda.Entry(EXPIRY, Details.write(rental(1))));
    }

    @Test
    void until_then_the_last_sms_is_not_taken_for_the_next() {
        supply.onNext = new NextSmsAnswer.Unavailable("timeout");
        assertThat(askForMore()).isInstanceOf(Outcome.Again.class);
        supply.onNext = new NextSmsAnswer.Refused("NO_MORE");
        assertThat(askForMore()).isEqualTo(new Outcome.Done());
        assertThat(polls.entry(ID)).contains(new TestPolls.Entry(LATER, Details.write(rental(0))));
    }

    @Test
    void a_true_refusal_ends_the_waiting() {
        supply.onNext = new NextSmsAnswer.Refused("NO_MORE");
        askForMore();
        assertThat(log.sent).containsExactly(new RefuseNextSms(ID, 1, "PROVIDER_REFUSED"));
    }

    @Test
    void asked_again_after_a_crash_what_came_since_is_taken_in_first() {
        supply.onSms = new SmsAnswer.Received(List.of(new Sms("m2", "Code 654321", null)));
        askForMore(1);
        assertThat(log.sent).isEmpty();
        assertThat(askForMore(2)).isEqualTo(new Outcome.Done());
        assertThat(log.sent).singleElement().isInstanceOf(ReceiveSms.class);
    }

    @Test
    void no_round_begins_for_a_rental_that_has_ended() {
        polls.schedule().end(ID);
        askForMore();
        assertThat(polls.entry(ID)).isEmpty();
    }

    private Outcome askForMore() {
        return askForMore(1);
    }

    private Outcome askForMore(int taken) {
        var intake = new SmsIntake(log.commands(), new OpenData(), AT_NOON);
        var work =
                new AskForMore(
                        suppliers,
                        log.commands(),
                        intake,
                        agenda.agenda(),
                        polls.schedule(),
                        AT_NOON);
        return work.perform(new Due(AskForMore.KIND, ID.value(), taken, Details.write(rental(1))));
    }

    private void poll() {
        var intake = new SmsIntake(log.commands(), new OpenData(), AT_NOON);
        new PollSms(suppliers, intake).poll(Details.write(rental(0)));
    }

    private Instant pollDue() {
        return polls.entry(ID).orElseThrow().dueAt();
    }
}
