package com.nexnum.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the checks look at, from one moment.
 *
 * @param events in the order of the store
 * @param sold the provider's books
 * @param messages of the read model: texts and codes by activation
 * @param balances of the read model, by wallet
 * @param postings the sum of the ledger, by currency
 * @param deadLetters what read models could not take, and why
 * @param told what customers were told
 */
record Evidence(
        List<StoredEvent> events,
        List<SoldNumber> sold,
        Map<String, Set<String>> messages,
        Map<String, Balance> balances,
        Map<String, Long> postings,
        List<String> deadLetters,
        Journal.Told told) {

    /** Millionths. */
    record Balance(long available, long held) {
        Balance plus(long more, long moreHeld) {
            return new Balance(Math.addExact(available, more), Math.addExact(held, moreHeld));
        }
    }

    Evidence {
        events = List.copyOf(events);
        sold = List.copyOf(sold);
    }
}
