package com.nexnum.command.supply;

/**
 * What a provider's protocol cannot say or do. Where it lacks something it says so, or is silent.
 */
enum Lack {
    /** A sale does not tell its price. */
    SALE_COST,
    MESSAGE_IDS,
    /** Only the code of a message is told. */
    MESSAGE_TEXTS,
    CANCELLING,
    NEXT_SMS,
    ACTIVE_LIST,
    /** The price list tells no stock. */
    STOCK,
    /** Numbers of the US only. */
    OTHER_COUNTRIES
}
