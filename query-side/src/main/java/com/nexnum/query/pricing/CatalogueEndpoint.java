package com.nexnum.query.pricing;

import com.nexnum.query.platform.Page;
import com.nexnum.query.pricing.KnownCatalogue.CodeAndName;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked for at all, whether or not it is in stock. */
@RestController
class CatalogueEndpoint {

    private final KnownCatalogue catalogue;

    CatalogueEndpoint(KnownCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/v1/services")
    Page<CodeAndName> services() {
        return new Page<>(catalogue.services(), null);
    }

    @GetMapping("/api/v1/countries")
    Page<CodeAndName> countries() {
        return new Page<>(catalogue.countries(), null);
    }
}
