package com.nexnum.query.pricing;

import com.nexnum.platform.web.Amount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is offered for a service in a country, over all providers.
 *
 * @param price of the cheapest number
 * @param stock how many numbers there are, at any price that was asked for
 * @param providers how many providers have some
 * @param successRate the share of numbers rented lately that got an SMS, 0 to 1 in hundredths; null
 *     until enough of them were rented to tell
 */
public record OfferView(
        String service,
        String country,
        Amount price,
        long stock,
        int providers,
        @Nullable BigDecimal successRate) {}
