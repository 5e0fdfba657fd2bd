package com.nexnum.kernel.money;

/** The currencies in which wallets and prices may be kept, by ISO 4217 code. */
public enum Currency {
    USD,
    EUR
}
