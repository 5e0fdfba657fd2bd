package com.nexnum.command.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.activation.ActivationRejection.ActivationEnded;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.TestAgenda;
import com.nexnum.command.purchase.ScriptedSupply;
import com.nexnum.command.purchase.TestPurchases;
import com.nexnum.command.purchase.UpstreamNumbersTest;
import com.nexnum.command.reconciliation.Finding.Kind;
import com.nexnum.command.sms.polling.TestPolls;
import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.command.supply.OpenLine;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.MovableClock;
import com.nexnum.trial.command.CommandLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A provider's list of numbers beside ours, on the real tables; every comparison may be repeated.
 */
class ReconcileTest {

    private static final ProviderSlug ACME = new ProviderSlug("acme");
    private static final ActivationId OURS = new ActivationId("act_000001");
    private static final UpstreamId NUMBER = new UpstreamId("4711");
    private static final Duration STRAY_AFTER = Duration.ofMinutes(3);

    private final JdbcClient sql = JdbcClient.create(TestDatabase.migrated().dataSource());
    private final MovableClock clock = new MovableClock();
    private final ScriptedSupply supply = new ScriptedSupply("acme", "0.10");
    private final TestPolls polls = new TestPolls(sql);
    private final TestAgenda agenda = new TestAgenda(sql);
    private final TestPurchases purchases = new TestPurchases(sql, clock);
    private final CommandLog log = new CommandLog(RequestCancellation.class);
    private boolean returnStrays = true;

    @BeforeEach
    void the_list_is_empty() {
        supply.held.clear();
    }

    @Test
    void a_stray_number_goes_back_once_it_was_seen_for_long_enough() {
        lists("0.10", null);
        compare();
        assertThat(finding(Kind.STRAY)).isEqualTo("OPEN");
        clock.forward(STRAY_AFTER.minusSeconds(5));
        compare();
        assertThat(goesBack()).isFalse();
        clock.forward(Duration.ofSeconds(6));
        compare();
        assertThat(goesBack()).isTrue();
        assertThat(finding(Kind.STRAY)).as("until it is gone there").isEqualTo("OPEN");
        supply.held.clear();
        compare();
        assertThat(finding(Kind.STRAY)).isEqualTo("RETURNED");
    }

    @Test
    void a_stray_number_stays_where_others_use_the_account() {
        returnStrays = false;
        lists("0.10", null);
        compare();
        clock.forward(STRAY_AFTER);
        compare();
        assertThat(finding(Kind.STRAY)).isEqualTo("KEPT");
        compare();
        compare();
        assertThat(finding(Kind.STRAY)).isEqualTo("KEPT");
        assertThat(goesBack()).isFalse();
    }

    @Test
    void a_number_that_an_open_purchase_may_have_bought_is_no_stray() {
        purchases.unknown("acme", Money.usd("0.10"), clock.instant());
        lists("0.10", TestPurchases.ORDER.value() + "-1");
        compare();
        supply.held.clear();
        lists("0.10", null);
        compare();
        assertThat(
                        sql.sql("select count(*) from reconciliation_finding where kind = 'STRAY'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void a_stray_number_is_not_forgotten_while_others_buy_of_its_kind() {
        lists("0.10", null);
        compare();
        var seen = firstSeen();
        purchases.unknown("acme", Money.usd("0.10"), clock.instant());
        clock.forward(Duration.ofMinutes(1));
        compare();
        assertThat(finding(Kind.STRAY)).isEqualTo("OPEN");
        purchases.foundOut();
        clock.forward(Duration.ofMinutes(2));
        compare();
        assertThat(firstSeen()).isEqualTo(seen);
        assertThat(goesBack()).isTrue();
    }

    @Test
    void a_purchase_that_began_later_did_not_buy_it() {
        lists("0.10", null);
        clock.forward(Duration.ofMinutes(5));
        purchases.unknown("acme", Money.usd("0.10"), clock.instant());
        compare();
        assertThat(finding(Kind.STRAY)).isEqualTo("OPEN");
    }

    @Test
    void a_stray_number_that_went_by_itself_was_not_returned_by_us() {
        lists("0.10", null);
        compare();
        supply.held.clear();
        compare();
        assertThat(finding(Kind.STRAY)).isEqualTo("GONE");
    }

    @Test
    void a_number_that_serves_an_order_is_no_stray() {
        UpstreamNumbersTest.claim(sql, ACME, NUMBER, OURS);
        lists("0.10", null);
        compare();
        assertThat(findings()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4.99, false", "5.00, false", "5.000001, true", "5.01, true"})
    void what_cost_more_than_the_limit_waits_for_a_person(String cost, boolean waits) {
        lists(cost, null);
        compare();
        assertThat(
                        sql.sql("select needs_review from reconciliation_finding")
                                .query(Boolean.class)
                                .single())
                .isEqualTo(waits);
    }

    @Test
    void what_costs_nobody_knows_what_waits_for_nobody() {
        lists(null, null);
        compare();
        assertThat(
                        sql.sql("select needs_review from reconciliation_finding")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    @Test
    void a_number_that_the_provider_took_back_is_given_up_and_asking_twice_is_harmless() {
        waitsFor("0.10");
        supply.onSms = new SmsAnswer.Cancelled();
        compare();
        assertThat(log.sent).as("it may be a moment of nonsense").isEmpty();
        clock.forward(Duration.ofSeconds(46));
        compare();
        log.refusing(RequestCancellation.class, new ActivationEnded("CANCELLED"));
        compare();
        assertThat(log.sent)
                .hasSize(2)
                .allSatisfy(sent ->
                        assertThat(((RequestCancellation) sent).activationId()).isEqualTo(OURS));
        assertThat(finding(Kind.MISSING)).isEqualTo("OPEN");
        polls.schedule().end(OURS);
        compare();
        assertThat(finding(Kind.MISSING)).isEqualTo("GONE");
    }

    @Test
    void one_that_was_dear_is_left_to_a_person() {
        waitsFor("5.01");
        supply.onSms = new SmsAnswer.NotFound();
        compare();
        clock.forward(Duration.ofHours(1));
        compare();
        assertThat(log.sent).isEmpty();
        assertThat(finding(Kind.MISSING)).isEqualTo("OPEN");
    }

    @Test
    void that_a_list_leaves_a_number_out_proves_nothing() {
        waitsFor("0.10");
        for (var answer : List.of(new SmsAnswer.Waiting(), new SmsAnswer.Unavailable("timeout"))) {
            supply.onSms = answer;
            compare();
        }
        assertThat(log.sent).isEmpty();
        var before = polls.entry(OURS).orElseThrow().dueAt();
        supply.onSms = new SmsAnswer.Received(List.of(new Sms("m1", "Code 123456", null)));
        compare();
        assertThat(log.sent).isEmpty();
        assertThat(polls.entry(OURS).orElseThrow().dueAt()).isBefore(before);
        lists("0.10", null);
        UpstreamNumbersTest.claim(sql, ACME, NUMBER, OURS);
        compare();
        assertThat(finding(Kind.MISSING)).isEqualTo("GONE");
    }

    @Test
    void a_list_that_is_not_to_be_had_settles_nothing_and_says_so() {
        lists("0.10", null);
        compare();
        supply.onActive = new ActiveAnswer.Unavailable("HTTP 502");
        compare();
        assertThat(finding(Kind.STRAY)).isEqualTo("OPEN");
        assertThat(
                        sql.sql(
                                        "select failure from reconciliation_run order by run_id desc limit 1")
                                .query(String.class)
                                .single())
                .isEqualTo("HTTP 502");
    }

    @Test
    void an_unknown_purchase_that_was_not_made_is_released() {
        unknown();
        compare();
        assertThat(finding(Kind.UNKNOWN)).isEqualTo("OPEN");
        purchases.foundOut();
        compare();
        assertThat(finding(Kind.UNKNOWN)).isEqualTo("RELEASED");
    }

    @Test
    void an_unknown_purchase_whose_number_was_found_is_adopted() {
        unknown();
        UpstreamNumbersTest.claim(sql, ACME, NUMBER, OURS);
        compare();
        assertThat(finding(Kind.UNKNOWN)).as("while it is looked for").isEqualTo("OPEN");
        purchases.foundOut();
        compare();
        assertThat(finding(Kind.UNKNOWN)).isEqualTo("ADOPTED");
    }

    private void unknown() {
        purchases.unknown("acme", Money.usd("0.10"), clock.instant());
        var order = TestPurchases.ORDER.value();
        findingsTable().seen(new Finding(ACME, Kind.UNKNOWN, order, null), clock.instant());
    }

    private void lists(@Nullable String cost, @Nullable String reference) {
        supply.held.add(
                new Held(
                        NUMBER,
                        new E164("+12025551001"),
                        "whatsapp",
                        "US",
                        cost == null ? null : Money.usd(cost),
                        clock.instant(),
                        reference));
    }

    /** A number of ours that is polled for longer than lists lag behind. */
    private void waitsFor(String cost) {
        purchases.unknown("acme", Money.usd(cost), clock.instant());
        polls.schedule()
                .begin(
                        OURS,
                        ACME,
                        clock.instant().minus(Duration.ofMinutes(3)),
                        "{\"upstreamId\":\"%s\"}".formatted(NUMBER));
    }

    private void compare() {
        var suppliers = new Suppliers(List.of(new Supplier(supply, null, new OpenLine())));
        var outcome =
                new Reconcile(
                                suppliers,
                                purchases.open(),
                                polls.schedule(),
                                log.commands(),
                                findingsTable(),
                                new Runs(sql),
                                properties(),
                                clock)
                        .perform(new Due(Reconcile.KIND, "acme", 1, ""));
        assertThat(outcome).isInstanceOf(Outcome.Again.class);
    }

    private Findings findingsTable() {
        return new Findings(sql, properties());
    }

    private ReconciliationProperties properties() {
        return new ReconciliationProperties(
                Duration.ofMinutes(1), STRAY_AFTER, returnStrays, new BigDecimal("5.00"));
    }

    /** The only one of its kind. */
    private String finding(Kind kind) {
        return Objects.requireNonNull(
                sql.sql("select outcome from reconciliation_finding where kind = ?")
                        .param(kind.name())
                        .query(String.class)
                        .single());
    }

    private Instant firstSeen() {
        return sql.sql("select first_seen from reconciliation_finding where kind = 'STRAY'")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private long findings() {
        return sql.sql("select count(*) from reconciliation_finding").query(Long.class).single();
    }

    private boolean goesBack() {
        return agenda.entry(TestPurchases.RETURN, "acme/" + NUMBER).isPresent();
    }
}
