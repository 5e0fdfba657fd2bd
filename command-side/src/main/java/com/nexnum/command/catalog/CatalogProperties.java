package com.nexnum.command.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How prices are made.
 *
 * @param syncEvery how often a provider's price list is read
 * @param markupPercent what is added to a provider's cost
 * @param chunk price changes in one event at most
 */
@ConfigurationProperties("nexnum.catalog")
record CatalogProperties(
        @DefaultValue("15s") Duration syncEvery,
        @DefaultValue("20") int markupPercent,
        @DefaultValue("500") int chunk) {

    CatalogProperties {
        if (syncEvery.isNegative() || syncEvery.isZero()) {
            throw new IllegalArgumentException("nexnum.catalog.sync-every must be positive");
        }
        if (markupPercent < 0 || markupPercent > 1_000) {
            throw new IllegalArgumentException("nexnum.catalog.markup-percent must be 0 to 1000");
        }
        if (chunk < 1 || chunk > 10_000) {
            throw new IllegalArgumentException("nexnum.catalog.chunk must be 1 to 10000");
        }
    }
}
