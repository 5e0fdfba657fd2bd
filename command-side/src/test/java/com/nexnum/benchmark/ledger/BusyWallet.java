package com.nexnum.benchmark.ledger;

import com.nexnum.benchmark.rebuild.GeneratedHistory;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.database.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One customer who deposits and buys without end, as a reseller does, and some hundred others who
 * do so now and then. Every event moves money, but for the first of each wallet.
 */
final class BusyWallet {

    static final CustomerId RESELLER = new CustomerId("cus_reseller00000000000000000000");
    private static final int OTHERS = 500;
    private static final ProviderSlug[] PROVIDERS = {
        new ProviderSlug("sandbox"), new ProviderSlug("other"), new ProviderSlug("third")
    };

    private final GeneratedHistory history;
    private long entries;

    private BusyWallet(GeneratedHistory history) {
        this.history = history;
    }

    /** Writes events until the reseller's wallet has so many entries; the others have a tenth. */
    static void write(TestDatabase database, int entries) throws SQLException, IOException {
        try (var connection = database.dataSource().getConnection();
                var history = new GeneratedHistory(connection, 0)) {
            var shop = new BusyWallet(history);
            shop.open(RESELLER);
            for (int n = 0; n < OTHERS; n++) {
                shop.open(other(n));
            }
            while (shop.entries < entries) {
                shop.round(RESELLER, shop.entries);
                shop.entries += 3;
                if (shop.entries % 30 == 0) {
                    shop.round(other((int) (shop.entries / 30 % OTHERS)), shop.entries);
                }
            }
        }
        standAtTheHead(JdbcClient.create(database.dataSource()));
    }

    private void open(CustomerId customer) throws SQLException {
        history.add(
                new WalletOpened(
                        WalletId.of(customer), new OperationId("open"), customer, Currency.USD));
    }

    private void round(CustomerId customer, long n) throws SQLException {
        var wallet = WalletId.of(customer);
        var hold = new HoldId("hold_01jq%022d".formatted(n));
        var price = Money.usd("0.15");
        history.add(
                new FundsDeposited(wallet, new OperationId("deposit:dep_" + n), price, "sandbox"));
        history.add(new FundsHeld(wallet, new OperationId("hold:ord_" + n), hold, price));
        history.add(
                new HoldCaptured(
                        wallet,
                        new OperationId("capture:ord_" + n),
                        hold,
                        price,
                        PROVIDERS[(int) (n % PROVIDERS.length)],
                        Money.usd("0.12")));
    }

    private static CustomerId other(int n) {
        return new CustomerId("cus_other%022d".formatted(n));
    }

    /** Read models are built by their rebuild; nothing reads the same events beside it. */
    private static void standAtTheHead(JdbcClient sql) {
        sql.sql(
                        """
                        insert into token_entry (processor_name, segment, token, token_type, timestamp)
                        select name, segment, convert_to('{"index":' || head || ',"gaps":[]}', 'UTF8'),
                               'org.axonframework.eventhandling.GapAwareTrackingToken', '2026-03-01T10:00:00Z'
                          from unnest(array['activations', 'activenumbers', 'balance', 'feed', 'ledger', 'orders', 'pricing']) name,
                               generate_series(0, 1) segment, (select max(global_index) as head from domain_event_entry) head
                        """)
                .update();
    }
}
