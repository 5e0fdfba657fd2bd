package com.nexnum.command.supply.sandbox;

import com.nexnum.command.supply.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy.
 *
 * @param mostMicros what the buyer pays at most; any price when null
 * @param reference what the buyer calls it; told again it is refused
 * @param over the protocol; each has an order book of its own, as two accounts would
 * @param allSms whether later SMS come without being asked for
 */
public record Wish(
        SandboxService service,
        SandboxCountry country,
        @Nullable Long mostMicros,
        @Nullable String reference,
        Protocol over,
        boolean allSms) {

    /** For a style in which one asks for each further SMS. */
    public static Wish of(
            SandboxService service,
            SandboxCountry country,
            @Nullable Long mostMicros,
            Protocol over) {
        return new Wish(service, country, mostMicros, null, over, false);
    }

    public Wish called(@Nullable String name) {
        return new Wish(service, country, mostMicros, name, over, allSms);
    }

    public Wish withAllSms() {
        return new Wish(service, country, mostMicros, reference, over, true);
    }
}
