package com.nexnum.command.offer;

import com.nexnum.command.decision.Folded;
import com.nexnum.kernel.offer.OfferEvent;

/** Offers for the models of their neighbours, by the real rules. */
public final class Offers {

    public static Folded<OfferCommand, OfferEvent, OfferRejection, ?> fresh() {
        return new Folded<>(OfferState.UNLISTED, OfferDecider::decide, OfferState::evolve);
    }

    private Offers() {}
}
