package com.nexnum.query.proof.verification;

import com.nexnum.query.proof.verification.Break.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Postings that belong to no entry, and so to no event. */
final class StrayPostings {

    private static final int MOST = 1_000;

    /**
     * @param sql in a transaction
     */
    static void check(JdbcClient sql, Breaks breaks) {
        sql.sql("set local statement_timeout = 0").update();
        sql.sql(
                        """
                        select p.wallet_id, p.sequence from ledger_posting p
                         where not exists (select from ledger_entry e
                                            where e.position = p.position and e.wallet_id = p.wallet_id
                                              and e.sequence = p.sequence)
                         group by 1, 2 order by 1, 2 limit ?
                        """)
                .param(MOST)
                .query(row -> {
                    breaks.add(
                            new Break(
                                    Kind.LEDGER_DIFFERS,
                                    0,
                                    null,
                                    row.getString(1),
                                    row.getLong(2),
                                    "The ledger has postings that belong to no entry"));
                });
    }

    private StrayPostings() {}
}
