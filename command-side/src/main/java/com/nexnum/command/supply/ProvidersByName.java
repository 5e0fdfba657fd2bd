package com.nexnum.command.supply;

import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import org.springframework.stereotype.Component;

/** Finds the provider that an administrator's request names. */
@Component
public class ProvidersByName {

    private final Suppliers suppliers;

    ProvidersByName(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    /**
     * @throws ProblemException 404 PROVIDER_NOT_FOUND
     */
    public ProviderSlug named(String slug) {
        return suppliers.all().stream()
                .map(Supply::provider)
                .filter(provider -> provider.value().equals(slug))
                .findFirst()
                .orElseThrow(() ->
                        Problem.of(404, "PROVIDER_NOT_FOUND", "There is no such provider.")
                                .raised());
    }
}
