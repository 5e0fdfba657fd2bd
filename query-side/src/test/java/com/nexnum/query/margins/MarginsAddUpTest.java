package com.nexnum.query.margins;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.ledger.TestLedger;
import com.nexnum.query.margins.Margins.By;
import com.nexnum.query.orders.TestOrders;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However margins are told, and for whatever period: they are the ledger's revenue, exactly. */
class MarginsAddUpTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private final ReadModels models = new ReadModels();
    private final Margins margins = new Margins(models.sql);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void margins_are_revenue_whatever_happened(long seed) {
        RandomHistory.into(models.history, seed);
        takeIn();
        var events = models.history.events();
        var random = new SplittableRandom(seed);
        var cut = BEGIN.plusSeconds(random.nextLong(events.size()));
        for (var by : By.values()) {
            var all = margins.of(by, null, null);
            assertThat(all.agrees()).isTrue();
            assertThat(sum(all)).isEqualTo(earned()).isEqualTo(posted());
            var before = margins.of(by, null, cut);
            var after = margins.of(by, cut, null);
            assertThat(before.agrees() && after.agrees()).isTrue();
            assertThat(Math.addExact(sum(before), sum(after))).isEqualTo(sum(all));
            assertThat(all.items()).allSatisfy(MarginsAddUpTest::addsUp);
        }
    }

    @Test
    void an_entry_whose_order_is_not_known_counts_still() {
        RandomHistory.into(models.history, 3);
        takeIn();
        models.sql.sql("delete from orders").update();
        var report = margins.of(By.COUNTRY, null, null);
        assertThat(report.items()).extracting(MarginView::key).containsOnly("unknown");
        assertThat(report.agrees()).isTrue();
        assertThat(sum(report)).isEqualTo(earned());
    }

    @Test
    void a_period_without_sales_has_no_margins() {
        RandomHistory.into(models.history, 4);
        takeIn();
        var report = margins.of(By.SERVICE, null, BEGIN.minusSeconds(1));
        assertThat(report.items()).isEmpty();
        assertThat(report.totals()).isEqualTo(List.of());
        assertThat(report.agrees()).isTrue();
    }

    private static void addsUp(MarginView view) {
        assertThat(micros(view.margin().amount()))
                .isEqualTo(
                        micros(view.charged().amount())
                                - micros(view.givenBack().amount())
                                - micros(view.cost().amount())
                                + micros(view.credited().amount()));
    }

    private static long sum(MarginReport report) {
        return report.items().stream().mapToLong(item -> micros(item.margin().amount())).sum();
    }

    /** By the events alone. */
    private long earned() {
        return models.history.events().stream()
                .mapToLong(event ->
                        switch (event.getPayload()) {
                            case HoldCaptured e -> left(e.amount(), e.supplierCost());
                            case ChargeRefunded e -> -left(e.amount(), e.supplierCredit());
                            default -> 0;
                        })
                .sum();
    }

    private long posted() {
        @Nullable Long total =
                models.sql
                        .sql(
                                "select sum(amount)::bigint from ledger_posting where account = 'revenue'")
                        .query(Long.class)
                        .single();
        return total == null ? 0 : total;
    }

    private static long left(Money amount, Money cost) {
        return amount.micros() - cost.micros();
    }

    private static long micros(String decimal) {
        return new BigDecimal(decimal).movePointRight(6).longValueExact();
    }

    private void takeIn() {
        TestLedger.takeIn(models);
        TestOrders.takeIn(models);
    }
}
