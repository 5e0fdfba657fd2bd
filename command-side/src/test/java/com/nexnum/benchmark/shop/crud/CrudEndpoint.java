package com.nexnum.benchmark.shop.crud;

import com.nexnum.command.platform.idempotency.IdempotencyKey;
import com.nexnum.command.platform.idempotency.Idempotent;
import com.nexnum.command.routing.Route;
import com.nexnum.command.routing.RouteWish;
import com.nexnum.command.routing.Router;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.Services;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteSort;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Amount;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Buys a number step by step, in the thread of the request. */
@RestController
class CrudEndpoint {

    private final Router router;
    private final Suppliers suppliers;
    private final CrudSteps steps;
    private final Clock clock;

    CrudEndpoint(Router router, Suppliers suppliers, CrudSteps steps, Clock clock) {
        this.router = router;
        this.suppliers = suppliers;
        this.steps = steps;
        this.clock = clock;
    }

    record Wish(String service, String country, String maxPrice) {}

    record SoldNumber(
            String id,
            String status,
            String phoneNumber,
            String service,
            String country,
            Amount price,
            Instant createdAt,
            Instant expiresAt,
            Instant cancellableAt,
            List<String> sms) {}

    @Idempotent
    @PostMapping("/crud/numbers/purchase")
    ResponseEntity<SoldNumber> purchase(Caller caller, IdempotencyKey key, @RequestBody Wish wish) {
        var service = Services.find(wish.service()).orElseThrow();
        var country = Countries.find(wish.country()).orElseThrow();
        var limit = Money.parse(wish.maxPrice(), Currency.USD);
        var id = new ActivationId(key.derivedId("act_", "purchase"));
        var asked =
                new RouteWish(
                        service.code(),
                        country.code(),
                        limit,
                        RouteSort.BALANCED,
                        null,
                        RouteWish.seedOf(id));
        var route = (Route.Found) router.route(asked);
        var purchase =
                new CrudPurchase(
                        id,
                        caller.customerId(),
                        service.code(),
                        country.code(),
                        route.candidates());
        var now = clock.instant();
        steps.request(purchase);
        steps.reserve(purchase);
        steps.hold(purchase);
        steps.place(purchase);
        var bought = bought(purchase);
        steps.fulfil(purchase, bought);
        steps.capture(purchase, bought);
        steps.confirm(purchase);
        steps.assign(purchase, bought);
        return ResponseEntity.created(URI.create("/api/v1/numbers/" + purchase.id()))
                .body(number(purchase, bought, now));
    }

    private Bought bought(CrudPurchase purchase) {
        BuyAnswer answer =
                suppliers
                        .find(purchase.chosen().provider())
                        .orElseThrow()
                        .buy(
                                purchase.service(),
                                purchase.country(),
                                purchase.chosen().cost(),
                                purchase.order() + "-1");
        return (Bought) answer;
    }

    private static SoldNumber number(CrudPurchase purchase, Bought bought, Instant now) {
        return new SoldNumber(
                purchase.id().value(),
                "ACTIVE",
                bought.number().value(),
                purchase.service().value(),
                purchase.country().value(),
                Amount.of(purchase.chosen().price()),
                now,
                now.plus(bought.lifetime()),
                now.plus(bought.minCancelAge()),
                List.of());
    }
}
