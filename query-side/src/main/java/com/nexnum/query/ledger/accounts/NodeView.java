package com.nexnum.query.ledger.accounts;

import com.nexnum.platform.web.Amount;
import com.nexnum.query.ledger.asof.AccountSum;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * A node of the tree of accounts and what it holds.
 *
 * @param leaf whether postings stand here, not further down
 * @param balances one for each currency; negative for what was given
 * @param postings how many there are at it and below
 */
public record NodeView(String account, boolean leaf, List<Amount> balances, long postings) {

    public NodeView {
        balances = List.copyOf(balances);
    }

    static NodeView of(Node node, Collection<AccountSum> below) {
        var micros = new TreeMap<String, Long>();
        var postings = 0L;
        for (var sum : below) {
            micros.merge(sum.currency(), sum.micros(), Math::addExact);
            postings += sum.postings();
        }
        return new NodeView(node.name(), node.isLeaf(), Amounts.of(micros), postings);
    }
}
