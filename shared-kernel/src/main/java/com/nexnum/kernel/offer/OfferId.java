package com.nexnum.kernel.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.language.Shape;
import com.nexnum.kernel.supply.ProviderSlug;

/** What one provider offers for a service in a country: {@code offer-provider-service-COUNTRY}. */
public record OfferId(@JsonValue String value) {

    private static final Shape SHAPE =
            new Shape("OfferId", "offer-[a-z0-9]{1,24}-[a-z0-9]{1,20}-[A-Z]{2}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfferId {
        SHAPE.require(value);
    }

    public static OfferId of(ProviderSlug provider, ServiceCode service, CountryCode country) {
        return new OfferId("offer-" + provider + "-" + service + "-" + country);
    }

    public ProviderSlug provider() {
        return new ProviderSlug(part(1));
    }

    public ServiceCode service() {
        return new ServiceCode(part(2));
    }

    public CountryCode country() {
        return new CountryCode(part(3));
    }

    private String part(int number) {
        return value.split("-", -1)[number];
    }

    @Override
    public String toString() {
        return value;
    }
}
