package com.nexnum.query.stream;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.balance.RunningBalance;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.ReadableTexts;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers "what happens to this customer, in order?". */
@Component
@ProcessingGroup("feed")
class FeedProjection {

    private final Feed feed;
    private final StatusNews statuses;
    private final RunningBalance balances;
    private final ReadableTexts texts;
    private final Changes changes;

    FeedProjection(JdbcClient sql, Feed feed, ReadableTexts texts, Changes changes) {
        this.feed = feed;
        this.statuses = new StatusNews(feed, texts);
        this.balances = new RunningBalance(sql, "feed_wallet");
        this.texts = texts;
        this.changes = changes;
    }

    @EventHandler
    void on(ActivationEvent event, @MessageIdentifier String eventId) {
        statuses.tell(event, eventId);
        changes.announce(Feed.topic(event.customerId()));
    }

    @EventHandler
    void on(WalletEvent event, @SequenceNumber long sequence, @MessageIdentifier String eventId) {
        var customer = event.walletId().customer();
        balances.apply(event, sequence)
                .ifPresent(after -> feed.add(eventId, customer, "balance", news(after)));
        changes.announce(Feed.topic(customer));
    }

    @EventHandler
    void on(PersonalDataErased erased) {
        texts.beginErasure(erased.customerId());
        feed.erase(erased.customerId());
    }

    @ResetHandler
    void reset() {
        feed.clear();
    }

    private static Map<String, String> news(RunningBalance.Balance after) {
        return Map.of(
                "currency", after.currency().name(),
                "available", Money.decimal(after.available()),
                "held", Money.decimal(after.held()));
    }
}
