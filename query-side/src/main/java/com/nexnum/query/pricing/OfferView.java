package com.nexnum.query.pricing;

import com.nexnum.platform.web.Amount;

/**
 * What is offered for a service in a country, over all providers.
 *
 * @param price of the cheapest number
 * @param stock how many numbers there are, at any price that was asked for
 * @param providers how many providers have some
 */
public record OfferView(String service, String country, Amount price, long stock, int providers) {}
