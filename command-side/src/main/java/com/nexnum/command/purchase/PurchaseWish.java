package com.nexnum.command.purchase;

import com.nexnum.command.purchase.PurchaseEndpoint.PurchaseRequest;
import com.nexnum.command.routing.RouteSorts;
import com.nexnum.command.routing.RouteWish;
import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.Country;
import com.nexnum.kernel.catalog.Service;
import com.nexnum.kernel.catalog.Services;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteSort;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/** A purchase request that makes sense. */
record PurchaseWish(
        Service service,
        Country country,
        @Nullable Money maxPrice,
        @Nullable ProviderSlug provider,
        RouteSort sort) {

    /**
     * @throws com.nexnum.platform.web.ProblemException 400 or 404, naming the field
     */
    static PurchaseWish of(PurchaseRequest body) {
        var service = required(body.service(), "service");
        var country = required(body.country(), "country");
        return new PurchaseWish(
                Services.find(service)
                        .orElseThrow(() ->
                                Problem.of(
                                                404,
                                                "SERVICE_UNKNOWN",
                                                "No such service; GET /api/v1/services"
                                                        + " lists them.")
                                        .with("field", "service")
                                        .raised()),
                Countries.find(country)
                        .orElseThrow(() ->
                                Problem.of(
                                                404,
                                                "COUNTRY_UNKNOWN",
                                                "No such country; GET /api/v1/countries"
                                                        + " lists them.")
                                        .with("field", "country")
                                        .raised()),
                maxPrice(body.maxPrice()),
                provider(body.provider()),
                sort(body.sort()));
    }

    /** The way to what is wished, drawn with a seed. */
    RouteWish route(long seed) {
        return new RouteWish(service.code(), country.code(), maxPrice, sort, provider, seed);
    }

    private static String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw invalid(field, field + " is required.");
        }
        return value;
    }

    private static @Nullable Money maxPrice(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var price = Money.parse(text, Currency.USD);
            if (!price.isZero()) {
                return price;
            }
        } catch (IllegalArgumentException _) {
            // Answered below, like zero.
        }
        throw invalid(
                "maxPrice",
                "maxPrice is a positive decimal string with at most 6 decimals: \"0.50\".");
    }

    private static @Nullable ProviderSlug provider(@Nullable String text) {
        try {
            return text == null ? null : new ProviderSlug(text);
        } catch (IllegalArgumentException _) {
            throw invalid("provider", "provider is a provider's short name.");
        }
    }

    private static RouteSort sort(@Nullable String text) {
        return RouteSorts.of(text)
                .orElseThrow(() -> invalid("sort", "sort is price, quality or balanced."));
    }

    private static RuntimeException invalid(String field, String message) {
        return Problem.of(400, "VALIDATION_FAILED", message).with("field", field).raised();
    }
}
