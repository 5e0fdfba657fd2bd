package com.nexnum.query.ledger;

import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.security.Caller;
import com.nexnum.query.balance.RunningBalance;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.Page;
import com.nexnum.query.platform.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    Page<TransactionView> transactions(
            Caller caller,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var request = PageRequest.of(limit, cursor);
        var wallet = WalletId.of(caller.customerId());
        freshness.await("ledger", wallet.value(), () -> progress.sequence(wallet.value()));
        return transactions.of(wallet, request);
    }
}
