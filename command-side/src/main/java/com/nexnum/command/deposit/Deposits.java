package com.nexnum.command.deposit;

import com.nexnum.command.deposit.Deposit.Status;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of deposits. */
@Component
class Deposits {

    private final JdbcClient jdbc;

    Deposits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was not there before. */
    boolean add(Deposit deposit) {
        return jdbc.sql(
                                """
                                insert into deposit
                                    (id, customer_id, amount_micros, currency, gateway, status, created_at)
                                values (:id, :customer, :micros, :currency, :gateway, 'PENDING', :created)
                                on conflict (id) do nothing
                                """)
                        .param("id", deposit.id().value())
                        .param("customer", deposit.customerId().value())
                        .param("micros", deposit.amount().micros())
                        .param("currency", deposit.amount().currency().name())
                        .param("gateway", deposit.gateway())
                        .param("created", deposit.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Deposit> find(DepositId id) {
        return jdbc.sql("select * from deposit where id = :id")
                .param("id", id.value())
                .query(Deposits::read)
                .optional();
    }

    List<Deposit> pending(String gateway) {
        return jdbc.sql(
                        """
                        select * from deposit where gateway = :gateway and status = 'PENDING'
                        order by created_at limit 1000
                        """)
                .param("gateway", gateway)
                .query(Deposits::read)
                .list();
    }

    /**
     * Notes how the gateway calls the payment, before its money moves.
     *
     * @return false when that payment pays another deposit, or another payment this one
     */
    boolean pays(Deposit deposit, String reference) {
        try {
            return jdbc.sql(
                                    """
                                    update deposit set payment_reference = :reference
                                    where id = :id and coalesce(payment_reference, :reference) = :reference
                                    """)
                            .param("reference", reference)
                            .param("id", deposit.id().value())
                            .update()
                    == 1;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /** The wallet has the money, whatever was believed before. */
    void confirm(DepositId id, Instant now) {
        jdbc.sql(
                        """
                        update deposit set status = 'CONFIRMED', settled_at = :now
                        where id = :id and status <> 'CONFIRMED'
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** The money will not come; does nothing when it came. */
    void fail(DepositId id, Instant now) {
        jdbc.sql(
                        """
                        update deposit set status = 'FAILED', settled_at = :now
                        where id = :id and status = 'PENDING'
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private static Deposit read(ResultSet row, int number) throws SQLException {
        return new Deposit(
                new DepositId(row.getString("id")),
                new CustomerId(row.getString("customer_id")),
                new Money(
                        Currency.valueOf(row.getString("currency")), row.getLong("amount_micros")),
                row.getString("gateway"),
                Status.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
