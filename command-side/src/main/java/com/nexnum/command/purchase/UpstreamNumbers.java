package com.nexnum.command.purchase;

import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which number of a provider serves which order; a number that serves one serves no other. */
@Component
public class UpstreamNumbers {

    private final JdbcClient sql;

    UpstreamNumbers(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<OrderId> servedBy(ProviderSlug provider, UpstreamId id) {
        return sql.sql(
                        """
                        select order_id from upstream_number
                         where provider = :provider and upstream_id = :id
                        """)
                .param("provider", provider.value())
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(OrderId::new);
    }

    /** A number as its provider knows it. */
    record Served(ProviderSlug provider, UpstreamId id) {}

    /** The number that serves the order. */
    Optional<Served> of(OrderId order) {
        return sql.sql("select provider, upstream_id from upstream_number where order_id = :order")
                .param("order", order.value())
                .query((row, _) ->
                        new Served(
                                new ProviderSlug(row.getString(1)),
                                new UpstreamId(row.getString(2))))
                .optional();
    }

    /**
     * Within the transaction of the event.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the number serves another order
     */
    void claim(OrderFulfilled sold) {
        sql.sql(
                        """
                        insert into upstream_number (provider, upstream_id, order_id)
                        values (:provider, :id, :order)
                        """)
                .param("provider", sold.provider().value())
                .param("id", sold.upstreamId().value())
                .param("order", sold.orderId().value())
                .update();
    }
}
