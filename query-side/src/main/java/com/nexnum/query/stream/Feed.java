package com.nexnum.query.stream;

import com.nexnum.kernel.identity.CustomerId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of what customers are told. */
@Component
class Feed {

    static final int PAGE = 1000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    Feed(JdbcClient sql) {
        this.sql = sql;
    }

    /** Where the topic of a customer's feed is announced. */
    static String topic(CustomerId customer) {
        return "feed:" + customer;
    }

    /**
     * Asks the event store for the position: the tracking token of an event that came late, out of
     * a gap, has the position of a later one.
     */
    void add(
            String eventId,
            CustomerId customer,
            String type,
            Map<String, ? extends @Nullable Object> data) {
        sql.sql(
                        """
                        insert into feed (position, customer_id, type, data)
                        values ((select global_index from domain_event_entry where event_identifier = :event),
                                :customer, :type, :data::jsonb)
                        on conflict do nothing
                        """)
                .param("event", eventId)
                .param("customer", customer.value())
                .param("type", type)
                .param("data", JSON.writeValueAsString(data))
                .update();
    }

    /** At most {@link #PAGE}, oldest first. */
    List<FeedEvent> after(CustomerId customer, long position) {
        return sql.sql(
                        """
                        select position, type, data::text as data from feed
                         where customer_id = :customer and position > :position
                         order by position limit :page
                        """)
                .param("customer", customer.value())
                .param("position", position)
                .param("page", PAGE)
                .query((row, i) ->
                        new FeedEvent(
                                row.getLong("position"),
                                row.getString("type"),
                                row.getString("data")))
                .list();
    }

    /** The position of the newest event; 0 when there is none. */
    long head(CustomerId customer) {
        return sql.sql("select coalesce(max(position), 0) from feed where customer_id = :customer")
                .param("customer", customer.value())
                .query(Long.class)
                .single();
    }

    boolean toldOfSms(CustomerId customer, String numberId) {
        return sql.sql(
                        """
                        select exists (select 1 from feed
                         where customer_id = :customer and type = 'sms' and data ->> 'numberId' = :number)
                        """)
                .param("customer", customer.value())
                .param("number", numberId)
                .query(Boolean.class)
                .single();
    }

    /** Empties what is readable. */
    void erase(CustomerId customer) {
        sql.sql(
                        """
                        update feed set data = data
                               || case when jsonb_exists(data, 'text') then '{"code": null, "text": null}' else '{}' end::jsonb
                               || case when jsonb_exists(data, 'phoneNumber') then '{"phoneNumber": null}' else '{}' end::jsonb
                         where customer_id = :customer and type in ('sms', 'status')
                        """)
                .param("customer", customer.value())
                .update();
    }

    void clear() {
        sql.sql("truncate feed, feed_wallet").update();
    }
}
