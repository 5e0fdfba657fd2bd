package com.nexnum.query.balance;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.security.Caller;
import com.nexnum.query.platform.Freshness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's wallet; everything is zero until its first event is seen. */
@RestController
class WalletEndpoint {

    private final JdbcClient sql;
    private final Freshness freshness;

    WalletEndpoint(JdbcClient sql, Freshness freshness) {
        this.sql = sql;
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/wallet")
    BalanceView wallet(Caller caller) {
        var wallet = WalletId.of(caller.customerId()).value();
        freshness.await("balance", wallet, () -> RunningBalance.sequence(sql, "balance", wallet));
        return sql.sql("select currency, available, held from balance where wallet_id = :wallet")
                .param("wallet", wallet)
                .query((row, i) ->
                        BalanceView.ofMicros(
                                Currency.valueOf(row.getString("currency")),
                                row.getLong("available"),
                                row.getLong("held")))
                .optional()
                .orElseGet(() -> BalanceView.ofMicros(Currency.USD, 0, 0));
    }
}
