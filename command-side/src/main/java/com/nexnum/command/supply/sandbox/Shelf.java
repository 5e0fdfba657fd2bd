package com.nexnum.command.supply.sandbox;

/**
 * What lies ready for one service in one country.
 *
 * @param priceMicros millionths of a dollar for one number
 */
public record Shelf(SandboxService service, SandboxCountry country, long priceMicros, int stock) {

    Shelf with(int newStock) {
        return new Shelf(service, country, priceMicros, newStock);
    }

    Shelf at(long newPriceMicros) {
        return new Shelf(service, country, newPriceMicros, stock);
    }
}
