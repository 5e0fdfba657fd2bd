package com.nexnum.command.purchase;

import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.purchase.OrderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The attempts whose outcome is not written down: each stands on the agenda to be found out. */
@Component
class OpenAttempts {

    private final JdbcClient sql;

    OpenAttempts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether a provider is being asked now for a number of that offer, by another order. */
    boolean anyOtherAsking(OfferId offer, OrderId order) {
        return sql.sql(
                        """
                        select exists (select from agenda
                         where kind = :kind and subject <> :order and details::jsonb ->> 'offerId' = :offer)
                        """)
                .param("kind", BuyNumber.KIND)
                .param("order", order.value())
                .param("offer", offer.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody is buying from that offer now. */
    boolean anyAt(OfferId offer) {
        return sql.sql(
                        """
                        select exists (select from agenda
                         where kind = :kind and details::jsonb ->> 'offerId' = :offer)
                        """)
                .param("kind", FindOutSupply.KIND)
                .param("offer", offer.value())
                .query(Boolean.class)
                .single();
    }
}
