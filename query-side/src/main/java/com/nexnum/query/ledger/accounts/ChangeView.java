package com.nexnum.query.ledger.accounts;

import com.nexnum.platform.web.Amount;
import java.util.List;

/**
 * How a node changed between two points of the journal; one amount for each currency.
 *
 * @param postings how many there were in between
 */
public record ChangeView(
        String account,
        boolean leaf,
        List<Amount> before,
        List<Amount> after,
        List<Amount> change,
        long postings) {

    public ChangeView {
        before = List.copyOf(before);
        after = List.copyOf(after);
        change = List.copyOf(change);
    }
}
