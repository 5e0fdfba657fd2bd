package com.nexnum.query.replay;

import com.nexnum.query.platform.rows.Column;
import com.nexnum.query.platform.rows.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What postings sum up to, for each account, in a temporary table. */
final class ScratchAccounts {

    private static final int IN_MEMORY = 200_000;

    private final JdbcClient sql;
    private final Map<Account, Long> sums = new HashMap<>();

    private record Account(String name, String currency) {}

    /**
     * @param sql on one connection, which keeps the table
     */
    ScratchAccounts(JdbcClient sql) {
        this.sql = sql;
        sql.sql(
                        """
                        create temporary table scratch_account (
                            account varchar(110), currency varchar(3), amount bigint, primary key (account, currency))
                        """)
                .update();
    }

    void add(Table<?> postings, Object row) {
        var account =
                new Account(value(postings, "account", row), value(postings, "currency", row));
        sums.merge(account, Long.parseLong(value(postings, "amount", row)), Math::addExact);
        if (sums.size() > IN_MEMORY) {
            flush();
        }
    }

    private static String value(Table<?> table, String column, Object row) {
        for (Column each : table.columns()) {
            if (each.name().equals(column)) {
                return Objects.requireNonNull(each.value(row)).toString();
            }
        }
        throw new IllegalArgumentException(table + " has no " + column);
    }

    void flush() {
        var names = sums.keySet().stream().map(Account::name).toArray(String[]::new);
        var currencies = sums.keySet().stream().map(Account::currency).toArray(String[]::new);
        var amounts = sums.values().toArray(Long[]::new);
        sql.sql(
                        """
                        insert into scratch_account select * from unnest(?::text[], ?::text[], ?::bigint[])
                        on conflict (account, currency) do update set amount = scratch_account.amount + excluded.amount
                        """)
                .params(names, currencies, amounts)
                .update();
        sums.clear();
    }
}
