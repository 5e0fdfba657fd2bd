package com.nexnum.query.pricing;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Problem;
import com.nexnum.query.platform.BadRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which offers are wanted; null where anything goes. */
record OfferSearch(
        @Nullable ServiceCode service,
        @Nullable CountryCode country,
        @Nullable Money maxPrice,
        OfferSort sort) {

    static OfferSearch of(
            KnownCatalogue catalogue,
            @Nullable String service,
            @Nullable String country,
            @Nullable String maxPrice,
            String sort) {
        return new OfferSearch(
                service == null
                        ? null
                        : catalogue
                                .service(service)
                                .orElseThrow(() -> unknown("SERVICE_UNKNOWN", "service")),
                country == null
                        ? null
                        : catalogue
                                .country(country)
                                .orElseThrow(() -> unknown("COUNTRY_UNKNOWN", "country")),
                maxPrice == null ? null : price(maxPrice),
                sort(sort));
    }

    private static RuntimeException unknown(String code, String what) {
        return Problem.of(404, code, "There is no such " + what).raised();
    }

    private static Money price(String text) {
        try {
            return Money.parse(text, Currency.USD);
        } catch (IllegalArgumentException e) {
            throw BadRequest.of("maxPrice", "maxPrice is a decimal such as 0.15");
        }
    }

    private static OfferSort sort(String text) {
        try {
            return OfferSort.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw BadRequest.of("sort", "sort is price, quality or balanced");
        }
    }
}
