package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.TestAgenda;
import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.platform.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A purchase that counted as not made was taken up late after all. */
class ReturnLateTest extends AttemptFixture {

    private static final Instant LATER = NOON.plusSeconds(600);

    private final JdbcClient sql = JdbcClient.create(TestDatabase.migrated().dataSource());
    private final TestAgenda agenda = new TestAgenda(sql);

    @Test
    void gives_back_the_number_that_carries_our_reference() {
        supply.held.add(held("1", "ord_000001-1"));
        supply.held.add(held("2", "ord_000009-1"));
        assertThat(look(LATER, suppliers)).isInstanceOf(Outcome.Again.class);
        assertThat(goesBack("1")).isTrue();
        assertThat(goesBack("2")).isFalse();
    }

    @Test
    void without_references_gives_back_what_fits_and_serves_nobody() {
        supply.held.add(held("1", null));
        supply.held.add(held("2", null));
        UpstreamNumbersTest.claim(
                sql, supply.provider(), new UpstreamId("2"), new ActivationId("act_000002"));
        look(LATER, suppliers);
        assertThat(goesBack("1")).isTrue();
        assertThat(goesBack("2")).isFalse();
    }

    @Test
    void never_gives_back_what_somebody_may_be_buying_now() {
        supply.held.add(held("1", null));
        agenda.agenda().put(FindOutSupply.KIND, "ord_000002", LATER, Details.write(ATTEMPT));
        look(LATER, suppliers);
        assertThat(goesBack("1")).isFalse();
    }

    @Test
    void gives_nothing_back_that_may_still_be_adopted() {
        supply.held.add(held("1", "ord_000001-1"));
        agenda.agenda().put(FindOutSupply.KIND, ORDER.value(), LATER, Details.write(ATTEMPT));
        look(LATER, suppliers);
        assertThat(goesBack("1")).isFalse();
    }

    @Test
    void looks_until_no_number_of_then_could_live_whether_it_sees_or_not() {
        var end = NOON.plus(Duration.ofMinutes(30));
        assertThat(look(end.minusMillis(1), suppliers)).isInstanceOf(Outcome.Again.class);
        assertThat(look(end, suppliers)).isEqualTo(new Outcome.Done());
        supply.onActive = new ActiveAnswer.Unavailable("timeout");
        assertThat(look(end.minusMillis(1), suppliers)).isInstanceOf(Outcome.Again.class);
        assertThat(look(end, suppliers)).isEqualTo(new Outcome.Done());
        assertThat(look(LATER, nobody)).isInstanceOf(Outcome.Again.class);
    }

    private boolean goesBack(String id) {
        return agenda.entry(ReturnUnwanted.KIND, "acme/" + id).isPresent();
    }

    private Outcome look(Instant now, Suppliers from) {
        var properties =
                new PurchaseProperties(
                        Duration.ofSeconds(90),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(30),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60));
        return new ReturnLate(
                        from,
                        new UpstreamNumbers(sql),
                        new OpenAttempts(sql),
                        agenda.agenda(),
                        properties,
                        Clock.fixed(now, ZoneOffset.UTC))
                .perform(new Due(ReturnLate.KIND, ATTEMPT.reference(), 1, Details.write(ATTEMPT)));
    }

    private static Held held(String id, @Nullable String reference) {
        return new Held(
                new UpstreamId(id),
                new E164("+12025551001"),
                "whatsapp",
                "US",
                null,
                NOON.plusSeconds(200),
                reference);
    }
}
