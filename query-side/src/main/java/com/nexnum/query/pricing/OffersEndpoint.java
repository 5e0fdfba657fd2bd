package com.nexnum.query.pricing;

import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be bought now. */
@RestController
class OffersEndpoint {

    private final Offers offers;

    OffersEndpoint(Offers offers) {
        this.offers = offers;
    }

    @GetMapping("/api/v1/offers")
    Page<OfferView> offers(
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String maxPrice,
            @RequestParam(defaultValue = "price") String sort,
            PageQuery query) {
        return offers.search(OfferSearch.of(service, country, maxPrice, sort), query);
    }
}
