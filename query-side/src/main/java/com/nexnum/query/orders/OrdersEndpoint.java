package com.nexnum.query.orders;

import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Problem;
import com.nexnum.query.platform.Freshness;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The caller's receipts. */
@RestController
class OrdersEndpoint {

    private static final Pattern ID = Pattern.compile("ord_[0-9a-z]{6,36}");

    private final Orders orders;
    private final Freshness freshness;

    OrdersEndpoint(Orders orders, Freshness freshness) {
        this.orders = orders;
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/orders")
    Page<OrderView> orders(Caller caller, PageQuery query) {
        return orders.of(caller.customerId(), query);
    }

    @GetMapping("/api/v1/orders/{id}")
    OrderView order(Caller caller, @PathVariable String id) {
        if (!ID.matcher(id).matches()) {
            throw notFound();
        }
        var order = new OrderId(id);
        freshness.await("orders", id, () -> orders.sequence(order));
        return orders.find(caller.customerId(), order).orElseThrow(OrdersEndpoint::notFound);
    }

    private static RuntimeException notFound() {
        return Problem.of(404, "ORDER_NOT_FOUND", "There is no such order").raised();
    }
}
