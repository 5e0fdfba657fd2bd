package com.nexnum.query.ledger;

import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.balance.RunningBalance;
import com.nexnum.query.platform.Freshness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What moved the caller's money, newest first. */
@RestController
class TransactionsEndpoint {

    private final Transactions transactions;
    private final JdbcClient sql;
    private final Freshness freshness;

    TransactionsEndpoint(JdbcClient sql, Transactions transactions, Freshness freshness) {
        this.transactions = transactions;
        this.sql = sql;
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/wallet/transactions")
    Page<TransactionView> transactions(Caller caller, PageQuery query) {
        var wallet = WalletId.of(caller.customerId());
        freshness.await(
                "ledger",
                wallet.value(),
                () -> RunningBalance.sequence(sql, "ledger_wallet", wallet.value()));
        return transactions.of(wallet, query);
    }
}
