package com.nexnum.command.routing.outcomes;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.offer.OfferId;

/** What outcomes are counted for: {@code whatsapp-US}, or everything of a provider. */
public final class Cell {

    public static final String ANYWHERE = "*";

    public static String of(ServiceCode service, CountryCode country) {
        return service + "-" + country;
    }

    static String of(OfferId offer) {
        return of(offer.service(), offer.country());
    }

    private Cell() {}
}
