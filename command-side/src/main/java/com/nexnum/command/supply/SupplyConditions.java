package com.nexnum.command.supply;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How it stands with every provider; answers from memory, for whoever chooses among them. */
@FunctionalInterface
public interface SupplyConditions {

    /** One of a provider that nothing is known of is as good as can be. */
    Condition of(ProviderSlug provider);

    /**
     * @param balance what we have left there in US dollars, where it is known
     * @param latency how long its calls to buy and to look for SMS took this process lately; zero
     *     before the first
     */
    record Condition(Circuit circuit, Funds funds, @Nullable Money balance, Duration latency) {}

    /**
     * @param held whether an administrator says so
     * @param until when it is tried again; absent unless it is open by itself
     * @param why empty while it is closed by itself
     */
    record Circuit(
            CircuitState state,
            boolean held,
            @Nullable Instant since,
            @Nullable Instant until,
            String why) {}

    /** Whether a provider is called. */
    enum CircuitState {
        CLOSED,
        /** A few calls find out whether it works again. */
        HALF_OPEN,
        OPEN
    }

    /** What our balance at a provider is good for. */
    enum Funds {
        /** Nobody knows, or more than the alert. */
        ENOUGH,
        LOW,
        EXHAUSTED
    }
}
