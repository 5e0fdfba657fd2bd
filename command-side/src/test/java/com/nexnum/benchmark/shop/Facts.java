package com.nexnum.benchmark.shop;

/** Checks that both shops wrote everything down that they sold. */
final class Facts {

    private final Shop shop;

    private Facts(Shop shop) {
        this.shop = shop;
    }

    static void check(Shop shop, AtOnceProvider provider) {
        var facts = new Facts(shop);
        long ours = facts.count("activations where status = 'ACTIVE'");
        long theirs = facts.count("crud.activation where status = 'ACTIVE'");
        facts.same("numbers sold", provider.sold(), ours + theirs);
        facts.same("orders", ours, facts.count("orders where status = 'FULFILLED'"));
        facts.same(
                "our events",
                9 * ours,
                facts.count(
                        """
                        domain_event_entry where payload_type not like 'catalog.%'
                            and payload_type not in ('wallet.opened', 'wallet.funds-deposited')
                        """));
        facts.same("their events", 9 * theirs, facts.count("crud.history"));
        facts.same("our holds", 0, facts.count("balance where held <> 0"));
        facts.same("their holds", 0, facts.count("crud.wallet where held <> 0"));
        facts.same(
                "their postings", 0, facts.number("select sum(amount) from crud.ledger_posting"));
        facts.same("our postings", 0, facts.number("select sum(amount) from ledger_posting"));
    }

    private void same(String what, long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException(what + ": " + expected + " and " + found);
        }
    }

    private long count(String rows) {
        return number("select count(*) from " + rows);
    }

    private long number(String question) {
        return shop.sql().sql(question).query(Long.class).single();
    }
}
