package com.nexnum.command.supply.providers;

import com.nexnum.command.platform.RejectionProblems;
import com.nexnum.command.supply.providers.ProviderRejection.ChangedMeanwhile;
import com.nexnum.command.supply.providers.ProviderRejection.ProviderUnknown;
import com.nexnum.command.supply.providers.ProviderRejection.StandsInProperties;
import com.nexnum.command.supply.providers.ProviderRejection.VersionNotNamed;
import com.nexnum.command.supply.providers.ProviderRejection.VersionUnknown;
import com.nexnum.platform.web.Problem;
import org.springframework.stereotype.Component;

/** How the refusals of changing a provider look to an administrator. */
@Component
final class ProviderProblems implements RejectionProblems<ProviderRejection> {

    @Override
    public Class<ProviderRejection> family() {
        return ProviderRejection.class;
    }

    @Override
    public Problem problem(ProviderRejection rejection) {
        return switch (rejection) {
            case ProviderUnknown(var provider) ->
                    Problem.of(404, "PROVIDER_NOT_FOUND", "There is no such provider.")
                            .with("provider", provider.value());
            case StandsInProperties(var provider) ->
                    Problem.of(
                                    409,
                                    "PROVIDER_IN_PROPERTIES",
                                    "This provider stands in the properties of the processes and is"
                                            + " changed there.")
                            .with("provider", provider.value());
            case VersionUnknown(_, var version) ->
                    Problem.of(404, "PROVIDER_VERSION_NOT_FOUND", "There is no such version.")
                            .with("version", version);
            case VersionNotNamed(_, var version) ->
                    Problem.of(
                                    428,
                                    "VERSION_REQUIRED",
                                    "Name the version that you change in the header If-Match.")
                            .with("version", version);
            case ChangedMeanwhile(_, var seen, var version) ->
                    Problem.of(
                                    412,
                                    "PROVIDER_CHANGED",
                                    "Somebody changed the provider meanwhile: read it again.")
                            .with("seen", seen)
                            .with("version", version);
        };
    }
}
