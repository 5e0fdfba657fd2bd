package com.nexnum.query.ledger.drill;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Problem;
import com.nexnum.query.ledger.Entries;
import com.nexnum.query.ledger.drill.EntryDetail.Order;
import com.nexnum.query.ledger.drill.EntryDetail.Purchase;
import com.nexnum.query.ledger.drill.EntryDetail.StoredEvent;
import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows one journal entry to its causes. */
@Component
class EntryDetails {

    private static final String REQUEST = "requestId";

    private final JdbcClient sql;
    private final Entries entries;

    EntryDetails(JdbcClient sql, Entries entries) {
        this.sql = sql;
        this.entries = entries;
    }

    /**
     * @param entry its id, or its number
     * @throws com.nexnum.platform.web.ProblemException 404 ENTRY_NOT_FOUND
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public EntryDetail of(String entry) {
        var found =
                entries.find(entry)
                        .orElseThrow(() ->
                                Problem.of(404, "ENTRY_NOT_FOUND", "The journal has no such entry.")
                                        .with("entry", entry)
                                        .raised());
        var event = event(found.position());
        var orderId = found.reference().startsWith("ord_") ? found.reference() : null;
        return new EntryDetail(
                found,
                event,
                text(JsonMapper.shared().readTree(event.metaData()), REQUEST),
                orderId == null ? null : order(orderId).orElse(null),
                orderId == null ? null : purchase(orderId).orElse(null));
    }

    private StoredEvent event(long position) {
        return sql.sql("select * from domain_event_entry where global_index = ?")
                .param(position)
                .query((row, _) ->
                        new StoredEvent(
                                position,
                                row.getString("event_identifier"),
                                row.getString("payload_type"),
                                row.getString("payload_revision"),
                                row.getString("aggregate_identifier"),
                                row.getLong("sequence_number"),
                                row.getString("time_stamp"),
                                row.getString("payload"),
                                row.getString("meta_data")))
                .single();
    }

    private Optional<Order> order(String orderId) {
        return sql.sql(
                        """
                        select o.*, (select meta_data from domain_event_entry
                                      where aggregate_identifier = o.order_id and sequence_number = 0) as origin
                          from orders o where order_id = ?
                        """)
                .param(orderId)
                .query((row, _) -> order(row))
                .optional();
    }

    private static Order order(ResultSet row) throws SQLException {
        var origin = row.getString("origin");
        return new Order(
                row.getString("order_id"),
                row.getString("activation_id"),
                row.getString("customer_id"),
                row.getString("status"),
                row.getString("service"),
                row.getString("country"),
                new Amount(Money.decimal(row.getLong("price")), row.getString("currency")),
                SqlInstant.from(row, "placed_at"),
                origin == null ? null : text(JsonMapper.shared().readTree(origin), REQUEST));
    }

    private Optional<Purchase> purchase(String orderId) {
        return sql.sql(
                        """
                        select payload from domain_event_entry
                         where aggregate_identifier = ? and payload_type = 'purchase.order-fulfilled'
                         order by sequence_number desc limit 1
                        """)
                .param(orderId)
                .query((row, _) -> purchase(JsonMapper.shared().readTree(row.getString(1))))
                .optional();
    }

    private static Purchase purchase(JsonNode fulfilled) {
        var cost = fulfilled.path("cost");
        return new Purchase(
                fulfilled.path("provider").asString(),
                fulfilled.path("upstreamId").asString(),
                new Amount(
                        Money.decimal(cost.path("micros").asLong()),
                        cost.path("currency").asString()));
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.path(field).isString() ? json.path(field).asString() : null;
    }
}
