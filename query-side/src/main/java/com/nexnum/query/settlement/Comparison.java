package com.nexnum.query.settlement;

/** What is compared, and how: one row for each payment, with what each side says of it. */
enum Comparison {
    /** What the ledger credited to customers, beside what gateways say that they settled. */
    DEPOSITS(
            """
            select case when s.reference is null then 'NOT_SETTLED'
                        when c.reference is null then 'NOT_CREDITED'
                        when s.currency <> c.currency or s.amount <> c.amount then 'AMOUNT_DIFFERS'
                        else 'MATCHED' end as kind,
                   coalesce(c.gateway, s.gateway) as party, coalesce(c.reference, s.reference) as reference,
                   c.deposit as subject, c.customer_id as customer,
                   c.currency as our_currency, c.amount as ours,
                   s.currency as their_currency, s.amount as theirs,
                   coalesce(c.occurred_at, s.settled_on::timestamp at time zone 'UTC') as since
              from (select substr(p.account, length('gateway:') + 1) as gateway,
                           coalesce(d.payment_reference, d.id, e.operation_id) as reference,
                           coalesce(d.id, e.operation_id) as deposit,
                           e.customer_id, e.currency, e.amount, e.occurred_at
                      from ledger_entry e
                      join ledger_posting p on p.position = e.position
                                           and p.account like 'gateway:%'
                      left join deposit d on e.operation_id like 'deposit:%'
                                         and d.id = substr(e.operation_id, length('deposit:') + 1)
                     where e.type = 'DEPOSIT') c
              full join settlement_line s on s.gateway = c.gateway and s.reference = c.reference
            """),

    /**
     * What customers were charged, beside what providers charge us: numbers that cost nothing,
     * numbers that cost us although the customer has the money back, orders that were never
     * charged, purchases of unknown outcome, and numbers that serve no order.
     */
    CHARGES(
            """
            select case when r.given_back is not null and b.cost > r.credited then 'COST_WITHOUT_CHARGE'
                        when r.given_back is null and b.cost = 0 then 'CHARGE_WITHOUT_COST'
                        else 'MATCHED' end as kind,
                   b.provider as party, b.order_id as reference, b.order_id as subject, b.customer_id as customer,
                   b.currency as our_currency, b.charged - coalesce(r.given_back, 0) as ours,
                   b.currency as their_currency, b.cost - coalesce(r.credited, 0) as theirs,
                   coalesce(r.occurred_at, b.occurred_at) as since
              from (select e.wallet_id, e.hold_id, 'ord_' || substr(e.hold_id, length('hold_') + 1) as order_id,
                           e.customer_id, e.currency, e.amount as charged, p.amount as cost,
                           split_part(p.account, ':', 2) as provider, e.occurred_at
                      from ledger_entry e
                      join ledger_posting p on p.position = e.position
                                           and p.account like 'supplier:%'
                     where e.type = 'PURCHASE') b
              left join (select e.wallet_id, e.hold_id, e.amount as given_back, -p.amount as credited, e.occurred_at
                           from ledger_entry e
                           join ledger_posting p on p.position = e.position
                                                and p.account like 'supplier:%'
                          where e.type = 'REFUND') r
                     on r.wallet_id = b.wallet_id and r.hold_id = b.hold_id
             union all
            select 'ORDER_NOT_CHARGED', a.provider, o.order_id, o.order_id, o.customer_id,
                   o.currency, null, null, null, o.placed_at
              from orders o join orders_attempt a on a.order_id = o.order_id and a.outcome = 'FULFILLED'
             where o.status = 'FULFILLED'
               and not exists (select from ledger_entry e where e.wallet_id = 'wallet-' || o.customer_id
                                  and e.type = 'PURCHASE' and e.hold_id = 'hold_' || substr(o.order_id, length('ord_') + 1))
             union all
            select 'COST_UNKNOWN', a.provider, o.order_id, o.order_id, o.customer_id,
                   o.currency, o.price, null, null, coalesce(a.asked_at, o.placed_at)
              from orders_attempt a join orders o on o.order_id = a.order_id
             where a.outcome = 'UNKNOWN'
             union all
            select 'STRAY_NUMBER', f.provider, f.subject, null, null,
                   null, null, case when f.amount is not null then 'USD' end, f.amount, f.first_seen
              from reconciliation_finding f
             where f.kind = 'STRAY' and f.outcome in ('OPEN', 'KEPT')
            """);

    private final String rows;

    Comparison(String rows) {
        this.rows = rows;
    }

    /**
     * A query with the columns kind, party, reference, subject, customer, our_currency, ours,
     * their_currency, theirs and since.
     */
    String rows() {
        return rows;
    }
}
