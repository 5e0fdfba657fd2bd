package com.nexnum.query.orders;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.orders.OrderView.AttemptView;
import com.nexnum.query.orders.OrderView.RefundView;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.Moment;
import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads orders with their attempts, newest first. */
@Component
class Orders {

    private final JdbcClient sql;

    Orders(JdbcClient sql) {
        this.sql = sql;
    }

    /** Empty when there is none, or when it is somebody else's. */
    Optional<OrderView> find(CustomerId customer, OrderId id) {
        return sql.sql("select * from orders where order_id = :id and customer_id = :customer")
                .param("id", id.value())
                .param("customer", customer.value())
                .query((row, i) -> view(row))
                .optional()
                .map(order -> withAttempts(List.of(order)).getFirst());
    }

    /** The sequence of the last event seen, or {@link Freshness#NOTHING}. */
    long sequence(OrderId order) {
        return sql.sql("select sequence from orders where order_id = :order")
                .param("order", order.value())
                .query(Long.class)
                .optional()
                .orElse(Freshness.NOTHING);
    }

    Page<OrderView> of(CustomerId customer, PageQuery query) {
        var before = Moment.before(query);
        var rows =
                sql.sql(
                                """
                                select * from orders
                                 where customer_id = :customer and (placed_at, order_id) < (:at, :id)
                                 order by placed_at desc, order_id desc limit :rows
                                """)
                        .param("customer", customer.value())
                        .param("at", SqlInstant.of(before.at()))
                        .param("id", before.id())
                        .param("rows", query.fetch())
                        .query((row, i) -> view(row))
                        .list();
        return Page.of(
                withAttempts(rows),
                query,
                order -> new Moment(order.createdAt(), order.id()).cursor());
    }

    private List<OrderView> withAttempts(List<OrderView> orders) {
        if (orders.isEmpty()) {
            return orders;
        }
        Map<String, List<Attempt>> attempts =
                sql
                        .sql(
                                """
                                select * from orders_attempt where order_id in (:orders)
                                 order by order_id, attempt
                                """)
                        .param("orders", orders.stream().map(OrderView::id).toList())
                        .query((row, i) -> attempt(row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Attempt::order));
        return orders.stream()
                .map(order ->
                        order.with(
                                attempts.getOrDefault(order.id(), List.of()).stream()
                                        .map(Attempt::view)
                                        .toList()))
                .toList();
    }

    private record Attempt(String order, AttemptView view) {}

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getString("order_id"),
                new AttemptView(
                        row.getInt("attempt"),
                        row.getString("provider"),
                        AttemptOutcome.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        SqlInstant.maybeFrom(row, "asked_at")));
    }

    private static OrderView view(ResultSet row) throws SQLException {
        return new OrderView(
                row.getString("order_id"),
                row.getString("activation_id"),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("service"),
                row.getString("country"),
                new Amount(Money.decimal(row.getLong("price")), row.getString("currency")),
                SqlInstant.from(row, "placed_at"),
                SqlInstant.maybeFrom(row, "ended_at"),
                List.of(),
                row.getString("failure_reason"),
                refund(row));
    }

    private static @Nullable RefundView refund(ResultSet row) throws SQLException {
        var reason = row.getString("refund_reason");
        return reason == null
                ? null
                : new RefundView(
                        new Amount(
                                Money.decimal(row.getLong("refunded")), row.getString("currency")),
                        reason);
    }
}
