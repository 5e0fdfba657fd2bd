package com.nexnum.query.ledger.accounts;

import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.ledger.asof.AccountSum;
import com.nexnum.query.ledger.asof.AsOf;
import com.nexnum.query.ledger.asof.JournalPoint;
import com.nexnum.query.ledger.asof.JournalPoints;
import com.nexnum.query.platform.BadRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What accounts held at one point of the journal, or how they changed between two. */
@Component
class AccountHistory {

    private final JournalPoints journal;
    private final AccountTree tree;

    AccountHistory(JournalPoints journal, AccountTree tree) {
        this.journal = journal;
        this.tree = tree;
    }

    /** The children of a node. Later pages show the same point of the journal as the first. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AccountsPage children(Node node, AsOf asOf, PageQuery query) {
        var cursor = query.cursor();
        var point = cursor == null ? journal.at(asOf, "asOf") : journal.lastUpTo(cursor.number(1));
        requireKnown(node);
        var after = cursor == null ? "" : cursor.text(0);
        var items =
                tree.children(node, point, after, query.fetch()).entrySet().stream()
                        .map(child -> NodeView.of(child.getKey(), child.getValue()))
                        .toList();
        return AccountsPage.of(
                point, items, query, item -> Cursor.after(item.account(), point.entry()));
    }

    /** One node. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AccountBalance balance(Node node, AsOf asOf) {
        var point = journal.at(asOf, "asOf");
        requireKnown(node);
        var view = NodeView.of(node, tree.at(node, point));
        return new AccountBalance(
                point, view.account(), view.leaf(), view.balances(), view.postings());
    }

    /** One node at two points. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ComparisonView compare(Node node, AsOf from, AsOf to) {
        var before = journal.at(from, "from");
        var after = journal.at(to, "to");
        requireOrder(before, after);
        requireKnown(node);
        return new ComparisonView(
                before, after, change(node, tree.at(node, before), tree.at(node, after)));
    }

    /** The children of a node at two points. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChangesPage compareChildren(Node node, AsOf from, AsOf to, PageQuery query) {
        var cursor = query.cursor();
        var before = cursor == null ? journal.at(from, "from") : journal.lastUpTo(cursor.number(1));
        var after = cursor == null ? journal.at(to, "to") : journal.lastUpTo(cursor.number(2));
        requireOrder(before, after);
        requireKnown(node);
        var last = cursor == null ? "" : cursor.text(0);
        var now = tree.children(node, after, last, query.fetch());
        var was = tree.sums(node, now.keySet(), before);
        var items =
                now.entrySet().stream()
                        .map(child ->
                                change(
                                        child.getKey(),
                                        was.getOrDefault(child.getKey(), List.of()),
                                        child.getValue()))
                        .toList();
        return ChangesPage.of(
                before,
                after,
                items,
                query,
                item -> Cursor.after(item.account(), before.entry(), after.entry()));
    }

    private void requireKnown(Node node) {
        if (!node.equals(Node.ROOT) && !tree.knows(node)) {
            throw Node.unknown(node.name());
        }
    }

    private static void requireOrder(JournalPoint before, JournalPoint after) {
        if (before.entry() > after.entry()) {
            throw BadRequest.of("from", "from comes before to.");
        }
    }

    private static ChangeView change(
            Node node, Collection<AccountSum> before, Collection<AccountSum> after) {
        var was = sums(before);
        var is = sums(after);
        var change = new TreeMap<String, Long>();
        var currencies = new TreeSet<>(was.keySet());
        currencies.addAll(is.keySet());
        for (var currency : currencies) {
            change.put(
                    currency,
                    Math.subtractExact(
                            is.getOrDefault(currency, 0L), was.getOrDefault(currency, 0L)));
        }
        return new ChangeView(
                node.name(),
                node.isLeaf(),
                Amounts.of(was),
                Amounts.of(is),
                Amounts.of(change),
                postings(after) - postings(before));
    }

    private static long postings(Collection<AccountSum> sums) {
        return sums.stream().mapToLong(AccountSum::postings).sum();
    }

    private static Map<String, Long> sums(Collection<AccountSum> below) {
        var micros = new TreeMap<String, Long>();
        below.forEach(sum -> micros.merge(sum.currency(), sum.micros(), Math::addExact));
        return micros;
    }
}
