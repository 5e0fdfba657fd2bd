package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Evidence;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;

/**
 * What one provider offers, and what is known of it.
 *
 * @param price what the customer pays, with our margin
 * @param cost what the provider asks of us
 * @param listingRevision the price list that says so
 */
record Offered(
        ProviderSlug provider,
        Money price,
        Money cost,
        long listingRevision,
        int stock,
        Evidence evidence,
        Condition condition) {

    Offered in(Condition now) {
        return new Offered(provider, price, cost, listingRevision, stock, evidence, now);
    }
}
