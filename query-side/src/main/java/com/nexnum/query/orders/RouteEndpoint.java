package com.nexnum.query.orders;

import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.platform.web.Problem;
import com.nexnum.query.orders.OrderView.AttemptView;
import com.nexnum.query.platform.Freshness;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells customer support why an order was bought where it was bought. The decision is read from the
 * first event of the order's activation: a table of them would be written with every purchase, and
 * be read hardly ever.
 */
@RestController
class RouteEndpoint {

    private static final Pattern ID = Pattern.compile("ord_[0-9a-z]{6,36}");

    private final EventStore events;
    private final Orders orders;
    private final Freshness freshness;

    RouteEndpoint(EventStore events, Orders orders, Freshness freshness) {
        this.events = events;
        this.orders = orders;
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/admin/orders/{id}/route")
    RouteView route(@PathVariable String id) {
        if (!ID.matcher(id).matches()) {
            throw notFound();
        }
        var order = new OrderId(id);
        var first = first(order.activation()).orElseThrow(RouteEndpoint::notFound);
        var request = (ActivationRequested) first.getPayload();
        return RouteView.of(request, first.getTimestamp(), attempts(request, order));
    }

    /** None for an order that failed before it was placed. */
    private List<AttemptView> attempts(ActivationRequested request, OrderId order) {
        freshness.await("orders", order.value(), () -> orders.sequence(order));
        return orders.find(request.customerId(), order).map(OrderView::attempts).orElse(List.of());
    }

    private Optional<DomainEventMessage<?>> first(ActivationId activation) {
        var stream = events.readEvents(activation.value(), 0);
        return stream.hasNext() ? Optional.of(stream.next()) : Optional.empty();
    }

    private static RuntimeException notFound() {
        return Problem.of(404, "ORDER_NOT_FOUND", "There is no such order").raised();
    }
}
