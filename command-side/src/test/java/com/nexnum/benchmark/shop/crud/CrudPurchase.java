package com.nexnum.benchmark.shop.crud;

import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.purchase.OrderId;
import java.util.List;

/** One purchase on its way through the hand-written shop. */
record CrudPurchase(
        ActivationId id,
        CustomerId customer,
        ServiceCode service,
        CountryCode country,
        List<Candidate> route) {

    Candidate chosen() {
        return route.getFirst();
    }

    OfferId offer() {
        return OfferId.of(chosen().provider(), service, country);
    }

    OrderId order() {
        return OrderId.of(id);
    }
}
