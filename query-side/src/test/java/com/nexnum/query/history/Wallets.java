package com.nexnum.query.history;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.kernel.wallet.WalletId;

/** The first events of a wallet. */
public final class Wallets {

    public static WalletOpened opened(CustomerId customer) {
        return new WalletOpened(
                WalletId.of(customer), new OperationId("open"), customer, Currency.USD);
    }

    public static FundsDeposited deposited(CustomerId customer, String amount) {
        return new FundsDeposited(
                WalletId.of(customer), new OperationId("deposit:1"), Money.usd(amount), "sandbox");
    }

    private Wallets() {}
}
