package com.nexnum.query.pricing;

import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.Services;
import com.nexnum.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked for at all, whether or not it is in stock. */
@RestController
class CatalogueEndpoint {

    /**
     * @param code canonical
     * @param name for people
     */
    record CodeAndName(String code, String name) {}

    @GetMapping("/api/v1/services")
    Page<CodeAndName> services() {
        return new Page<>(
                Services.all().stream()
                        .map(service -> new CodeAndName(service.code().value(), service.name()))
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/countries")
    Page<CodeAndName> countries() {
        return new Page<>(
                Countries.all().stream()
                        .map(country -> new CodeAndName(country.code().value(), country.name()))
                        .toList(),
                null);
    }
}
