package com.nexnum.query.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.history.Wallets;
import com.nexnum.query.ledger.TestLedger;
import com.nexnum.query.orders.TestOrders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever gateways settled and customers paid in: each payment is told once, and told right. */
class SettlementDifferencesTest {

    private static final CustomerId ANNA = new CustomerId("cus_annaaa");
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final PageQuery FIRST = new PageQuery(100, null);

    private final ReadModels models = new ReadModels();
    private final SettlementDifferences differences = new SettlementDifferences(models.sql);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void every_payment_is_told_once_and_by_what_it_is(long seed) {
        var random = new SplittableRandom(seed);
        var expected = new TreeSet<String>();
        models.history.add(Wallets.opened(ANNA));
        settle("other", "elsewhere", "1", 5);
        expected.add("NOT_CREDITED other elsewhere");
        for (int number = 0; number < 40; number++) {
            var reference = "pay_%02d".formatted(number);
            var amount = 1 + random.nextLong(1_000_000);
            boolean credited = random.nextInt(4) > 0;
            boolean settled = random.nextInt(4) > 0;
            boolean differs = random.nextInt(4) == 0;
            if (credited) {
                credit("dep_seed%02d".formatted(number), reference, amount, random.nextBoolean());
            }
            var known =
                    credited && !named("dep_seed%02d".formatted(number))
                            ? "dep_seed%02d".formatted(number)
                            : reference;
            if (settled) {
                settle("sandbox", known, "line" + number, differs ? amount + 1 : amount);
            }
            if (credited || settled) {
                expected.add(kind(credited, settled, differs) + " sandbox " + known);
            }
        }
        takeIn();
        assertThat(told(Comparison.DEPOSITS)).isEqualTo(new ArrayList<>(expected));
        sumsAreWhatEachSideHas();
    }

    private static String kind(boolean credited, boolean settled, boolean differs) {
        if (!credited) {
            return "NOT_CREDITED";
        }
        if (!settled) {
            return "NOT_SETTLED";
        }
        return differs ? "AMOUNT_DIFFERS" : "MATCHED";
    }

    @Test
    void another_currency_is_another_amount() {
        models.history.add(Wallets.opened(ANNA));
        credit("dep_000001", "pay_1", 5, true);
        statement("sandbox");
        models.sql
                .sql(
                        "insert into settlement_line values ('sandbox', '1', 's', 1, 'pay_1', 'EUR', 5, date '2026-03-01')")
                .update();
        takeIn();
        assertThat(told(Comparison.DEPOSITS)).containsExactly("AMOUNT_DIFFERS sandbox pay_1");
    }

    @Test
    void the_oldest_come_first_with_their_age_and_a_list_goes_on() {
        models.history.add(Wallets.opened(ANNA));
        credit("dep_000001", "pay_1", 5, true);
        credit("dep_000002", "pay_2", 5, true);
        takeIn();
        var one = new PageQuery(1, null);
        var first = differences.list(Comparison.DEPOSITS, null, null, NOW, one);
        assertThat(first.items()).extracting(DifferenceView::reference).containsExactly("pay_1");
        assertThat(first.items().getFirst().ageDays()).isEqualTo(19);
        var rest =
                differences.list(
                        Comparison.DEPOSITS,
                        null,
                        null,
                        NOW,
                        new PageQuery(
                                1, Cursor.decode(Objects.requireNonNull(first.nextCursor()))));
        assertThat(rest.items()).extracting(DifferenceView::reference).containsExactly("pay_2");
        assertThat(rest.nextCursor()).isNull();
        assertThat(differences.summary(Comparison.DEPOSITS, NOW))
                .singleElement()
                .satisfies(all -> {
                    assertThat(all.ageDays()).isEqualTo("8-30");
                    assertThat(all.count()).isEqualTo(2);
                    assertThat(all.ours()).isEqualTo(new Amount("0.00001", "USD"));
                    assertThat(all.theirs()).isNull();
                });
        assertThat(differences.list(Comparison.DEPOSITS, null, "other", NOW, FIRST).items())
                .isEmpty();
    }

    @Test
    void a_charge_is_compared_with_what_the_number_cost() {
        models.history.add(Wallets.opened(ANNA));
        models.history.add(Wallets.deposited(ANNA, "10"));
        bought("charged1", "0.10");
        bought("costless", "0.00");
        bought("givenback", "0.10").cancelling().cancelled();
        started("unknown01", "0.10").unknown();
        var unposted = bought("unposted1", "0.10");
        takeIn();
        models.sql
                .sql("delete from ledger_entry where type = 'PURCHASE' and hold_id = ?")
                .param(unposted.order.hold().value())
                .update();
        models.sql
                .sql(
                        """
                        insert into reconciliation_finding
                               (provider, kind, subject, amount, needs_review, outcome, first_seen, last_seen)
                        values ('sandbox', 'STRAY', '4711', 50000, false, 'KEPT', now(), now()),
                               ('sandbox', 'STRAY', '4712', 50000, false, 'RETURNED', now(), now())
                        """)
                .update();
        assertThat(told(Comparison.CHARGES))
                .containsExactly(
                        "CHARGE_WITHOUT_COST sandbox ord_costless",
                        "COST_UNKNOWN sandbox ord_unknown01",
                        "MATCHED sandbox ord_charged1",
                        "MATCHED sandbox ord_givenback",
                        "ORDER_NOT_CHARGED sandbox ord_unposted1",
                        "STRAY_NUMBER sandbox 4711");
    }

    @Test
    void money_that_a_provider_kept_after_a_refund_is_a_cost_without_a_charge() {
        models.history.add(Wallets.opened(ANNA));
        models.history.add(Wallets.deposited(ANNA, "10"));
        bought("givenback", "0.10").cancelling().cancelled();
        takeIn();
        // The provider gave 0.04 of it back.
        models.sql.sql("alter table ledger_posting disable trigger every_entry_balances").update();
        models.sql
                .sql(
                        "update ledger_posting set amount = -40000 where account like 'supplier:%' and amount < 0")
                .update();
        var found = differences.list(Comparison.CHARGES, null, null, NOW, FIRST).items();
        assertThat(found)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.kind()).isEqualTo("COST_WITHOUT_CHARGE");
                    assertThat(each.ours()).isEqualTo(new Amount("0.00", "USD"));
                    assertThat(each.theirs()).isEqualTo(new Amount("0.06", "USD"));
                });
        models.sql.sql("alter table ledger_posting enable trigger every_entry_balances").update();
    }

    private Purchase started(String name, String cost) {
        return new Purchase(models.history, ANNA, name, Money.usd("0.15"), Money.usd(cost))
                .requested()
                .placed()
                .asked();
    }

    private Purchase bought(String name, String cost) {
        return started(name, cost).assigned("+12025550100");
    }

    /**
     * @param named whether the gateway has a name of its own for the payment
     */
    private void credit(String deposit, String reference, long micros, boolean named) {
        models.sql
                .sql(
                        """
                        insert into deposit values (:id, :customer, :micros, 'USD', 'sandbox', 'CONFIRMED',
                               now(), now(), :reference)
                        """)
                .param("id", deposit)
                .param("customer", ANNA.value())
                .param("micros", micros)
                .param("reference", named ? reference : null)
                .update();
        models.history.add(
                new FundsDeposited(
                        WalletId.of(ANNA),
                        new OperationId("deposit:" + deposit),
                        new Money(Currency.USD, micros),
                        "sandbox"));
    }

    private boolean named(String deposit) {
        return models.sql
                .sql("select payment_reference is not null from deposit where id = ?")
                .param(deposit)
                .query(Boolean.class)
                .single();
    }

    private void settle(String gateway, String reference, String line, long micros) {
        statement(gateway);
        models.sql
                .sql(
                        "insert into settlement_line values (?, ?, 's', 1, ?, 'USD', ?, date '2026-03-01')")
                .params(gateway, line, reference, micros)
                .update();
    }

    private void statement(String gateway) {
        models.sql
                .sql(
                        """
                        insert into settlement_statement values (?, 's', '', 1, 'cus_ada001', now())
                        on conflict do nothing
                        """)
                .param(gateway)
                .update();
    }

    private List<String> told(Comparison comparison) {
        var all = new ArrayList<>(differences.list(comparison, null, null, NOW, FIRST).items());
        all.addAll(differences.list(comparison, "MATCHED", null, NOW, FIRST).items());
        return all.stream()
                .map(each -> each.kind() + " " + each.party() + " " + each.reference())
                .sorted()
                .toList();
    }

    private void sumsAreWhatEachSideHas() {
        var ours = new TreeMap<String, Long>();
        var theirs = new TreeMap<String, Long>();
        for (var part : differences.summary(Comparison.DEPOSITS, NOW)) {
            if (part.ours() != null) {
                ours.merge("USD", micros(part.ours().amount()), Long::sum);
            }
            if (part.theirs() != null) {
                theirs.merge("USD", micros(part.theirs().amount()), Long::sum);
            }
        }
        assertThat(ours.getOrDefault("USD", 0L))
                .isEqualTo(sum("-sum(amount) from ledger_posting where account like 'gateway:%'"));
        assertThat(theirs.getOrDefault("USD", 0L))
                .isEqualTo(sum("sum(amount) from settlement_line"));
    }

    private long sum(String what) {
        return models.sql.sql("select " + what).query(Long.class).single();
    }

    private static long micros(String decimal) {
        return Money.usd(decimal).micros();
    }

    private void takeIn() {
        TestLedger.takeIn(models);
        TestOrders.takeIn(models);
    }
}
