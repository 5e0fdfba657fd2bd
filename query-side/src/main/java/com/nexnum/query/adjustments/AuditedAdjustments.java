package com.nexnum.query.adjustments;

import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that the command side keeps with its events; here they are only read. */
@Component
class AuditedAdjustments {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient sql;

    AuditedAdjustments(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest first. */
    List<AuditedAdjustment> list(
            @Nullable String status, @Nullable String customer, PageQuery query) {
        var cursor = query.cursor();
        return sql.sql(
                        """
                        select * from adjustment
                         where (proposed_at, id) < (:before, :id)
                           and (:status::text is null or status = :status)
                           and (:customer::text is null or customer_id = :customer)
                         order by proposed_at desc, id desc limit :rows
                        """)
                .param("before", SqlInstant.of(cursor == null ? END_OF_TIME : cursor.instant(0)))
                .param("id", cursor == null ? "" : cursor.text(1))
                .param("status", status)
                .param("customer", customer)
                .param("rows", query.fetch())
                .query((row, _) -> view(row))
                .list();
    }

    private static AuditedAdjustment view(ResultSet row) throws SQLException {
        var id = new AdjustmentId(row.getString("id"));
        return new AuditedAdjustment(
                id.value(),
                row.getString("status"),
                row.getString("customer_id"),
                Direction.valueOf(row.getString("direction")),
                new Amount(Money.decimal(row.getLong("amount")), row.getString("currency")),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("proposed_by"),
                SqlInstant.from(row, "proposed_at"),
                SqlInstant.from(row, "expires_at"),
                row.getString("decided_by"),
                SqlInstant.maybeFrom(row, "decided_at"),
                row.getString("note"),
                SqlInstant.maybeFrom(row, "booked_at"),
                id.operation().value());
    }
}
