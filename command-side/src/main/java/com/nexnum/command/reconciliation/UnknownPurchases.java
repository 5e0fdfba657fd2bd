package com.nexnum.command.reconciliation;

import com.nexnum.command.platform.InTransactionConfiguration;
import com.nexnum.command.purchase.OpenPurchases;
import com.nexnum.command.reconciliation.Finding.Kind;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Each purchase with an unknown outcome is in the report from the moment that it is unknown. */
@Component
@ProcessingGroup(InTransactionConfiguration.GROUP)
class UnknownPurchases {

    private final Findings findings;
    private final OpenPurchases purchases;

    UnknownPurchases(Findings findings, OpenPurchases purchases) {
        this.findings = findings;
        this.purchases = purchases;
    }

    @EventHandler
    void on(SupplyOutcomeUnknown event, @Timestamp Instant at) {
        var order = event.orderId().value();
        var cost = purchases.costOf(event.orderId()).orElse(null);
        findings.seen(new Finding(event.provider(), Kind.UNKNOWN, order, cost), at);
    }
}
