package com.nexnum.command.supply.sandbox;

import java.time.Duration;
import java.time.Instant;

/** What may be done with a sale now. */
final class SaleRules {

    private SaleRules() {}

    static Change cancel(Sale sale, Instant now, Duration minCancelAge) {
        if (!sale.arrived(now).isEmpty()) {
            return Change.HAS_SMS;
        }
        if (!sale.isOpen()) {
            return Change.NOT_NOW;
        }
        return now.isBefore(sale.boughtAt().plus(minCancelAge)) ? Change.TOO_EARLY : Change.DONE;
    }

    static Change finish(Sale sale, Instant now) {
        if (!sale.isOpen()) {
            return Change.NOT_NOW;
        }
        return sale.arrived(now).isEmpty() ? Change.NO_SMS : Change.DONE;
    }

    static Change another(Sale sale, Instant now) {
        if (!sale.isOpen() || sale.awaitsAnother(now)) {
            return Change.NOT_NOW;
        }
        return sale.arrived(now).isEmpty() ? Change.NO_SMS : Change.DONE;
    }
}
