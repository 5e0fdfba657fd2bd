package com.nexnum.command.supply.balance;

import com.nexnum.command.supply.SupplyConditions.Funds;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyConditionEvent;
import com.nexnum.kernel.supply.SupplyConditionEvent.ProviderBalanceLow;
import com.nexnum.kernel.supply.SupplyConditionEvent.ProviderBalanceRestored;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we have left at a provider, as it said last.
 *
 * @param told how many events there are about it
 * @param balance null until it was read once
 * @param low whether it is told to be below the alert
 * @param shortOf a cost for which the provider said that the balance does not do
 * @param shortUntil how long that is believed without a reading
 */
public record Purse(
        ProviderSlug provider,
        long told,
        @Nullable Money balance,
        @Nullable Instant readAt,
        boolean low,
        @Nullable Money shortOf,
        @Nullable Instant shortUntil) {

    private static final Duration BELIEVED = Duration.ofMinutes(5);

    static Purse unknown(ProviderSlug provider) {
        return new Purse(provider, 0, null, null, false, null, null);
    }

    /**
     * A purse and what is to be told of how it came to be so.
     *
     * @param event null when nobody has to know
     */
    record Changed(Purse purse, @Nullable SupplyConditionEvent event) {}

    /** The provider told its balance. */
    Changed read(Money amount, Money alert, Instant now) {
        boolean isLow = !amount.covers(alert);
        boolean enough = shortOf == null || amount.covers(shortOf);
        var purse =
                new Purse(
                        provider,
                        isLow == low ? told : told + 1,
                        amount,
                        now,
                        isLow,
                        enough ? null : shortOf,
                        enough ? null : shortUntil);
        if (isLow == low) {
            return new Changed(purse, null);
        }
        return new Changed(
                purse,
                isLow
                        ? new ProviderBalanceLow(provider, amount, alert)
                        : new ProviderBalanceRestored(provider, amount, alert));
    }

    /** The provider said that the balance does not do for a number at that cost. */
    Purse refused(Money cost, Instant now) {
        return new Purse(provider, told, balance, readAt, low, cost, now.plus(BELIEVED));
    }

    /** Whether a number at that cost may be asked for: nothing says that the balance is short. */
    boolean covers(Money cost, Instant now) {
        return !isEmpty() && (!isShort(now) || shortOf == null || !cost.covers(shortOf));
    }

    Funds funds(Instant now) {
        if (isEmpty()) {
            return Funds.EXHAUSTED;
        }
        return low || isShort(now) ? Funds.LOW : Funds.ENOUGH;
    }

    private boolean isShort(Instant now) {
        return shortUntil != null && now.isBefore(shortUntil);
    }

    private boolean isEmpty() {
        return balance != null && balance.isZero();
    }
}
