package com.nexnum.command.purchase;

import com.nexnum.command.purchase.Stage.FailingOrder;
import com.nexnum.command.purchase.Stage.Reserving;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import org.jspecify.annotations.Nullable;

/** The way through the candidates of a purchase, best first. */
record PurchaseRoute(ActivationRequested request) {

    /**
     * The price stays as it was held; an offer that would cost us more than that is passed over.
     */
    Stage after(int candidate, int attempt, @Nullable Money price) {
        int next = candidate + 1;
        while (next < request.route().size()
                && price != null
                && !price.covers(request.route().get(next).cost())) {
            next++;
        }
        return next < request.route().size()
                ? new Reserving(next, attempt, price)
                : new FailingOrder(attempt, null, price, PurchaseProcess.NO_NUMBERS);
    }

    /** A provider is in a route once. */
    int candidate(ProviderSlug provider) {
        for (int i = 0; i < request.route().size(); i++) {
            if (request.route().get(i).provider().equals(provider)) {
                return i;
            }
        }
        throw new IllegalStateException(
                request.activationId() + " was not to be bought from " + provider);
    }

    Money price(int candidate) {
        return request.route().get(candidate).price();
    }
}
