package com.nexnum.query.ledger.accounts;

import com.nexnum.query.ledger.asof.AccountBalances;
import com.nexnum.query.ledger.asof.AccountSum;
import com.nexnum.query.ledger.asof.JournalPoint;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Walks the tree of accounts at a point of the journal. All customers together come from the sums
 * of checkpoints, single ones from their own postings; so a page costs what it shows.
 */
@Component
public class AccountTree {

    private final JdbcClient sql;
    private final AccountBalances balances;

    public AccountTree(JdbcClient sql, AccountBalances balances) {
        this.sql = sql;
        this.balances = balances;
    }

    /** The sums of the accounts at and below a node. */
    List<AccountSum> at(Node node, JournalPoint upTo) {
        return node.isBelowCustomers()
                ? balances.of(node.accountsOfCustomer(), upTo)
                : balances.ofAll(upTo).stream().filter(sum -> node.holds(sum.account())).toList();
    }

    /**
     * The children of a node that have postings, in the order of their names, each with the sums
     * below it.
     *
     * @param after the name of the last child of the page before; empty for the first page
     */
    Map<Node, List<AccountSum>> children(Node node, JournalPoint upTo, String after, int atMost) {
        var sums =
                node.equals(Node.CUSTOMERS)
                        ? balances.of(accountsOfCustomers(upTo, after, atMost), upTo)
                        : at(node, upTo);
        var page = new LinkedHashMap<Node, List<AccountSum>>();
        byChild(node, sums).entrySet().stream()
                .filter(child -> isBehind(child.getKey(), after))
                .sorted(Comparator.comparing(child -> order(child.getKey())))
                .limit(atMost)
                .forEach(child -> page.put(child.getKey(), child.getValue()));
        return page;
    }

    /** The sums below each of these children of a node, at another point. */
    Map<Node, List<AccountSum>> sums(Node node, Collection<Node> children, JournalPoint upTo) {
        var sums =
                node.equals(Node.CUSTOMERS)
                        ? balances.of(
                                children.stream()
                                        .flatMap(child -> child.accountsOfCustomer().stream())
                                        .toList(),
                                upTo)
                        : at(node, upTo);
        return byChild(node, sums);
    }

    private static Map<Node, List<AccountSum>> byChild(Node node, Collection<AccountSum> sums) {
        return sums.stream()
                .filter(sum -> !sum.account().equals(node.name()))
                .collect(Collectors.groupingBy(sum -> node.towards(sum.account())));
    }

    /** Whether it or an account below it was ever posted to: two steps in the index, no more. */
    public boolean knows(Node node) {
        return sql.sql(
                        """
                        select coalesce((select account from ledger_posting where account >= :name
                                          order by account limit 1) = :name, false)
                            or coalesce((select account from ledger_posting where account > :name || ':'
                                          order by account limit 1) < :name || ';', false)
                        """)
                .param("name", node.name())
                .query(Boolean.class)
                .single();
    }

    /** As the database orders accounts: names are followed by a colon there. */
    private static String order(Node node) {
        return node.name() + ":";
    }

    private static boolean isBehind(Node node, String after) {
        return after.isEmpty() || order(node).compareTo(after + ":") > 0;
    }

    /** Jumps from one customer to the next, whatever number of postings lies between. */
    private Collection<String> accountsOfCustomers(JournalPoint upTo, String after, int atMost) {
        return sql
                .sql(
                        """
                        with recursive customer as (
                           (select split_part(account, ':', 2) as id from ledger_posting
                             where account > :after and account < 'customer;' order by account limit 1)
                          union all
                           select (select split_part(account, ':', 2) from ledger_posting
                                    where account > 'customer:' || customer.id || ';' and account < 'customer;'
                                    order by account limit 1)
                             from customer where customer.id is not null)
                        select id from customer
                         where id is not null
                           and least((select position from ledger_posting where account = 'customer:' || id || ':available'
                                       order by position limit 1),
                                     (select position from ledger_posting where account = 'customer:' || id || ':held'
                                       order by position limit 1)) <= :upTo
                         limit :rows
                        """)
                .param("after", after.isEmpty() ? "customer:" : after + ";")
                .param("upTo", upTo.entry())
                .param("rows", atMost)
                .query((row, _) -> row.getString("id"))
                .list()
                .stream()
                .flatMap(id -> Node.CUSTOMERS.child(id).accountsOfCustomer().stream())
                .toList();
    }
}
