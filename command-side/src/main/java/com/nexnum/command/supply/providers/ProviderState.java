package com.nexnum.command.supply.providers;

import com.nexnum.kernel.supply.SupplyEvent;
import com.nexnum.kernel.supply.SupplyEvent.ProviderConfigured;
import com.nexnum.kernel.supply.SupplyEvent.ProviderPaused;
import com.nexnum.kernel.supply.SupplyEvent.ProviderRegistered;
import com.nexnum.kernel.supply.SupplyEvent.ProviderResumed;
import com.nexnum.kernel.supply.SupplyEvent.ProviderSecretsReplaced;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's past amounts to.
 *
 * @param version the configuration in use; 0 when there is none
 * @param inProperties whether it is fixed by the properties of the processes
 * @param pause why and by whom nothing is bought there; null when numbers are
 */
record ProviderState(int version, boolean inProperties, @Nullable ProviderPaused pause) {

    static final ProviderState NONE = new ProviderState(0, false, null);

    boolean isKnown() {
        return version > 0 || inProperties;
    }

    /**
     * @throws IllegalStateException when the event cannot have happened after this state
     */
    static ProviderState evolve(ProviderState state, SupplyEvent event) {
        return switch (event) {
            case ProviderRegistered _ -> state.required(state.version == 0, event);
            case ProviderConfigured it ->
                    state.required(it.version() == state.version + 1, event)
                            .with(it.version(), state.pause);
            case ProviderSecretsReplaced _ -> state.required(state.version > 0, event);
            case ProviderPaused it ->
                    state.required(state.pause == null, event).with(state.version, it);
            case ProviderResumed _ ->
                    state.required(state.pause != null, event).with(state.version, null);
        };
    }

    private ProviderState with(int newVersion, @Nullable ProviderPaused newPause) {
        return new ProviderState(newVersion, inProperties, newPause);
    }

    private ProviderState required(boolean possible, SupplyEvent event) {
        if (!possible) {
            throw new IllegalStateException("Corrupt stream: impossible now: " + event);
        }
        return this;
    }
}
