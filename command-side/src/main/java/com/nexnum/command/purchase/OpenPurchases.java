package com.nexnum.command.purchase;

import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.purchase.UpstreamNumbers.Served;
import com.nexnum.command.supply.ActiveAnswer.Held;
import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What whoever compares our orders with a provider's list must know of purchases under way. */
@Component
public class OpenPurchases {

    private final JdbcClient sql;
    private final UpstreamNumbers numbers;
    private final Agenda agenda;
    private final Clock clock;

    OpenPurchases(JdbcClient sql, UpstreamNumbers numbers, Agenda agenda, Clock clock) {
        this.sql = sql;
        this.numbers = numbers;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** How a purchase with an unknown outcome ended. */
    public enum End {
        /** Its number was found and serves the order. */
        ADOPTED,
        /** No number was found; nothing was charged. */
        RELEASED
    }

    /**
     * Whether the number may be one that a purchase under way has bought. Ask this first and {@link
     * #isServing} second: a purchase is under way until its number serves it.
     */
    public boolean mayBeBuying(ProviderSlug provider, Held held) {
        var reference = held.reference();
        return reference != null ? isUnderWay(reference) : isAnyUnderWay(provider, held);
    }

    /** Whether the number serves an order, or did. */
    public boolean isServing(ProviderSlug provider, UpstreamId id) {
        return numbers.servedBy(provider, id).isPresent();
    }

    /** Gives the number back to its provider, as soon as the provider takes it. */
    public void giveBack(ProviderSlug provider, UpstreamId id) {
        ReturnUnwanted.put(agenda, new Served(provider, id), clock.instant());
    }

    /** What the number cost us; the most that it may cost, while the attempt is under way. */
    public Optional<Money> costOf(OrderId order) {
        return sql.sql(
                        """
                        select (details::jsonb -> 'cost' ->> 'micros')::bigint from agenda
                         where kind = :kind and subject = :order
                        union all
                        select (payload::jsonb -> 'cost' ->> 'micros')::bigint from domain_event_entry
                         where aggregate_identifier = :order and payload_type = :fulfilled
                        limit 1
                        """)
                .param("fulfilled", EventSerializer.nameOf(OrderFulfilled.class))
                .param("kind", FindOutSupply.KIND)
                .param("order", order.value())
                .query(Long.class)
                .optional()
                .map(micros -> new Money(Currency.USD, micros));
    }

    /** Empty while nobody knows yet. */
    public Optional<End> endOf(String order) {
        var id = new OrderId(order);
        if (agenda.stands(FindOutSupply.KIND, order)) {
            return Optional.empty();
        }
        return Optional.of(numbers.of(id).isPresent() ? End.ADOPTED : End.RELEASED);
    }

    /** References are an order and the number of the attempt: {@code ord_…-1}. */
    private boolean isUnderWay(String reference) {
        int end = reference.lastIndexOf('-');
        return end > 0 && agenda.stands(FindOutSupply.KIND, reference.substring(0, end));
    }

    /** What the list does not tell may be anything; what was there before was not bought since. */
    private boolean isAnyUnderWay(ProviderSlug provider, Held held) {
        var service = held.service();
        var country = held.country();
        var boughtAt = held.boughtAt();
        return sql.sql(
                        """
                        select exists (select from agenda
                         where kind = :kind and details::jsonb ->> 'offerId' like :offers
                           and (details::jsonb ->> 'since')::timestamptz <= :bought)
                        """)
                .param("kind", FindOutSupply.KIND)
                .param(
                        "bought",
                        Timestamp.from(
                                boughtAt == null
                                        ? clock.instant().plus(Likeness.CLOCK_SKEW)
                                        : boughtAt.plus(Likeness.CLOCK_SKEW)))
                .param(
                        "offers",
                        "offer-%s-%s-%s"
                                .formatted(
                                        provider,
                                        service == null ? "%" : service,
                                        country == null ? "%" : country))
                .query(Boolean.class)
                .single();
    }
}
