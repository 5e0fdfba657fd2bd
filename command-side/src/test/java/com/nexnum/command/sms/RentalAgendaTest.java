package com.nexnum.command.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.TestAgenda;
import com.nexnum.command.sms.polling.TestPolls;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRequested;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRequested;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.platform.database.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RentalAgendaTest extends RentalFixture {

    private final JdbcClient sql = JdbcClient.create(TestDatabase.migrated().dataSource());
    private final TestAgenda stands = new TestAgenda(sql);
    private final TestPolls polls = new TestPolls(sql);
    private final RentalAgenda agenda =
            new RentalAgenda(stands.agenda(), polls.schedule(), new Rentals(sql));

    @BeforeEach
    void a_number_is_assigned() {
        var of = rental(0);
        agenda.on(
                new NumberAssigned(
                        ID,
                        of.customerId(),
                        OrderId.of(ID),
                        of.provider(),
                        of.upstreamId(),
                        new SealedText("c2VhbGVk"),
                        Money.usd("0.15"),
                        NOON,
                        EXPIRY),
                NOON);
    }

    @Test
    void is_polled_soon_and_expires_in_time() {
        assertThat(pollDue()).contains(NOON.plusSeconds(2));
        assertThat(due(ExpireRental.KIND)).contains(EXPIRY);
    }

    @Test
    void a_cancellation_that_is_over_is_not_asked_for_any_more() {
        agenda.on(new CancellationRequested(ID, rental(0).customerId()), NOON);
        assertThat(due(GiveBack.KIND)).contains(NOON);
        var refused = new CancellationRefused(ID, rental(0).customerId(), "X");
        agenda.on(refused, NOON.plusSeconds(1));
        assertThat(due(GiveBack.KIND)).isEmpty();
        assertThat(pollDue().orElseThrow()).isBefore(NOON);
    }

    @Test
    void asking_for_more_leaves_the_polls_of_this_round_as_they_are() {
        agenda.on(new NextSmsRequested(ID, rental(0).customerId(), 1), NOON);
        assertThat(stands.entry(AskForMore.KIND, ID.value()).orElseThrow().details())
                .isEqualTo(Details.write(rental(1)));
        assertThat(polls.entry(ID).orElseThrow().details()).isEqualTo(Details.write(rental(0)));
    }

    @Test
    void after_the_end_only_the_provider_is_told() {
        agenda.on(new CancellationRequested(ID, rental(0).customerId()), NOON);
        agenda.on(new ActivationExpired(ID, rental(0).customerId(), false), EXPIRY);
        assertThat(due(LetLapse.KIND)).contains(EXPIRY);
        assertThat(pollDue()).isEmpty();
        assertThat(due(ExpireRental.KIND)).isEmpty();
        assertThat(due(GiveBack.KIND)).isEmpty();
    }

    private Optional<Instant> pollDue() {
        return polls.entry(ID).map(TestPolls.Entry::dueAt);
    }

    private Optional<Instant> due(String kind) {
        return stands.entry(kind, ID.value()).map(TestAgenda.Entry::dueAt);
    }
}
