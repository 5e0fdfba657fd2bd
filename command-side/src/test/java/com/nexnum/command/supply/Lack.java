package com.nexnum.command.supply;

/**
 * What a provider's protocol cannot say or do. Where it lacks something it says so, or is silent.
 */
enum Lack {
    /** A sale does not tell its price. */
    SALE_COST,
    /** A sale tells its id, and only a look at that the number. */
    SALE_NUMBER,
    MESSAGE_IDS,
    /** Only the code of a message is told. */
    MESSAGE_TEXTS,
    /** Only the text of a message is told. */
    MESSAGE_CODES,
    CANCELLING,
    /** It says only no to somebody who cancels too early. */
    CANCEL_AGE,
    /** A number that is over is not known any more. */
    ENDINGS,
    /** A number stays open until its end. */
    COMPLETING,
    NEXT_SMS,
    ACTIVE_LIST,
    /** The price list tells no stock. */
    STOCK
}
