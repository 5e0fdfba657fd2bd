package com.nexnum.faults;

import com.nexnum.command.supply.sandbox.Sale;
import java.util.List;

/**
 * A number in the provider's books.
 *
 * @param forgotten the provider took money for it and knows of it no more
 * @param arrived what came to it until now
 */
record SoldNumber(
        String provider, String id, Sale.State state, boolean forgotten, List<Sms> arrived) {

    record Sms(String text, String code) {}

    SoldNumber {
        arrived = List.copyOf(arrived);
    }

    String name() {
        return provider + "/" + id;
    }
}
