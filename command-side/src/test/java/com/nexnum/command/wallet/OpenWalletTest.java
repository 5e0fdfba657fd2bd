package com.nexnum.command.wallet;

import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.command.wallet.WalletRejection.OperationReused;
import com.nexnum.kernel.money.Currency;
import org.junit.jupiter.api.Test;

class OpenWalletTest extends WalletStory {

    @Test
    void opens_a_wallet_that_was_not_there() {
        fixture.givenNoPriorActivity()
                .when(new OpenWallet(WALLET, Currency.USD))
                .expectEvents(opened());
    }

    @Test
    void opens_it_once() {
        doesNothing(new OpenWallet(WALLET, Currency.USD), opened());
    }

    @Test
    void refuses_to_open_it_again_in_another_currency() {
        refuses(
                new OperationReused(operation("open:" + WALLET)),
                new OpenWallet(WALLET, Currency.EUR),
                opened());
    }
}
