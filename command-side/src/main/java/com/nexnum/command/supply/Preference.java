package com.nexnum.command.supply;

import com.nexnum.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a provider is to be chosen among others that have the same.
 *
 * @param priority 1 to 10000; those with the smaller number come first
 * @param weight 1 to 10000; its part among those of the same priority
 * @param lowBalanceAlert what must be left there so that nobody has to be told; the usual amount
 *     where nothing is said
 */
public record Preference(int priority, int weight, @Nullable Money lowBalanceAlert) {

    public static final Preference USUAL = new Preference(100, 100, null);
    private static final int HIGHEST = 10_000;

    public Preference {
        require("priority", priority);
        require("weight", weight);
    }

    private static void require(String name, int value) {
        if (value < 1 || value > HIGHEST) {
            throw new IllegalArgumentException(name + " must be 1 to " + HIGHEST);
        }
    }
}
