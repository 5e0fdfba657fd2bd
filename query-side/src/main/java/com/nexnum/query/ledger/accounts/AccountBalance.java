package com.nexnum.query.ledger.accounts;

import com.nexnum.platform.web.Amount;
import com.nexnum.query.ledger.asof.JournalPoint;
import java.util.List;

/**
 * What an account, or all below a node of the tree, held at a point of the journal.
 *
 * @param balances one for each currency; none before its first posting
 * @param postings how many that is made of
 */
public record AccountBalance(
        JournalPoint asOf, String account, boolean leaf, List<Amount> balances, long postings) {

    public AccountBalance {
        balances = List.copyOf(balances);
    }
}
