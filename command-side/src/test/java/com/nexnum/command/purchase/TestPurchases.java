package com.nexnum.command.purchase;

import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.platform.agenda.TestAgenda;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.purchase.OrderId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Purchases under way on a test's database; those of {@link PurchaseStory}'s first order. */
public final class TestPurchases {

    public static final OrderId ORDER = PurchaseStory.ORDER;
    public static final String RETURN = ReturnUnwanted.KIND;
    private final TestAgenda agenda;
    private final OpenPurchases open;

    public TestPurchases(JdbcClient sql, Clock clock) {
        this.agenda = new TestAgenda(sql);
        this.open = new OpenPurchases(sql, new UpstreamNumbers(sql), agenda.agenda(), clock);
    }

    public OpenPurchases open() {
        return open;
    }

    /** The order's first attempt is not found out yet. */
    public void unknown(String provider, Money cost, Instant since) {
        var attempt =
                new Attempt(
                        ORDER,
                        PurchaseStory.CUSTOMER,
                        1,
                        PurchaseStory.offer(provider),
                        cost,
                        since,
                        since,
                        null);
        agenda.agenda().put(FindOutSupply.KIND, ORDER.value(), since, Details.write(attempt));
    }

    public void foundOut() {
        agenda.agenda().strike(FindOutSupply.KIND, ORDER.value());
    }
}
