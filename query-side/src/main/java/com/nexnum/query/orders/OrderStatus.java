package com.nexnum.query.orders;

/** Where an order stands. */
public enum OrderStatus {
    PLACED,
    FULFILLED,
    FAILED,
    REFUNDED
}
