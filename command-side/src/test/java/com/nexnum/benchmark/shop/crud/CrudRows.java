package com.nexnum.benchmark.shop.crud;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows that every step writes: history, timers and the ledger. */
@Component
public class CrudRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate sql;

    CrudRows(JdbcTemplate sql) {
        this.sql = sql;
        sql.execute(CrudTables.DDL);
    }

    public void openWallet(CustomerId customer, Money funds) {
        sql.update("insert into crud.wallet values (?, ?, 0)", customer.value(), funds.micros());
    }

    public void openOffer(OfferId offer) {
        sql.update("insert into crud.offer values (?, 0)", offer.value());
    }

    void history(Object entity, Object fact, Instant now) {
        sql.update(
                "insert into crud.history (entity_id, name, payload, occurred_at)"
                        + " values (?, ?, ?, ?)",
                entity.toString(),
                fact.getClass().getSimpleName(),
                JSON.writeValueAsString(fact),
                Timestamp.from(now));
    }

    void timer(String kind, Object subject, Instant dueAt, Object details) {
        sql.update(
                "insert into crud.timer values (?, ?, ?, ?)",
                kind,
                subject.toString(),
                Timestamp.from(dueAt),
                JSON.writeValueAsString(details));
    }

    void strike(String kind, Object subject) {
        sql.update(
                "delete from crud.timer where kind = ? and subject = ?", kind, subject.toString());
    }

    /** The balance of a customer, locked until the transaction ends. */
    Balance lockBalance(CustomerId customer) {
        return Objects.requireNonNull(
                sql.queryForObject(
                        "select available, held from crud.wallet where customer_id = ? for update",
                        (row, _) -> new Balance(row.getLong(1), row.getLong(2)),
                        customer.value()));
    }

    void balance(CustomerId customer, Balance balance) {
        sql.update(
                "update crud.wallet set available = ?, held = ? where customer_id = ?",
                balance.available(),
                balance.held(),
                customer.value());
    }

    /**
     * @param postings accounts and amounts, in turn; they sum to zero
     */
    void entry(
            CustomerId customer,
            String type,
            Money amount,
            Balance after,
            String operation,
            String hold,
            Instant now,
            Object... postings) {
        var id =
                sql.queryForObject(
                        """
                        insert into crud.ledger_entry (customer_id, type, amount, available_after,
                                                       held_after, operation_id, hold_id, occurred_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """,
                        Long.class,
                        customer.value(),
                        type,
                        amount.micros(),
                        after.available(),
                        after.held(),
                        operation,
                        hold,
                        Timestamp.from(now));
        var lines = new ArrayList<Object[]>();
        for (int i = 0; i < postings.length; i += 2) {
            lines.add(new Object[] {id, i / 2, postings[i], postings[i + 1]});
        }
        sql.batchUpdate("insert into crud.ledger_posting values (?, ?, ?, ?)", lines);
    }

    record Balance(long available, long held) {}
}
