package com.nexnum.query.ledger;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries of one wallet, newest first. */
@Component
class Transactions {

    private final JdbcClient sql;

    Transactions(JdbcClient sql) {
        this.sql = sql;
    }

    Page<TransactionView> of(WalletId wallet, PageQuery query) {
        var cursor = query.cursor();
        var rows =
                sql.sql(
                                """
                                select * from ledger_entry
                                 where wallet_id = :wallet and sequence < :before
                                 order by sequence desc limit :rows
                                """)
                        .param("wallet", wallet.value())
                        .param("before", cursor == null ? Long.MAX_VALUE : cursor.number(0))
                        .param("rows", query.fetch())
                        .query((row, i) -> new Row(row.getLong("sequence"), view(row)))
                        .list();
        return Page.of(rows, query, row -> Cursor.after(row.sequence())).map(Row::view);
    }

    private record Row(long sequence, TransactionView view) {}

    private static TransactionView view(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new TransactionView(
                row.getString("entry_id"),
                EntryType.valueOf(row.getString("type")),
                new Amount(Money.decimal(row.getLong("amount")), currency),
                Direction.valueOf(row.getString("direction")),
                new Amount(Money.decimal(row.getLong("available_after")), currency),
                new Amount(Money.decimal(row.getLong("held_after")), currency),
                SqlInstant.from(row, "occurred_at"),
                reference(row));
    }

    /** Customers know a hold by the order that it pays for. */
    static String reference(ResultSet row) throws SQLException {
        var hold = row.getString("hold_id");
        return hold == null
                ? row.getString("operation_id")
                : "ord_" + hold.substring("hold_".length());
    }
}
