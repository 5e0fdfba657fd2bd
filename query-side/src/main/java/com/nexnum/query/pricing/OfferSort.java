package com.nexnum.query.pricing;

/**
 * In which order offers come. Quality is the share of numbers that got an SMS; where that is not
 * known yet, or the same, it is how many providers have the number and how many numbers they have.
 */
public enum OfferSort {
    PRICE("price, service, country"),
    QUALITY("success_rate desc nulls last, providers desc, stock desc, price, service, country"),
    BALANCED(
            "rank() over (order by price) + rank() over (order by success_rate desc nulls last, providers desc, stock desc), price, service, country");

    private final String order;

    OfferSort(String order) {
        this.order = order;
    }

    String order() {
        return order;
    }
}
