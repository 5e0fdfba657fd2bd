package com.nexnum.query.stream;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.balance.RunningBalance;
import com.nexnum.query.balance.WalletRow;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What happens to each customer, in order. */
@Component
class FeedModel implements ReadModel {

    static final Table<FeedRow> FEED = Table.logOnce("feed", FeedRow.class, "position");
    static final Table<FeedNumberRow> TOLD_OF_SMS =
            Table.keyed("feed_number", FeedNumberRow.class, "activation_id");

    private static final String EMPTIED =
            """
            data = data
                || case when jsonb_exists(data, 'text') then '{"code": null, "text": null}' else '{}' end::jsonb
                || case when jsonb_exists(data, 'phoneNumber') then '{"phoneNumber": null}' else '{}' end::jsonb
            """;

    private final RunningBalance balances = new RunningBalance("feed_wallet");

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FEED, balances.table(), TOLD_OF_SMS);
    }

    @Override
    public List<Class<?>> events() {
        return List.of(ActivationEvent.class, WalletEvent.class, PersonalDataErased.class);
    }

    @Override
    public void fold(Recorded recorded, Rows rows) {
        switch (recorded.payload()) {
            case ActivationEvent event -> StatusNews.tell(event, recorded, rows);
            case WalletEvent event ->
                    balances.apply(event, recorded, rows)
                            .ifPresent(after -> rows.append(FEED, news(event, after, recorded)));
            case PersonalDataErased erased -> rows.erase(FEED, erased.customerId(), EMPTIED);
            default -> throw new IllegalArgumentException("No event of the feed");
        }
    }

    @Override
    public void foresee(Recorded recorded, Foreseen rows) {
        switch (recorded.payload()) {
            case WalletEvent event -> balances.foresee(event, rows);
            case SmsReceived event -> rows.row(TOLD_OF_SMS, event.activationId().value());
            case CancellationRefused event -> rows.row(TOLD_OF_SMS, event.activationId().value());
            default -> {}
        }
    }

    private static FeedRow news(WalletEvent event, WalletRow after, Recorded recorded) {
        return FeedRow.of(
                recorded,
                event.walletId().customer(),
                "balance",
                Map.of(
                        "currency", after.currency().name(),
                        "available", Money.decimal(after.available()),
                        "held", Money.decimal(after.held())));
    }
}
