package com.nexnum.query.ledger;

import com.nexnum.platform.web.Amount;
import java.util.List;

/**
 * What every kind of account holds. In a sound ledger each currency's accounts sum to zero.
 *
 * @param balanced every sum is zero, no entry is lopsided, and the journal's customers hold exactly
 *     what their wallets hold
 * @param entries how many entries the journal has
 * @param lopsidedEntries how many of them do not sum to zero
 * @param differingWallets how many wallets hold something else than their postings say
 */
public record TrialBalance(
        boolean balanced,
        long entries,
        long lopsidedEntries,
        long differingWallets,
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
