package com.nexnum.command.supply.sandbox;

import com.nexnum.command.supply.sandbox.Sale.State;
import java.util.Collection;

/**
 * How many sales there were and what became of them, the forgotten ones included.
 *
 * @param sold all of them, whatever became of them
 * @param active open now
 */
public record Counts(int sold, int active, int finished, int cancelled, int expired) {

    static Counts of(Collection<Sale> sales) {
        return new Counts(
                sales.size(),
                in(State.OPEN, sales),
                in(State.FINISHED, sales),
                in(State.CANCELLED, sales),
                in(State.EXPIRED, sales));
    }

    private static int in(State state, Collection<Sale> sales) {
        return (int) sales.stream().filter(sale -> sale.state() == state).count();
    }
}
