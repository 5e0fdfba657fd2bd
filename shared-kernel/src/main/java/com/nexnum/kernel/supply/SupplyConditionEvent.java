package com.nexnum.kernel.supply;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.Named;
import com.nexnum.kernel.money.Money;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** How it stands with a provider: whether it is called at all, and what we have left there. */
public sealed interface SupplyConditionEvent {

    ProviderSlug provider();

    /**
     * No process calls the provider from now on.
     *
     * @param why how its calls failed, counted by kind, or an administrator's words; never the
     *     provider's
     * @param by the administrator; absent when its calls failed
     * @param until when it is tried again; absent when only an administrator ends it
     * @param inARow the first, the second and so on before it worked for a while; 0 by an
     *     administrator
     */
    @Named("supply.circuit-opened")
    @Revision("1")
    record CircuitOpened(
            ProviderSlug provider,
            String why,
            @Nullable CustomerId by,
            @Nullable Instant until,
            int inARow)
            implements SupplyConditionEvent {}

    /**
     * The provider is called again.
     *
     * @param by the administrator; absent when trial calls went well
     * @param held whether it stays so however its calls end, until an administrator lets go
     */
    @Named("supply.circuit-closed")
    @Revision("1")
    record CircuitClosed(ProviderSlug provider, String why, @Nullable CustomerId by, boolean held)
            implements SupplyConditionEvent {}

    /** What we have left fell below what somebody wants to be told of; once for each fall. */
    @Named("supply.provider-balance-low")
    @Revision("1")
    record ProviderBalanceLow(ProviderSlug provider, Money balance, Money alert)
            implements SupplyConditionEvent {}

    @Named("supply.provider-balance-restored")
    @Revision("1")
    record ProviderBalanceRestored(ProviderSlug provider, Money balance, Money alert)
            implements SupplyConditionEvent {}
}
