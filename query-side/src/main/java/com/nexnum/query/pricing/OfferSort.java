package com.nexnum.query.pricing;

/**
 * In which order offers come. Until providers are measured, quality is how many of them have the
 * number and how many numbers they have.
 */
public enum OfferSort {
    PRICE("price, service, country"),
    QUALITY("providers desc, stock desc, price, service, country"),
    BALANCED(
            "rank() over (order by price) + rank() over (order by providers desc, stock desc), price, service, country");

    private final String order;

    OfferSort(String order) {
        this.order = order;
    }

    String order() {
        return order;
    }
}
