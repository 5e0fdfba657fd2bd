package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.TestAgenda;
import com.nexnum.command.purchase.OrderCommand.FulfilOrder;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FindOutSupplyTest extends AttemptFixture {

    private static final Duration WINDOW = Duration.ofSeconds(90);
    private static final Duration GIVES_UP = Duration.ofMinutes(25);
    private static final E164 PHONE = new E164("+12025551001");
    private final JdbcClient sql = JdbcClient.create(TestDatabase.migrated().dataSource());

    @Test
    void adopts_the_number_that_carries_our_reference() {
        supply.held.add(held("1", "whatsapp", NOON, "ord_000009-1"));
        supply.held.add(held("2", "whatsapp", NOON, "ord_000001-1"));
        assertThat(findOut(NOON)).isEqualTo(new Outcome.Done());
        assertThat(adopted()).isEqualTo("2");
    }

    @Test
    void without_references_adopts_by_service_country_and_time() {
        supply.held.add(held("1", "telegram", NOON, null));
        supply.held.add(held("2", "whatsapp", NOON.minusSeconds(600), null));
        supply.held.add(held("3", "whatsapp", NOON.minusSeconds(60), null));
        findOut(NOON);
        assertThat(adopted()).isEqualTo("3");
    }

    @Test
    void never_adopts_a_number_that_serves_another_order() {
        supply.held.add(held("1", "whatsapp", NOON, null));
        UpstreamNumbersTest.claim(
                sql, supply.provider(), new UpstreamId("1"), new ActivationId("act_000002"));
        assertThat(findOut(NOON)).isInstanceOf(Outcome.Again.class);
        assertThat(log.sent).containsExactly(unknown("INTERRUPTED"));
    }

    @Test
    void not_even_one_that_carries_our_reference() {
        supply.held.add(held("1", "whatsapp", NOON, "ord_000001-1"));
        UpstreamNumbersTest.claim(
                sql, supply.provider(), new UpstreamId("1"), new ActivationId("act_000002"));
        assertThat(findOut(NOON)).isInstanceOf(Outcome.Again.class);
        assertThat(log.sent).containsExactly(unknown("INTERRUPTED"));
    }

    @Test
    void never_adopts_a_number_with_another_reference() {
        supply.held.add(held("1", "whatsapp", NOON, "ord_000009-1"));
        assertThat(findOut(NOON)).isInstanceOf(Outcome.Again.class);
        assertThat(log.sent).containsExactly(unknown("INTERRUPTED"));
    }

    @Test
    void a_list_that_is_not_to_be_had_decides_nothing_as_long_as_the_number_could_be_of_use() {
        supply.onActive = new ActiveAnswer.Unavailable("timeout");
        for (var now : List.of(NOON, NOON.plus(WINDOW), NOON.plus(GIVES_UP).minusMillis(1))) {
            assertThat(looked(now, NOON)).isInstanceOf(Outcome.Again.class);
            assertThat(findOut(now, nobody)).isInstanceOf(Outcome.Again.class);
        }
        assertThat(log.sent).doesNotContain(refused("NOT_SOLD"));
    }

    @Test
    void then_the_money_goes_back_and_the_number_is_looked_for_on() {
        supply.onActive = new ActiveAnswer.Unavailable("timeout");
        assertThat(looked(NOON.plus(GIVES_UP), NOON)).isEqualTo(new Outcome.Done());
        assertThat(log.sent).containsExactly(refused("NOT_SOLD"));
        assertThat(new TestAgenda(sql).entry(ReturnLate.KIND, ATTEMPT.reference())).isPresent();
    }

    @Test
    void the_window_is_one_in_which_the_list_could_be_read() {
        supply.onActive = new ActiveAnswer.Unavailable("timeout");
        var blind = (Outcome.Again) looked(NOON.plus(WINDOW), NOON);
        supply.onActive = null;
        var late = NOON.plus(WINDOW).plusSeconds(1);
        assertThat(work(late, suppliers).perform(next(blind))).isInstanceOf(Outcome.Again.class);
        var over = NOON.plus(WINDOW).plus(WINDOW);
        assertThat(work(over, suppliers).perform(next(blind))).isEqualTo(new Outcome.Done());
        assertThat(log.sent).containsExactly(refused("NOT_SOLD"));
    }

    @Test
    void a_number_that_another_may_just_have_bought_is_left_to_it_for_a_while() {
        var agenda = new TestAgenda(sql).agenda();
        agenda.put(BuyNumber.KIND, "ord_000002", NOON, Details.write(ATTEMPT));
        supply.held.add(held("3", "whatsapp", NOON, null));
        var first = (Outcome.Again) looked(NOON.plusSeconds(1), NOON);
        var soon = NOON.plusSeconds(20);
        var second = (Outcome.Again) work(soon, suppliers).perform(next(first));
        assertThat(log.sent).isEmpty();
        var later = NOON.plusSeconds(21);
        assertThat(work(later, suppliers).perform(next(second))).isEqualTo(new Outcome.Done());
        assertThat(adopted()).isEqualTo("3");
    }

    @Test
    void a_number_that_its_buyer_claimed_meanwhile_is_not_waited_for() {
        var agenda = new TestAgenda(sql).agenda();
        agenda.put(BuyNumber.KIND, "ord_000002", NOON, Details.write(ATTEMPT));
        supply.held.add(held("3", "whatsapp", NOON, null));
        var first = (Outcome.Again) looked(NOON.plusSeconds(1), NOON);
        UpstreamNumbersTest.claim(
                sql, supply.provider(), new UpstreamId("3"), new ActivationId("act_000002"));
        var over = NOON.plus(WINDOW);
        assertThat(work(over, suppliers).perform(next(first))).isEqualTo(new Outcome.Done());
        assertThat(log.sent).containsExactly(refused("NOT_SOLD"));
    }

    @Test
    void a_number_that_is_on_its_way_back_is_not_adopted() {
        var agenda = new TestAgenda(sql).agenda();
        agenda.put(ReturnUnwanted.KIND, supply.provider() + "/3", NOON, "{}");
        supply.held.add(held("3", "whatsapp", NOON, null));
        assertThat(looked(NOON.plusSeconds(1), NOON)).isInstanceOf(Outcome.Again.class);
        assertThat(log.sent).isEmpty();
    }

    @Test
    void what_does_not_turn_up_was_not_sold_once_the_window_is_over() {
        var late = NOON.plusSeconds(9_999);
        assertThat(findOut(late)).isInstanceOf(Outcome.Again.class);
        assertThat(looked(late.plus(WINDOW).minusMillis(1), late))
                .isInstanceOf(Outcome.Again.class);
        assertThat(looked(late.plus(WINDOW), late)).isEqualTo(new Outcome.Done());
        assertThat(log.sent).last().isEqualTo(refused("NOT_SOLD"));
    }

    @Test
    void what_counts_as_not_sold_is_still_looked_for() {
        looked(NOON.plus(WINDOW), NOON);
        assertThat(new TestAgenda(sql).entry(ReturnLate.KIND, ATTEMPT.reference())).isPresent();
    }

    @Test
    void what_the_provider_does_not_tell_is_no_evidence() {
        supply.held.add(new Held(new UpstreamId("1"), PHONE, null, "US", null, NOON, null));
        supply.held.add(new Held(new UpstreamId("2"), PHONE, "whatsapp", "US", null, null, null));
        assertThat(findOut(NOON)).isInstanceOf(Outcome.Again.class);
        assertThat(log.sent).containsExactly(unknown("INTERRUPTED"));
    }

    @Test
    void waits_for_whoever_is_asking_the_provider() {
        var agenda = new TestAgenda(sql).agenda();
        agenda.put(BuyNumber.KIND, ORDER.value(), NOON, "{}");
        supply.held.add(held("2", "whatsapp", NOON, "ord_000001-1"));
        assertThat(findOut(NOON.plusSeconds(9_999))).isInstanceOf(Outcome.Again.class);
        assertThat(log.sent).isEmpty();
    }

    private static Due next(Outcome.Again before) {
        return new Due("kind", ORDER.value(), 3, before.details());
    }

    private Outcome looked(Instant now, Instant since) {
        return work(now, suppliers).perform(soughtSince(since));
    }

    private Outcome findOut(Instant now) {
        return findOut(now, suppliers);
    }

    private Outcome findOut(Instant now, Suppliers from) {
        return work(now, from).perform(due(1));
    }

    private FindOutSupply work(Instant now, Suppliers from) {
        var properties =
                new PurchaseProperties(
                        WINDOW,
                        GIVES_UP,
                        Duration.ofMinutes(30),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60));
        return new FindOutSupply(
                from,
                outcomes(now),
                new UpstreamNumbers(sql),
                new OpenAttempts(sql),
                properties,
                new TestAgenda(sql).agenda(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private String adopted() {
        return ((FulfilOrder) log.sent.getLast()).upstreamId().value();
    }

    private static Held held(String id, String service, Instant at, @Nullable String reference) {
        return new Held(
                new UpstreamId(id), new E164("+12025551001"), service, "US", null, at, reference);
    }
}
