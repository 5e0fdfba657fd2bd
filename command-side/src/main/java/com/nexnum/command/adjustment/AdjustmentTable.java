package com.nexnum.command.adjustment;

import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentProposed;
import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.platform.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of adjustments. What changes one says from which status it may. */
@Component
class AdjustmentTable {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient sql;

    AdjustmentTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<AdjustmentRow> find(AdjustmentId id) {
        return sql.sql("select * from adjustment where id = :id")
                .param("id", id.value())
                .query(AdjustmentTable::read)
                .optional();
    }

    /** The newest first. */
    List<AdjustmentRow> list(
            @Nullable AdjustmentStatus status, @Nullable CustomerId customer, PageQuery query) {
        var cursor = query.cursor();
        return sql.sql(
                        """
                        select * from adjustment
                         where (proposed_at, id) < (:before, :id)
                           and (:status::text is null or status = :status)
                           and (:customer::text is null or customer_id = :customer)
                         order by proposed_at desc, id desc limit :rows
                        """)
                .param("before", Timestamp.from(cursor == null ? END_OF_TIME : cursor.instant(0)))
                .param("id", cursor == null ? "" : cursor.text(1))
                .param("status", status == null ? null : status.name())
                .param("customer", customer == null ? null : customer.value())
                .param("rows", query.fetch())
                .query(AdjustmentTable::read)
                .list();
    }

    void add(AdjustmentProposed proposed, Instant at) {
        sql.sql(
                        """
                        insert into adjustment (id, customer_id, direction, currency, amount, reason,
                               evidence, status, proposed_by, proposed_at, expires_at)
                        values (:id, :customer, :direction, :currency, :amount, :reason,
                               :evidence, 'PROPOSED', :by, :at, :expires)
                        """)
                .param("id", proposed.adjustmentId().value())
                .param("customer", proposed.customerId().value())
                .param("direction", proposed.direction().name())
                .param("currency", proposed.amount().currency().name())
                .param("amount", proposed.amount().micros())
                .param("reason", proposed.reason())
                .param("evidence", proposed.evidence())
                .param("by", proposed.proposedBy().value())
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(proposed.expiresAt()))
                .update();
    }

    /**
     * @throws IllegalStateException when it stands elsewhere: whoever is late undoes nothing
     */
    void decide(
            AdjustmentId id,
            AdjustmentStatus status,
            @Nullable CustomerId by,
            @Nullable String note,
            Instant at) {
        requireOne(
                id,
                sql.sql(
                                """
                                update adjustment set status = :status, decided_by = :by, decided_at = :at, note = :note
                                 where id = :id and status = 'PROPOSED'
                                """)
                        .param("status", status.name())
                        .param("by", by == null ? null : by.value())
                        .param("at", Timestamp.from(at))
                        .param("note", note)
                        .param("id", id.value())
                        .update());
    }

    /**
     * @throws IllegalStateException when the wallet has it, or it was never approved
     */
    void refuse(AdjustmentId id, String code) {
        requireOne(
                id,
                sql.sql(
                                """
                                update adjustment set status = 'REFUSED', note = :code
                                 where id = :id and status = 'APPROVED'
                                """)
                        .param("code", code)
                        .param("id", id.value())
                        .update());
    }

    /**
     * @throws IllegalStateException when two administrators did not approve just this
     */
    void book(AdjustmentId id, BalanceAdjusted adjusted, Instant at) {
        requireOne(
                id,
                sql.sql(
                                """
                                update adjustment set status = 'BOOKED', booked_at = :at
                                 where id = :id and status = 'APPROVED' and customer_id = :customer
                                   and direction = :direction and currency = :currency and amount = :amount
                                   and proposed_by = :proposer and decided_by = :approver
                                """)
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .param("customer", adjusted.walletId().customer().value())
                        .param("direction", adjusted.direction().name())
                        .param("currency", adjusted.amount().currency().name())
                        .param("amount", adjusted.amount().micros())
                        .param("proposer", adjusted.proposedBy())
                        .param("approver", adjusted.approvedBy())
                        .update());
    }

    private static void requireOne(AdjustmentId id, int rows) {
        if (rows != 1) {
            throw new IllegalStateException("Adjustment " + id + " does not stand where it should");
        }
    }

    private static AdjustmentRow read(ResultSet row, int number) throws SQLException {
        var decidedBy = row.getString("decided_by");
        return new AdjustmentRow(
                new AdjustmentId(row.getString("id")),
                new Proposal(
                        new CustomerId(row.getString("customer_id")),
                        Direction.valueOf(row.getString("direction")),
                        new Money(
                                Currency.valueOf(row.getString("currency")), row.getLong("amount")),
                        row.getString("reason"),
                        row.getString("evidence"),
                        new CustomerId(row.getString("proposed_by"))),
                AdjustmentStatus.valueOf(row.getString("status")),
                row.getTimestamp("proposed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                decidedBy == null ? null : new CustomerId(decidedBy),
                instant(row, "decided_at"),
                row.getString("note"),
                instant(row, "booked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
