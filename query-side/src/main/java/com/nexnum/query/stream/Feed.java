package com.nexnum.query.stream;

import com.nexnum.kernel.identity.CustomerId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table of what customers are told. */
@Component
class Feed {

    static final int PAGE = 1000;

    private final JdbcClient sql;

    Feed(JdbcClient sql) {
        this.sql = sql;
    }

    /** Where the topic of a customer's feed is announced. */
    static String topic(CustomerId customer) {
        return "feed:" + customer;
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
}
