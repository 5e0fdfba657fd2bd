package com.nexnum.command.supply.providers;

import static com.nexnum.command.decision.Decision.accept;
import static com.nexnum.command.decision.Decision.alreadyDone;
import static com.nexnum.command.decision.Decision.reject;

import com.nexnum.command.decision.Decision;
import com.nexnum.command.supply.providers.ProviderCommand.Configure;
import com.nexnum.command.supply.providers.ProviderCommand.Pause;
import com.nexnum.command.supply.providers.ProviderCommand.ReplaceSecrets;
import com.nexnum.command.supply.providers.ProviderCommand.Restore;
import com.nexnum.command.supply.providers.ProviderCommand.Resume;
import com.nexnum.command.supply.providers.ProviderRejection.ChangedMeanwhile;
import com.nexnum.command.supply.providers.ProviderRejection.ProviderUnknown;
import com.nexnum.command.supply.providers.ProviderRejection.StandsInProperties;
import com.nexnum.command.supply.providers.ProviderRejection.VersionNotNamed;
import com.nexnum.command.supply.providers.ProviderRejection.VersionUnknown;
import com.nexnum.kernel.supply.SupplyEvent;
import com.nexnum.kernel.supply.SupplyEvent.ProviderConfigured;
import com.nexnum.kernel.supply.SupplyEvent.ProviderPaused;
import com.nexnum.kernel.supply.SupplyEvent.ProviderRegistered;
import com.nexnum.kernel.supply.SupplyEvent.ProviderResumed;
import com.nexnum.kernel.supply.SupplyEvent.ProviderSecretsReplaced;
import java.util.List;

/** The rules of changing providers, with no framework, no clock and no I/O. */
final class ProviderDecider {

    static Decision<SupplyEvent, ProviderRejection> decide(
            ProviderCommand command, ProviderState state) {
        var provider = command.provider();
        return switch (command) {
            case Configure it ->
                    state.inProperties()
                            ? reject(new StandsInProperties(provider))
                            : configure(it, state);
            case Restore it ->
                    state.version() == 0 ? refuseUnconfigured(command, state) : restore(it, state);
            case ReplaceSecrets(_, var names, var by, var now) -> {
                if (state.version() == 0 || state.inProperties()) {
                    yield refuseUnconfigured(command, state);
                }
                yield names.isEmpty()
                        ? alreadyDone()
                        : accept(new ProviderSecretsReplaced(provider, names, by, now));
            }
            case Pause(_, var reason, var by, var now) -> {
                if (!state.isKnown()) {
                    yield reject(new ProviderUnknown(provider));
                }
                yield state.pause() != null
                        ? alreadyDone()
                        : accept(new ProviderPaused(provider, reason, by, now));
            }
            case Resume(_, var reason, var by, var now) -> {
                if (!state.isKnown()) {
                    yield reject(new ProviderUnknown(provider));
                }
                yield state.pause() == null
                        ? alreadyDone()
                        : accept(new ProviderResumed(provider, reason, by, now));
            }
        };
    }

    private static Decision<SupplyEvent, ProviderRejection> configure(
            Configure command, ProviderState state) {
        var provider = command.provider();
        var seen = command.seen();
        int version = state.version();
        if (version > 0 && seen == null) {
            return reject(new VersionNotNamed(provider, version));
        }
        if (seen != null && seen != version) {
            return reject(new ChangedMeanwhile(provider, seen, version));
        }
        var configured =
                new ProviderConfigured(
                        provider,
                        version + 1,
                        command.by(),
                        command.now(),
                        command.changes(),
                        null);
        if (version == 0) {
            var registered = new ProviderRegistered(provider, command.by(), command.now());
            return accept(List.of(registered, configured));
        }
        return command.changes().isEmpty() ? alreadyDone() : accept(configured);
    }

    private static Decision<SupplyEvent, ProviderRejection> restore(
            Restore command, ProviderState state) {
        var provider = command.provider();
        var seen = command.seen();
        int version = state.version();
        if (state.inProperties()) {
            return reject(new StandsInProperties(provider));
        }
        if (command.version() < 1 || command.version() > version) {
            return reject(new VersionUnknown(provider, command.version()));
        }
        if (seen != null && seen != version) {
            return reject(new ChangedMeanwhile(provider, seen, version));
        }
        return command.changes().isEmpty()
                ? alreadyDone()
                : accept(
                        new ProviderConfigured(
                                provider,
                                version + 1,
                                command.by(),
                                command.now(),
                                command.changes(),
                                command.version()));
    }

    private static Decision<SupplyEvent, ProviderRejection> refuseUnconfigured(
            ProviderCommand command, ProviderState state) {
        return state.inProperties()
                ? reject(new StandsInProperties(command.provider()))
                : reject(new ProviderUnknown(command.provider()));
    }

    private ProviderDecider() {}
}
