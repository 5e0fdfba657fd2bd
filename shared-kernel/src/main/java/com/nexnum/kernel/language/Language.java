package com.nexnum.kernel.language;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.adjustment.AdjustmentEvent;
import com.nexnum.kernel.catalog.CatalogEvent;
import com.nexnum.kernel.identity.IdentityEvent;
import com.nexnum.kernel.offer.OfferEvent;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.supply.SupplyConditionEvent;
import com.nexnum.kernel.supply.SupplyEvent;
import com.nexnum.kernel.wallet.WalletEvent;
import java.util.List;
import java.util.stream.Stream;

/** Every vocabulary that may stand in the event store. */
public final class Language {

    public static final List<Class<?>> VOCABULARIES =
            List.of(
                    ActivationEvent.class,
                    AdjustmentEvent.class,
                    CatalogEvent.class,
                    IdentityEvent.class,
                    OfferEvent.class,
                    PurchaseEvent.class,
                    SupplyEvent.class,
                    SupplyConditionEvent.class,
                    WalletEvent.class);

    /** Every event record of every vocabulary. */
    public static Stream<Class<?>> events() {
        return VOCABULARIES.stream()
                .flatMap(vocabulary -> Stream.of(vocabulary.getPermittedSubclasses()));
    }

    private Language() {}
}
