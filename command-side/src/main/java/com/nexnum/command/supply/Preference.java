package com.nexnum.command.supply;

import com.nexnum.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a provider is to be chosen among others that have the same.
 *
 * @param priority from 1; those with the smaller number come first
 * @param weight from 1; its part among those of the same priority
 * @param lowBalanceAlert what must be left there so that nobody has to be told; the usual amount
 *     where nothing is said
 */
public record Preference(int priority, int weight, @Nullable Money lowBalanceAlert) {

    public static final Preference USUAL = new Preference(100, 100, null);

    public Preference {
        if (priority < 1 || weight < 1) {
            throw new IllegalArgumentException("Priority and weight are at least 1");
        }
    }
}
