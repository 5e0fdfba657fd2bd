package com.nexnum.query.ledger.asof;

/** What stands at a checkpoint, made from the one before it and the stretch between. */
final class CheckpointSums {

    /** Every account; those of customers added up. */
    static final String OF_ALL =
            """
            insert into ledger_checkpoint_balance (journal, account, position, currency, balance, postings)
            select :journal, account, :next, currency, sum(balance), sum(postings) from (
                   select account, currency, balance, postings from ledger_checkpoint_balance
                    where journal = :journal and position = :last
                      and (account like 'customer:*:%' or account not like 'customer:%')
                    union all
                   select case when account like 'customer:%' then 'customer:*:' || split_part(account, ':', 3)
                               else account end, currency, sum(amount), count(*)
                     from ledger_posting where position > :last and position <= :next group by 1, 2) as sums
             group by account, currency
            """;

    /** Customers' accounts of the stretch that have many postings since their last checkpoint. */
    static final String OF_BUSY_CUSTOMERS =
            """
            insert into ledger_checkpoint_balance (journal, account, position, currency, balance, postings)
            select :journal, touched.account, :next, sums.currency, sum(sums.balance), sum(sums.postings)
              from (select distinct account from ledger_posting
                     where position > :last and position <= :next and account like 'customer:%') touched
              cross join lateral (
                   select coalesce((select position from ledger_checkpoint_balance b
                                     where b.journal = :journal and b.account = touched.account and b.position <= :last
                                     order by position desc limit 1), -1) as position) since
              cross join lateral (
                   select count(*) as postings from (
                          select from ledger_posting p
                           where p.account = touched.account and p.position > since.position and p.position <= :next
                           limit :many) known) known
              cross join lateral (
                   select currency, balance, postings from ledger_checkpoint_balance b
                    where b.journal = :journal and b.account = touched.account and b.position = since.position
                    union all
                   select currency, amount, 1 from ledger_posting p
                    where p.account = touched.account and p.position > since.position and p.position <= :next) sums
             where known.postings = :many
             group by touched.account, sums.currency
            """;

    private CheckpointSums() {}
}
