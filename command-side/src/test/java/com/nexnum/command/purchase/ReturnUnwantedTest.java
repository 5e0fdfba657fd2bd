package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.TestAgenda;
import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.platform.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A number that was sold too late is not paid for in vain. */
class ReturnUnwantedTest extends AttemptFixture {

    private static final Bought BOUGHT =
            new Bought(
                    new UpstreamId("7"),
                    new E164("+12025551001"),
                    COST,
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(20));

    private static final String SUBJECT = "acme/7";

    private final JdbcClient sql = JdbcClient.create(TestDatabase.migrated().dataSource());
    private final TestAgenda agenda = new TestAgenda(sql);

    @Test
    void a_number_that_serves_nobody_goes_back_once_it_is_old_enough() {
        work(NOON).unlessServing(ATTEMPT, BOUGHT);
        var entry = agenda.entry(ReturnUnwanted.KIND, SUBJECT).orElseThrow();
        assertThat(entry.dueAt()).isEqualTo(NOON.plus(BOUGHT.minCancelAge()));
        assertThat(perform(entry.details(), NOON.plusSeconds(120))).isEqualTo(new Outcome.Done());
        assertThat(supply.cancelled).containsExactly(BOUGHT.id());
    }

    @Test
    void a_number_that_serves_its_order_stays() {
        UpstreamNumbersTest.claim(
                sql, supply.provider(), BOUGHT.id(), new ActivationId("act_000001"));
        work(NOON).unlessServing(ATTEMPT, BOUGHT);
        assertThat(agenda.entry(ReturnUnwanted.KIND, SUBJECT)).isEmpty();
    }

    @Test
    void a_provider_that_does_not_take_it_yet_is_asked_again_until_it_lapses() {
        work(NOON).unlessServing(ATTEMPT, BOUGHT);
        var details = agenda.entry(ReturnUnwanted.KIND, SUBJECT).orElseThrow().details();
        supply.onCancel = new CancelAnswer.TooEarly();
        assertThat(perform(details, NOON.plusSeconds(120))).isInstanceOf(Outcome.Again.class);
        supply.onCancel = new CancelAnswer.Unavailable("timeout");
        assertThat(perform(details, NOON.plusSeconds(130))).isInstanceOf(Outcome.Again.class);
        assertThat(perform(details, NOON.plusSeconds(1_200))).isEqualTo(new Outcome.Done());
    }

    @Test
    void a_number_that_another_order_took_meanwhile_stays() {
        work(NOON).unlessServing(ATTEMPT, BOUGHT);
        var details = agenda.entry(ReturnUnwanted.KIND, SUBJECT).orElseThrow().details();
        UpstreamNumbersTest.claim(
                sql, supply.provider(), BOUGHT.id(), new ActivationId("act_000002"));
        assertThat(perform(details, NOON.plusSeconds(120))).isEqualTo(new Outcome.Done());
        assertThat(supply.cancelled).isEmpty();
    }

    @Test
    void the_number_of_an_order_that_failed_goes_back_though_it_is_its() {
        UpstreamNumbersTest.claim(
                sql, supply.provider(), BOUGHT.id(), new ActivationId("act_000001"));
        var number = new UpstreamNumbers.Served(supply.provider(), BOUGHT.id());
        ReturnUnwanted.put(agenda.agenda(), number, ORDER, NOON);
        var details = agenda.entry(ReturnUnwanted.KIND, SUBJECT).orElseThrow().details();
        assertThat(perform(details, NOON)).isEqualTo(new Outcome.Done());
        assertThat(supply.cancelled).containsExactly(BOUGHT.id());
    }

    private Outcome perform(String details, Instant now) {
        return work(now).perform(new Due(ReturnUnwanted.KIND, SUBJECT, 1, details));
    }

    private ReturnUnwanted work(Instant now) {
        return new ReturnUnwanted(
                suppliers,
                new UpstreamNumbers(sql),
                agenda.agenda(),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
