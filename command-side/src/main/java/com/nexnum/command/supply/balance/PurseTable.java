package com.nexnum.command.supply.balance;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What we have left at each provider, for all processes. */
@Component
class PurseTable {

    private final JdbcClient sql;

    PurseTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Purse> all() {
        return sql.sql("select * from supply_balance").query((row, _) -> purse(row)).list();
    }

    /** As it is, and nobody changes it before the transaction ends. */
    Purse locked(ProviderSlug provider) {
        sql.sql("insert into supply_balance (provider) values (:provider) on conflict do nothing")
                .param("provider", provider.value())
                .update();
        return sql.sql("select * from supply_balance where provider = :provider for update")
                .param("provider", provider.value())
                .query((row, _) -> purse(row))
                .single();
    }

    void store(Purse purse) {
        var balance = purse.balance();
        var shortOf = purse.shortOf();
        sql.sql(
                        """
                        update supply_balance
                           set told = :told, currency = :currency, micros = :micros,
                               read_at = :read, low = :low, short_of = :short, short_until = :until
                         where provider = :provider
                        """)
                .param("told", purse.told())
                .param("currency", balance == null ? null : balance.currency().name())
                .param("micros", balance == null ? null : balance.micros())
                .param("read", timestamp(purse.readAt()))
                .param("low", purse.low())
                .param("short", shortOf == null ? null : shortOf.micros())
                .param("until", timestamp(purse.shortUntil()))
                .param("provider", purse.provider().value())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Purse purse(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var shortOf = row.getObject("short_of", Long.class);
        return new Purse(
                new ProviderSlug(row.getString("provider")),
                row.getLong("told"),
                currency == null
                        ? null
                        : new Money(Currency.valueOf(currency), row.getLong("micros")),
                instant(row, "read_at"),
                row.getBoolean("low"),
                shortOf == null ? null : new Money(Currency.USD, shortOf),
                instant(row, "short_until"));
    }
}
