package com.nexnum.command.supply;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Duration;

/** What became of asking a provider for a number. */
public sealed interface BuyAnswer {

    /**
     * @param cost what the provider says it charges (told as it is, should it overcharge); the most
     *     that was allowed where it says nothing that can be read
     * @param minCancelAge how long after now the provider refuses to take the number back
     * @param lifetime how long from now SMS may come
     */
    record Bought(UpstreamId id, E164 number, Money cost, Duration minCancelAge, Duration lifetime)
            implements BuyAnswer {}

    /** Definitely nothing was sold. */
    record Refused(Reason reason, String text) implements BuyAnswer {}

    /**
     * Something may have been sold: never resend, never fail over, find out.
     *
     * @param detail for whoever reads the log: the provider's words, which are kept nowhere else
     */
    record Unknown(Doubt doubt, String detail) implements BuyAnswer {}

    /** Why it is not known whether a provider sold a number. */
    enum Doubt {
        /** None came, or not all of it. */
        NO_ANSWER,
        /** One came that says neither yes nor no. */
        UNREADABLE
    }

    /** Why a provider sells nothing. */
    enum Reason {
        NO_NUMBERS,
        NO_PROVIDER_FUNDS,
        PRICE_TOO_LOW,
        BAD_SERVICE,
        BAD_COUNTRY,
        BAD_CREDENTIALS,
        BANNED,
        RATE_LIMITED,
        UNREACHABLE,
        /** Not asked: its calls failed of late, or an administrator holds it back. */
        CIRCUIT_OPEN,
        REFUSED
    }
}
