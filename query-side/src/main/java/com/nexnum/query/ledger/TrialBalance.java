package com.nexnum.query.ledger;

import com.nexnum.platform.web.Amount;
import com.nexnum.query.ledger.asof.JournalPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of account holds. In a sound ledger each currency's accounts sum to zero.
 *
 * @param asOf up to where the journal counts; null for all of it
 * @param balanced every sum is zero, no entry is lopsided, and the journal's customers hold exactly
 *     what their wallets hold
 * @param entries how many entries the journal has
 * @param lopsidedEntries how many of them do not sum to zero; counted for all of the journal only
 * @param differingWallets how many wallets hold something else than their postings say; counted for
 *     all of the journal only
 */
public record TrialBalance(
        @Nullable JournalPoint asOf,
        boolean balanced,
        long entries,
        @Nullable Long lopsidedEntries,
        @Nullable Long differingWallets,
        List<Amount> sums,
        List<AccountTotal> accounts) {

    public TrialBalance {
        sums = List.copyOf(sums);
        accounts = List.copyOf(accounts);
    }

    /**
     * @param account an account, or {@code customers:available} and {@code customers:held} for
     *     those of all customers
     */
    public record AccountTotal(String account, Amount balance) {}
}
