package com.nexnum.command.reconciliation;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import org.jspecify.annotations.Nullable;

/**
 * A difference between our books and a provider's list.
 *
 * @param subject the number's id at the provider, or the order
 * @param amount what it cost us, where that is known
 */
record Finding(ProviderSlug provider, Kind kind, String subject, @Nullable Money amount) {

    enum Kind {
        /** The provider says that we hold a number that serves no order of ours. */
        STRAY,
        /** A number that we wait for is not in the provider's list: it is asked for at once. */
        MISSING,
        /** Whether a number was bought is not known. */
        UNKNOWN
    }

    /** What became of it. */
    enum Result {
        OPEN,
        /** The stray number is on its way back to its provider. */
        RETURNED,
        /** It is left where it is, because the configuration says so. */
        KEPT,
        /** The unknown purchase was made, and its order has the number. */
        ADOPTED,
        /** The unknown purchase was not made, and the money went back. */
        RELEASED,
        /** It is not to be seen any more. */
        GONE
    }
}
