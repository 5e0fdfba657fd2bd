package com.nexnum.command.purchase;

import com.nexnum.command.purchase.PurchaseEndpoint.PurchaseRequest;
import com.nexnum.command.routing.Router;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators who would get a purchase now, and why; buys nothing. */
@RestController
class SimulateRouteEndpoint {

    private final Router router;
    private final Clock clock;

    SimulateRouteEndpoint(Router router, Clock clock) {
        this.router = router;
        this.clock = clock;
    }

    /** 400 and 404 as for a purchase; one that would be refused is 200, with the code. */
    @PostMapping("/api/v1/admin/routing/simulate")
    SimulatedRoute simulate(@RequestBody SimulationRequest body) {
        var wish = PurchaseWish.of(body.purchase());
        var asked = wish.route(body.seed() == null ? clock.millis() : body.seed());
        var shares = router.shares(asked, SimulatedRoute.CUSTOMERS);
        return SimulatedRoute.of(wish, router.route(asked), shares);
    }

    /**
     * As a purchase is asked for.
     *
     * @param seed the same seed gives the same answer, as long as prices and outcomes stay; absent
     *     for any
     */
    record SimulationRequest(
            @Nullable String service,
            @Nullable String country,
            @Nullable String maxPrice,
            @Nullable String provider,
            @Nullable String sort,
            @Nullable Long seed) {

        PurchaseRequest purchase() {
            return new PurchaseRequest(service, country, maxPrice, provider, sort);
        }
    }
}
