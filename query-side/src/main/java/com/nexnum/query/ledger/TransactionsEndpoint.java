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
    private final RunningBalance progress;
    private final Freshness freshness;

    TransactionsEndpoint(JdbcClient sql, Transactions transactions, Freshness freshness) {
        this.transactions = transactions;
        this.progress = new RunningBalance(sql, "ledger_wallet");
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/wallet/transactions")
    Page<TransactionView> transactions(Caller caller, PageQuery query) {
        var wallet = WalletId.of(caller.customerId());
        freshness.await("ledger", wallet.value(), () -> progress.sequence(wallet.value()));
        return transactions.of(wallet, query);
    }
}
